/** What differs by kind of letter: the facts it rests on, what it may not miss, and its words. */
import type { Language } from '#core/i18n/index.ts'
import type { LetterGap } from '#core/api/paper.ts'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { HoursFacts, IntakeFacts, ProgressFacts } from '#core/letters/facts.ts'
import { hoursLetterGaps, intakeLetterGaps, letterGaps } from '#core/letters/gaps.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import type { OfficeContext } from '../context.ts'
import { gatherFacts } from './facts-from-office.ts'
import { hoursLetterFacts } from './hours-letter.ts'
import { intakeLetterFacts } from './intake-letter.ts'

export type AnyFacts = ProgressFacts | IntakeFacts | HoursFacts

/** The facts of a draft as the office knows them now. */
export function gather(ctx: OfficeContext, letter: LetterHead): AnyFacts {
  switch (letter.kind) {
    case 'progress':
      return gatherFacts(ctx, letter)
    case 'intake':
      return intakeLetterFacts(ctx, letter)
    case 'hours':
      return hoursLetterFacts(ctx, letter)
  }
}

export function gapsOf(facts: AnyFacts): LetterGap[] {
  if (!('kind' in facts)) return letterGaps(facts)
  return facts.kind === 'intake' ? intakeLetterGaps(facts) : hoursLetterGaps(facts)
}

export function compose(facts: AnyFacts, language: Language): LetterContent {
  if (!('kind' in facts)) return composeProgressLetter(facts, language)
  return facts.kind === 'intake' ? composeIntakeLetter(facts, language) : composeHoursLetter(facts, language)
}
