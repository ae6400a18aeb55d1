/** The progress letter: the days it covers, and what its words begin with. */
import type { LetterDraft } from '#core/api/letters.ts'
import { addDays } from '#core/calendar/dates.ts'
import { lastFridayBefore } from '#core/letters/due.ts'
import { createDraft } from '#db/letters/commands.ts'
import { dueRow, type DueRow } from '#db/letters/queries.ts'
import { findReferral } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'
import { withdrawnNext } from './due.ts'

export const emptyDraft: LetterDraft = {
  texts: {
    opening: '',
    question: '',
    question_before: null,
    attendance: '',
    skills: '',
    helps: '',
    opinion: '',
    discussed_on: null,
    next_step: '',
    agreements: [],
  },
  leftOutNotes: [],
}

/**
 * The open draft of a trajectory, or a new one from the day after the last letter up to the last finished week; or about
 * the days of a letter that was withdrawn, where those are due first. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `period_to` before the start.
 */
export function openProgressLetter(ctx: OfficeContext, trajectoryId: number): number {
  const row = found(dueRow(ctx.db, trajectoryId))
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const referral = found(findReferral(ctx.db, trajectory.referral_id))
  if (row.draft_id !== null) return row.draft_id
  const { from, to } = withdrawnNext(ctx, trajectoryId) ?? sinceLast(row, ctx.today)
  if (to < from) throw invalid('period_to', 'end_before_start')
  return createDraft(ctx.db, {
    kind: 'progress',
    participant_id: row.participant_id,
    trajectory_id: trajectoryId,
    case_manager_id: referral.case_manager_id,
    staff_id: trajectory.coach_id,
    period_from: from,
    period_to: to,
    dated_on: ctx.today,
    draft: JSON.stringify(emptyDraft),
  })
}

function sinceLast(row: DueRow, today: string): { from: string; to: string } {
  const from = row.last_period_to ? addDays(row.last_period_to, 1) : row.starts_on
  const lastFriday = lastFridayBefore(today)
  const last = lastFriday > from ? lastFriday : today
  return { from, to: row.ended_on && row.ended_on < last ? row.ended_on : last }
}
