/** Which half-days somebody is expected. */
import type { DayPart } from '../api/fields.ts'
import type { Schedule, SchedulePart } from '../api/programme.ts'
import { weekday } from '../calendar/dates.ts'

const order: Record<DayPart, number> = { morning: 0, afternoon: 1 }

/**
 * The half-days that are planned on `day`, morning first, by the schedule that is valid then: the last one
 * with `valid_from` on or before it. Nothing outside the trajectory; `lastDay` is `ended_on`, or else
 * `planned_end_on`. Closed days are the caller's: see core/attendance/totals.ts.
 */
export function plannedParts(
  schedules: readonly Schedule[],
  startsOn: string,
  lastDay: string | null,
  day: string,
): SchedulePart[] {
  if (day < startsOn || (lastDay !== null && day > lastDay)) return []
  const valid = scheduleOn(schedules, day)
  if (valid === null) return []
  const today = weekday(day)
  return valid.parts.filter((p) => p.weekday === today).toSorted((a, b) => order[a.part] - order[b.part])
}

/** The schedule that is valid on this day; null before the first one. */
export function scheduleOn(schedules: readonly Schedule[], day: string): Schedule | null {
  let found: Schedule | null = null
  for (const schedule of schedules)
    if (schedule.valid_from <= day && (found === null || schedule.valid_from > found.valid_from))
      found = schedule
  return found
}

/** Minutes of one planned half-day. */
export function partMinutes(part: Pick<SchedulePart, 'start_minute' | 'end_minute'>): number {
  return part.end_minute - part.start_minute
}

/** Planned minutes per week of a schedule. */
export function weekMinutes(parts: readonly SchedulePart[]): number {
  return parts.reduce((sum, part) => sum + partMinutes(part), 0)
}
