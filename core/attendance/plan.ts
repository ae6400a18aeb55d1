/** Which half-days somebody is expected. */
import type { AttendanceMark } from '../api/fields.ts'
import type { Schedule, SchedulePart } from '../api/programme.ts'
import { addDays, weekday } from '../calendar/dates.ts'

/** Agreed beforehand, so they may be filled in for days to come. */
export const agreedMarks: ReadonlySet<AttendanceMark> = new Set(['leave', 'school', 'elsewhere', 'ill'])
/** A half-day outside the schedule counts as long as a usual one, unless times say otherwise. */
export const usualMinutes = 150

/** Days in a row; both ends count. Without an end they go on. */
export interface Days {
  readonly starts_on: string
  readonly ends_on: string | null
}

/** When somebody is expected, as far as it was agreed. */
export interface Plan {
  readonly schedules: readonly Schedule[]
  readonly startsOn: string
  /** `ended_on`, or else `planned_end_on`; null for no end. */
  readonly lastDay: string | null
  readonly pauses: readonly Days[]
}

/**
 * The half-days that are planned on `day`, morning first, by the schedule that is valid then: the last one
 * with `valid_from` on or before it. Nothing outside the trajectory and nothing in a pause. Closed days are
 * the caller's: see core/attendance/totals.ts.
 */
export function plannedParts({ schedules, startsOn, lastDay, pauses }: Plan, day: string): SchedulePart[] {
  if (day < startsOn || (lastDay !== null && day > lastDay)) return []
  if (pauseOn(pauses, day) !== null) return []
  const valid = scheduleOn(schedules, day)
  if (valid === null) return []
  return onWeekday(valid.parts, weekday(day))
}

/** At most a morning and an afternoon. Asked for every person and day of a quarter, so without a list in between. */
function onWeekday(parts: readonly SchedulePart[], wanted: number): SchedulePart[] {
  const found: SchedulePart[] = []
  for (const part of parts) {
    if (part.weekday !== wanted) continue
    if (part.part === 'morning') found.unshift(part)
    else found.push(part)
  }
  return found
}

/** The pause that this day is in; null when there is none. */
export function pauseOn<T extends Days>(pauses: readonly T[], day: string): T | null {
  for (const pause of pauses)
    if (pause.starts_on <= day && (pause.ends_on === null || day <= pause.ends_on)) return pause
  return null
}

/** Whether two stretches of days have a day in common. */
export function daysMeet(a: Days, b: Days): boolean {
  const endsBefore = (one: Days, other: Days) => one.ends_on !== null && one.ends_on < other.starts_on
  return !endsBefore(a, b) && !endsBefore(b, a)
}

/** Planned minutes of these days, both ends included, without the closed ones. */
export function plannedMinutes(plan: Plan, from: string, to: string, closed: ReadonlySet<string>): number {
  let sum = 0
  for (let day = from; day <= to; day = addDays(day, 1))
    if (!closed.has(day)) sum += weekMinutes(plannedParts(plan, day))
  return sum
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
