/** The statement of hours: which days it is about, and its figures, from the same sums as everywhere. */
import type { HoursDraft } from '#core/api/letters.ts'
import { monthTotals, sumTotals } from '#core/attendance/totals.ts'
import { plannedParts, type Plan } from '#core/attendance/plan.ts'
import { addDays, addMonths, monthBounds } from '#core/calendar/dates.ts'
import type { HoursFacts, HourSums } from '#core/letters/facts.ts'
import { marksOf } from '#db/attendance/queries.ts'
import type { StoredMark } from '#db/attendance/queries.ts'
import { personMinutes } from '#db/attendance/totals.ts'
import { createDraft } from '#db/letters/commands.ts'
import { hoursDraftOf } from '#db/letters/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { listClosures } from '#db/office/queries.ts'
import { findReferral } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import { pausesOf, schedulesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import { closedMinutes } from '../attendance/closed.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'
import { letterFacts } from './parties.ts'

export function hoursLetterFacts(ctx: OfficeContext, letter: LetterHead): HoursFacts {
  const trajectory = ofLetter(ctx, letter)
  const { starts_on, planned_end_on, ended_on } = trajectory
  const { period_from: from, period_to: to } = letter
  const marks = marksOf(ctx.db, trajectory.id, from, to)
  const unfilled = unfilledDays(ctx, trajectory, marks, from, to)
  return {
    ...letterFacts(ctx, letter),
    kind: 'hours',
    trajectory: { starts_on, planned_end_on, ended_on },
    months: monthsOf(from, to).map((days) => ({
      month: days.from.slice(0, 7),
      ...sumsOf(ctx, trajectory, days.from, days.to),
    })),
    total: sumsOf(ctx, trajectory, from, to),
    ...besideThePlan(marks),
    unfilled_parts: unfilled.length,
    unfilled_on: unfilled[0] ?? null,
    texts: (JSON.parse(letter.draft) as HoursDraft).texts,
  }
}

/** From the month totals, as every figure of the office. */
function sumsOf(ctx: OfficeContext, trajectory: TrajectoryRow, from: string, to: string): HourSums {
  const who = { participantId: trajectory.participant_id, trajectoryId: trajectory.id }
  const { rate: _rate, ...minutes } = sumTotals(personMinutes(ctx.db, who, from, to))
  return { ...minutes, closed_minutes: closedMinutes(ctx, who, from, to) }
}

/** What makes planned differ from present and absent together. */
function besideThePlan(marks: readonly StoredMark[]): Pick<HoursFacts, 'missed_minutes' | 'extra_minutes'> {
  const planned = monthTotals(marks.filter((mark) => mark.planned_minutes > 0))
  const extra = monthTotals(marks.filter((mark) => mark.planned_minutes === 0))
  return {
    missed_minutes:
      planned.planned_minutes - planned.present_minutes - planned.notified_minutes - planned.no_show_minutes,
    extra_minutes: extra.present_minutes,
  }
}

/** The months of a period, the first and the last as far as they are in it. */
export function monthsOf(from: string, to: string): { from: string; to: string }[] {
  const months = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) {
    const month = monthBounds(day.slice(0, 7))
    months.push({ from: month.from < from ? from : month.from, to: month.to > to ? to : month.to })
  }
  return months
}

/** The day of each planned half-day without a mark, oldest first. */
function unfilledDays(
  ctx: OfficeContext,
  trajectory: TrajectoryRow,
  marks: readonly StoredMark[],
  from: string,
  to: string,
): string[] {
  const plan: Plan = {
    schedules: schedulesOf(ctx.db, [trajectory.id]).get(trajectory.id) ?? [],
    startsOn: trajectory.starts_on,
    lastDay: trajectory.ended_on ?? trajectory.planned_end_on,
    pauses: pausesOf(ctx.db, [trajectory.id]).get(trajectory.id) ?? [],
  }
  const closed = new Set(listClosures(ctx.db, from, to).map((closure) => closure.day))
  const filled = new Set(marks.map((mark) => `${mark.day} ${mark.part}`))
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (closed.has(day)) continue
    for (const { part } of plannedParts(plan, day)) if (!filled.has(`${day} ${part}`)) days.push(day)
  }
  return days
}

/** The first and the last day that a statement can be about; `lastWhole` leaves out today until all of it is filled in. */
export function statementBounds(
  ctx: OfficeContext,
  trajectory: TrajectoryRow,
): { earliest: string; latest: string; lastWhole: string } {
  const { id, starts_on: earliest } = trajectory
  const lastDay = trajectory.ended_on ?? trajectory.planned_end_on
  if (lastDay < ctx.today) return { earliest, latest: lastDay, lastWhole: lastDay }
  const latest = ctx.today
  const marks = marksOf(ctx.db, id, latest, latest)
  const whole = marks.length > 0 && unfilledDays(ctx, trajectory, marks, latest, latest).length === 0
  return { earliest, latest, lastWhole: whole ? latest : addDays(latest, -1) }
}

/**
 * The open statement of a trajectory, or a new one about it so far. Inside a command.
 * @throws CommandError INVALID on `period_to` before its start.
 */
export function openHoursLetter(ctx: OfficeContext, trajectoryId: number): number {
  const open = hoursDraftOf(ctx.db, trajectoryId)
  if (open !== undefined) return open
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const referral = found(findReferral(ctx.db, trajectory.referral_id))
  const { earliest, latest, lastWhole } = statementBounds(ctx, trajectory)
  if (latest < earliest) throw invalid('period_to', 'end_before_start')
  const draft: HoursDraft = { texts: { remark: '' } }
  return createDraft(ctx.db, {
    kind: 'hours',
    participant_id: trajectory.participant_id,
    trajectory_id: trajectoryId,
    case_manager_id: referral.case_manager_id,
    staff_id: trajectory.coach_id,
    period_from: earliest,
    period_to: lastWhole < earliest ? latest : lastWhole,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}

/** @throws CommandError INVALID on the day that is not in it. */
export function checkPeriod(
  { earliest, latest }: { earliest: string; latest: string },
  { from, to }: { from: string; to: string },
  today: string,
): void {
  if (from < earliest || from > latest)
    throw invalid('from', from > today ? 'date_in_future' : 'outside_trajectory')
  if (to < from) throw invalid('to', 'end_before_start')
  if (to > latest) throw invalid('to', to > today ? 'date_in_future' : 'outside_trajectory')
}

export function ofLetter(ctx: OfficeContext, letter: LetterHead): TrajectoryRow {
  return found(letter.trajectory_id === null ? null : trajectoryById(ctx.db, letter.trajectory_id))
}
