/** How long a trajectory lasts and where in it we are. */
import { addDays, addMonths, daysBetween } from './dates.ts'

/**
 * The last day of a trajectory of `months`: the day before the same day `months` later. Where that month
 * has no such day (31 August, 6 months) it is the last day of that month.
 */
export function trajectoryEnd(startsOn: string, months: number): string {
  const same = addMonths(startsOn, months)
  return same.slice(8) === startsOn.slice(8) ? addDays(same, -1) : same
}

/** How many weeks these days make, rounded: 3 months are 13 weeks and 6 months 26. At least 1. */
export function weeksIn(startsOn: string, endsOn: string): number {
  return Math.max(1, Math.round((daysBetween(startsOn, endsOn) + 1) / 7))
}

/**
 * In which week of the trajectory `today` falls, the first being 1; null before the start and, when
 * `endsOn` is given, after the end. Never more than `weeksIn`, so that "week 27 of 26" cannot be read.
 */
export function weekOf(startsOn: string, today: string, endsOn?: string | null): number | null {
  if (today < startsOn) return null
  const week = Math.floor(daysBetween(startsOn, today) / 7) + 1
  if (endsOn === undefined || endsOn === null) return week
  return today > endsOn ? null : Math.min(week, weeksIn(startsOn, endsOn))
}
