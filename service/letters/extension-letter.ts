/** The question for more time: what was reached so far, why more is needed, and until when. */
import type { ExtensionDraft } from '#core/api/letters.ts'
import { addDays } from '#core/calendar/dates.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import type { ExtensionFacts } from '#core/letters/kind-facts.ts'
import { wordsOf } from '#core/letters/words.ts'
import { runningName } from '#core/names/name.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { savePeriod } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { progressFacts } from './facts-from-office.ts'
import { ofLetter } from './hours-letter.ts'
import { daysSoFar, draftAbout, emptyTexts, hoursPerMonth } from './whole-trajectory.ts'

/** Letters go to a municipality: Dutch. */
const language = 'nl'
/** Three months become six. */
const more = 3
/** The answer is wanted so many days before the end. */
const answerDays = 14

export function extensionFacts(ctx: OfficeContext, letter: LetterHead): ExtensionFacts {
  const trajectory = ofLetter(ctx, letter)
  const { texts } = JSON.parse(letter.draft) as ExtensionDraft
  return {
    ...progressFacts(ctx, { ...letter, draft: JSON.stringify({ texts, leftOutNotes: [] }) }),
    notes: [],
    next_letter_on: null,
    kind: 'extension',
    per_month: hoursPerMonth(ctx, trajectory, { from: letter.period_from, to: letter.period_to }),
    agreed_months: trajectory.months,
    texts,
  }
}

/**
 * The open request of this trajectory, or a new one that asks for three months more. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `period_to` before the start.
 */
export function openExtensionLetter(ctx: OfficeContext, trajectoryId: number): number {
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const { participant_id: participantId, starts_on, planned_end_on, months } = trajectory
  const days = daysSoFar(ctx, trajectory)
  const open = lettersAbout(ctx.db, { kind: 'extension', participantId, trajectoryId }).find(
    (one) => one.number === null,
  )
  if (open) {
    savePeriod(ctx.db, open.id, days.from, days.to)
    return open.id
  }
  const name = runningName(found(findParticipant(ctx.db, participantId)), language)
  const asked_end_on = trajectoryEnd(starts_on, months + more)
  const { t, date } = wordsOf(language)
  const before = addDays(planned_end_on, -answerDays)
  const draft: ExtensionDraft = {
    texts: {
      ...emptyTexts,
      question: t('extension.ask', { name, date: date(asked_end_on).replaceAll('\u00a0', ' ') }),
      question_before: before > ctx.today ? before : null,
      reached: '',
      why: '',
      plan: '',
      asked_end_on,
    },
  }
  return draftAbout(ctx, 'extension', trajectory, days, draft)
}
