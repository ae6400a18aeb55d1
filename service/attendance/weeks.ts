/** The week as a whole: the order of its people, what is still empty in it, and whether it is closed. */
import type { DayPart } from '#core/api/fields.ts'
import { scheduleOn } from '#core/attendance/plan.ts'
import { weekOrder } from '#core/attendance/week-order.ts'
import type { WeekGroup, WeekPerson } from '#core/attendance/week-order.ts'
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import type { WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { closedWeeks, weekGrouping } from '#db/attendance/weeks.ts'
import type { OfficeContext } from '../context.ts'
import { agreedParts, markOn } from './sheet.ts'
import type { Plans, Sheet } from './sheet.ts'

/**
 * The people of a week in the order of the grid, which is that of the paper.
 * @param sheet of days in that week; who has a place in it is in the order.
 * @param monday of that week. The schedule of its end counts, also of who is away or ended in it.
 */
export function weekGroups(
  ctx: OfficeContext,
  sheet: Plans,
  monday: string,
): WeekGroup<WeekTrajectoryRow & WeekPerson>[] {
  const sunday = addDays(monday, 6)
  const grouping = weekGrouping(ctx.db)
  const people = sheet.trajectories.map((row) => ({
    ...row,
    coachName: row.coach_name,
    weekdays: grouping === 'days' ? weekdaysOf(sheet, row, sunday) : [],
  }))
  return weekOrder(people, grouping)
}

function weekdaysOf(sheet: Plans, row: WeekTrajectoryRow, day: string): number[] {
  const parts = scheduleOn(sheet.plans.get(row.id)?.schedules ?? [], day)?.parts ?? []
  return [...new Set(parts.map((part) => part.weekday))].toSorted((a, b) => a - b)
}

export interface EmptyPart {
  readonly row: WeekTrajectoryRow
  readonly day: string
  readonly part: DayPart
}

/** Half-days of these days, both ends included, that were planned on open days and that nobody filled in. */
export function emptyParts(sheet: Sheet, from: string, to: string): EmptyPart[] {
  const empty: EmptyPart[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (sheet.closed.has(day)) continue
    for (const row of sheet.trajectories) {
      if (row.starts_on > day || row.last_day < day) continue
      for (const { part } of agreedParts(sheet, row, day))
        if (markOn(sheet, row.participant_id, day, part) === undefined) empty.push({ row, day, part })
    }
  }
  return empty
}

/** The Mondays of closed weeks among those of these days; nothing in them changes. */
export function closedMondays(ctx: OfficeContext, from: string, to: string): ReadonlySet<string> {
  return new Set(closedWeeks(ctx.db, mondayOf(from), to).map((week) => week.monday))
}
