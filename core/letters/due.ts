/** When the next progress letter has to be written. */
import { addDays, mondayOf } from '../calendar/dates.ts'

export type LetterDue = { on: string; why: 'interval' | 'before_end' }

/**
 * The day up to which a letter has to report, or null when nothing is left to write.
 *
 * A letter comes every `intervalWeeks`, counted from the last day that a letter covers (or from the start),
 * and one `beforeEndWeeks` before the end, so that the municipality can still decide about an extension.
 * A letter that reaches that moment is the last (a letter covers whole weeks: the Friday before is enough); the end report follows outside this rule. A trajectory
 * that stopped early asks for one letter up to its last day, unless such a letter is there.
 */
export function nextLetterDue(input: {
  startsOn: string
  plannedEndOn: string
  endedOn: string | null
  /** The last day of the period of the latest letter that was finalised. */
  lastPeriodTo: string | null
  intervalWeeks: number
  beforeEndWeeks: number
}): LetterDue | null {
  const { startsOn, plannedEndOn, endedOn, lastPeriodTo } = input
  const lastDay = endedOn !== null && endedOn < plannedEndOn ? endedOn : plannedEndOn
  const wished = addDays(lastDay, -7 * input.beforeEndWeeks)
  const beforeEnd = wished < startsOn ? startsOn : wished
  if (lastPeriodTo !== null && lastPeriodTo >= lastFridayBefore(beforeEnd)) return null
  const covered = lastPeriodTo ?? addDays(startsOn, -1)
  const interval = addDays(covered, 7 * input.intervalWeeks)
  if (interval < beforeEnd) return { on: interval, why: 'interval' }
  return { on: lastDay < plannedEndOn ? lastDay : beforeEnd, why: 'before_end' }
}

/**
 * The last day of the last finished week: what a letter that is written on `day` covers, so that nobody has
 * to fill in half a week first.
 */
export function lastFridayBefore(day: string): string {
  return addDays(mondayOf(day), -3)
}
