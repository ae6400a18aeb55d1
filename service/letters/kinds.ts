/** What differs by kind of letter: the facts it rests on, what it may not miss, and its words. */
import type { Language } from '#core/i18n/index.ts'
import type { LetterGap } from '#core/api/letters.ts'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeReadyLetter } from '#core/letters/compose-ready.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { HoursFacts, IntakeFacts, ProgressFacts, ReadyFacts } from '#core/letters/facts.ts'
import { hoursLetterGaps, intakeLetterGaps, letterGaps, readyLetterGaps } from '#core/letters/gaps.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import type { OfficeContext } from '../context.ts'
import { gatherFacts } from './facts-from-office.ts'
import { hoursLetterFacts } from './hours-letter.ts'
import { intakeLetterFacts } from './intake-letter.ts'
import { readyLetterFacts } from './ready-letter.ts'

export type AnyFacts = ProgressFacts | IntakeFacts | HoursFacts | ReadyFacts

/** The facts of a draft as the office knows them now. */
export function gather(ctx: OfficeContext, letter: LetterHead): AnyFacts {
  switch (letter.kind) {
    case 'progress':
      return gatherFacts(ctx, letter)
    case 'intake':
      return intakeLetterFacts(ctx, letter)
    case 'hours':
      return hoursLetterFacts(ctx, letter)
    case 'ready_for_work':
      return readyLetterFacts(ctx, letter)
  }
}

export function gapsOf(facts: AnyFacts): LetterGap[] {
  if (!('kind' in facts)) return letterGaps(facts)
  switch (facts.kind) {
    case 'intake':
      return intakeLetterGaps(facts)
    case 'hours':
      return hoursLetterGaps(facts)
    case 'ready_for_work':
      return readyLetterGaps(facts)
  }
}

export function compose(facts: AnyFacts, language: Language): LetterContent {
  if (!('kind' in facts)) return composeProgressLetter(facts, language)
  switch (facts.kind) {
    case 'intake':
      return composeIntakeLetter(facts, language)
    case 'hours':
      return composeHoursLetter(facts, language)
    case 'ready_for_work':
      return composeReadyLetter(facts, language)
  }
}
