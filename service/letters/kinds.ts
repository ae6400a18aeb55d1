/**
 * What differs by kind of letter: how it is opened, the facts it rests on, what it may not miss, and its words. A new
 * kind is a line here, a line in `letterKind` and its own files.
 */
import type { LetterGap, LetterKind } from '#core/api/letters.ts'
import type { Language } from '#core/i18n/index.ts'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeReadyLetter } from '#core/letters/compose-ready.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type { FrameFacts, HoursFacts, IntakeFacts, ProgressFacts, ReadyFacts } from '#core/letters/facts.ts'
import { hoursLetterGaps, intakeLetterGaps, letterGaps, readyLetterGaps } from '#core/letters/gaps.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import type { OfficeContext } from '../context.ts'
import { progressFacts } from './facts-from-office.ts'
import { hoursLetterFacts, openHoursLetter } from './hours-letter.ts'
import { lookFacts, withChipGaps } from './look.ts'
import { intakeLetterFacts, openIntakeLetter } from './intake-letter.ts'
import { openProgressLetter } from './progress-letter.ts'
import { openReadyLetter, readyLetterFacts } from './ready-letter.ts'

interface FactsByKind {
  progress: ProgressFacts
  intake: IntakeFacts
  hours: HoursFacts
  ready_for_work: ReadyFacts
}

export interface KindOfLetter<F extends FrameFacts> {
  /** The open letter, or a new draft; `about` is the id of what the kind is about. Inside a command. */
  readonly open: (ctx: OfficeContext, about: number) => number
  /** The facts of a draft as the office knows them now. */
  readonly gather: (ctx: OfficeContext, letter: LetterHead) => F
  /** Blocking ones first. */
  readonly gaps: (facts: F) => LetterGap[]
  readonly compose: (facts: F, language: Language) => LetterContent
}

const kinds: { [K in LetterKind]: KindOfLetter<FactsByKind[K]> } = {
  progress: {
    open: openProgressLetter,
    gather: progressFacts,
    gaps: letterGaps,
    compose: composeProgressLetter,
  },
  intake: {
    open: openIntakeLetter,
    gather: intakeLetterFacts,
    gaps: intakeLetterGaps,
    compose: composeIntakeLetter,
  },
  hours: {
    open: openHoursLetter,
    gather: hoursLetterFacts,
    gaps: hoursLetterGaps,
    compose: composeHoursLetter,
  },
  ready_for_work: {
    open: openReadyLetter,
    gather: readyLetterFacts,
    gaps: readyLetterGaps,
    compose: composeReadyLetter,
  },
}

/**
 * Facts go back only into the kind that they came from, so which ones they are matters to nobody else. Every kind has
 * the office's layout and letterhead, and misses what its own paragraphs miss.
 */
export function kindOf(kind: LetterKind): KindOfLetter<FrameFacts> {
  const own = kinds[kind] as unknown as KindOfLetter<FrameFacts>
  return {
    ...own,
    gather: (ctx, letter) => ({ ...own.gather(ctx, letter), ...lookFacts(ctx, letter) }),
    gaps: (facts) => withChipGaps(own.gaps(facts), facts),
  }
}
