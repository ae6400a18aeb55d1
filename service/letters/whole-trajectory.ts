/** What reports about a trajectory as a whole begin with: its days so far, its hours per month, who it goes to. */
import type { LetterKind, LetterTexts } from '#core/api/letters.ts'
import { sumTotals } from '#core/attendance/totals.ts'
import { personMinutes } from '#db/attendance/totals.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { createDraft, savePeriod } from '#db/letters/commands.ts'
import { findReferral } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'
import { monthsOf } from './hours-letter.ts'
import { emptyDraft } from './progress-letter.ts'

/** From the first day up to the last one that there was. */
export function daysSoFar(
  ctx: OfficeContext,
  { starts_on, ended_on, planned_end_on }: TrajectoryRow,
): { from: string; to: string } {
  const last = ended_on ?? (planned_end_on < ctx.today ? planned_end_on : ctx.today)
  if (last < starts_on) throw invalid('period_to', 'end_before_start')
  return { from: starts_on, to: last }
}

export function hoursPerMonth(
  ctx: OfficeContext,
  { id: trajectoryId, participant_id: participantId }: TrajectoryRow,
  { from, to }: { from: string; to: string },
): { month: string; planned_minutes: number; present_minutes: number }[] {
  return monthsOf(from, to).map((days) => {
    const { planned_minutes, present_minutes } = sumTotals(
      personMinutes(ctx.db, { participantId, trajectoryId }, days.from, days.to),
    )
    return { month: days.from.slice(0, 7), planned_minutes, present_minutes }
  })
}

/**
 * The draft, which goes along with the days; or what was made final, until the trajectory went on after it. Null when
 * there is neither. Inside a command.
 */
export function knownReport(
  ctx: OfficeContext,
  kind: LetterKind,
  { id: trajectoryId, participant_id: participantId }: TrajectoryRow,
  { from, to }: { from: string; to: string },
): number | null {
  const all = lettersAbout(ctx.db, { kind, participantId, trajectoryId })
  const known = all.find((one) => one.number === null || one.period_to === to)
  if (known === undefined) return null
  if (known.number === null) savePeriod(ctx.db, known.id, from, to)
  return known.id
}

/** A draft about a trajectory, to the case manager who asked for it. */
export function draftAbout(
  ctx: OfficeContext,
  kind: LetterKind,
  trajectory: TrajectoryRow,
  { from, to }: { from: string; to: string },
  draft: object,
): number {
  const { case_manager_id } = found(findReferral(ctx.db, trajectory.referral_id))
  return createDraft(ctx.db, {
    kind,
    participant_id: trajectory.participant_id,
    trajectory_id: trajectory.id,
    case_manager_id,
    staff_id: trajectory.coach_id,
    period_from: from,
    period_to: to,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}

/** As the texts of a progress letter; the reports have more of their own. */
export const emptyTexts: LetterTexts = emptyDraft.texts
