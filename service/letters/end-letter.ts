/** The end report: everything of one trajectory, and how it ended. */
import { aftercareMonths } from '#core/aftercare/moments.ts'
import type { EndDraft } from '#core/api/letters.ts'
import { addMonths } from '#core/calendar/dates.ts'
import type { EndFacts } from '#core/letters/kind-facts.ts'
import { listAftercare } from '#db/aftercare/queries.ts'
import { marksOf } from '#db/attendance/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { listNotes } from '#db/notes/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { progressFacts } from './facts-from-office.ts'
import { ofLetter } from './hours-letter.ts'
import { daysSoFar, draftAbout, emptyTexts, hoursPerMonth, knownReport } from './whole-trajectory.ts'

export function endLetterFacts(ctx: OfficeContext, letter: LetterHead): EndFacts {
  const trajectory = ofLetter(ctx, letter)
  const { texts } = JSON.parse(letter.draft) as EndDraft
  const { period_from: from, period_to: to } = letter
  const marks = marksOf(ctx.db, trajectory.id, from, to)
  const minutes = (elsewhere: boolean) =>
    marks
      .filter((row) => (row.mark === 'elsewhere') === elsewhere)
      .reduce((sum, row) => sum + row.present_minutes, 0)
  const { ended_on, end_kind, planned_end_on, participant_satisfaction: said } = trajectory
  return {
    // What was noted on the way stood in the letters on the way.
    ...progressFacts(ctx, { ...letter, draft: JSON.stringify({ texts, leftOutNotes: [] }) }),
    notes: [],
    next_letter_on: null,
    kind: 'end',
    end: {
      ended_on,
      early: ended_on !== null && end_kind !== 'planned' && ended_on < planned_end_on,
      kind: end_kind,
      discussed_with: trajectory.end_discussed_with,
      discussed_on: trajectory.end_discussed_on,
      outflow: trajectory.outflow,
      ...(said === null ? {} : { satisfied: said }),
    },
    per_month: hoursPerMonth(ctx, trajectory, { from, to }),
    workshop_minutes: minutes(false),
    elsewhere_minutes: minutes(true),
    talks: listNotes(ctx.db, trajectory.participant_id).filter(
      (note) =>
        (note.kind === 'talk' || note.kind === 'visit') && note.happened_on >= from && note.happened_on <= to,
    ).length,
    aftercare: aftercarePlan(ctx, trajectory),
    texts,
  }
}

/** The moments that are to come; before the end those that will be made. */
function aftercarePlan(ctx: OfficeContext, trajectory: TrajectoryRow): EndFacts['aftercare'] {
  if (trajectory.end_kind === 'deceased') return []
  if (trajectory.ended_on === null)
    return aftercareMonths.map((month) => ({ month, on: addMonths(trajectory.planned_end_on, month) }))
  return listAftercare(ctx.db, trajectory.participant_id, ctx.today)
    .filter(
      ({ trajectory_id, state }) =>
        trajectory_id === trajectory.id && !['dropped', 'blocked'].includes(state),
    )
    .map(({ month, due_on }) => ({ month, on: due_on }))
}

/**
 * The report about this trajectory, or a new draft. One that was made final counts until the trajectory went on after
 * it. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `period_to` before the start.
 */
export function openEndLetter(ctx: OfficeContext, trajectoryId: number): number {
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const days = daysSoFar(ctx, trajectory)
  const known = knownReport(ctx, 'end', trajectory, days)
  if (known !== null) return known
  const draft: EndDraft = {
    texts: {
      ...emptyTexts,
      explanation: trajectory.end_reason,
      activities: '',
      evidence: '',
      advice: '',
      advice_opinion: '',
    },
  }
  return draftAbout(ctx, 'end', trajectory, days, draft)
}
