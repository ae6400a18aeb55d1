/** What differs by kind of letter: the facts it rests on, what it may not miss, and its words. */
import type { Language } from '#core/i18n/index.ts'
import type { LetterGap } from '#core/api/paper.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { IntakeFacts, ProgressFacts } from '#core/letters/facts.ts'
import { intakeLetterGaps, letterGaps } from '#core/letters/gaps.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import type { OfficeContext } from '../context.ts'
import { gatherFacts } from './facts-from-office.ts'
import { intakeLetterFacts } from './intake-letter.ts'

export type AnyFacts = ProgressFacts | IntakeFacts

/** The facts of a draft as the office knows them now. */
export const gather = (ctx: OfficeContext, letter: LetterHead): AnyFacts =>
  letter.kind === 'intake' ? intakeLetterFacts(ctx, letter) : gatherFacts(ctx, letter)

export const gapsOf = (facts: AnyFacts): LetterGap[] =>
  'kind' in facts ? intakeLetterGaps(facts) : letterGaps(facts)

export const compose = (facts: AnyFacts, language: Language): LetterContent =>
  'kind' in facts ? composeIntakeLetter(facts, language) : composeProgressLetter(facts, language)
