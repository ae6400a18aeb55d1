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

/** The longest that a trajectory can take, in months: as table `trajectory` has it. */
export const mostMonths = 24

/**
 * How many months these days are called: the number whose end is nearest, from 1 to 24. On a tie the shorter
 * one, so that it is never more than was agreed.
 */
export function monthsBetween(startsOn: string, endsOn: string): number {
  let best = 1
  const off = (months: number) => Math.abs(daysBetween(trajectoryEnd(startsOn, months), endsOn))
  for (let months = 2; months <= mostMonths; months += 1) if (off(months) < off(best)) best = months
  return best
}

/**
 * The last day after `added` months more. Where the end is the one that the months make, it is counted from the
 * start, so that 3 + 3 months end on the day that 6 would have; an end that was agreed by date moves on from there.
 */
export function extendedEnd(
  of: { starts_on: string; planned_end_on: string; months: number },
  added: number,
): string {
  return of.planned_end_on === trajectoryEnd(of.starts_on, of.months)
    ? trajectoryEnd(of.starts_on, of.months + added)
    : trajectoryEnd(addDays(of.planned_end_on, 1), added)
}

/**
 * The last day of the term of the Wet inburgering 2021: three years, from the day after the one of the personal
 * plan (art. 11 Wet inburgering 2021, wetten.overheid.nl BWBR0044770). The municipality or DUO may extend it.
 */
export function civicTermEnd(pipOn: string): string {
  return trajectoryEnd(addDays(pipOn, 1), 36)
}

/** From how long before the end of the term it asks for attention, in months. */
const civicWarningMonths = 6

/** How the term of civic integration stands on this day; its last day still is in it. */
export function civicTermOn(endsOn: string | null, today: string): 'none' | 'runs' | 'soon' | 'passed' {
  if (endsOn === null) return 'none'
  if (today > endsOn) return 'passed'
  return today >= addMonths(endsOn, -civicWarningMonths) ? 'soon' : 'runs'
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
