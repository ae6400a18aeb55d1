/** Closed days as people say them: a summer is one line, from Monday to Friday. */
import { addDays, daysBetween, weekday } from './dates.ts'

/** No longer closure is meant: a slip of the year would close thousands of days. */
export const longestClosure = 120

/** The days of a range that close: Monday to Friday; of one single day, that day. Both ends count. */
export function daysToClose(day: string, until: string): string[] {
  if (day === until) return [day]
  const days: string[] = []
  for (let one = day; one <= until; one = addDays(one, 1)) if (weekday(one) <= 5) days.push(one)
  return days
}

export type ClosedRange = {
  readonly day: string
  readonly until: string
  readonly days: number
  readonly reason: string
}

/** Closed days that follow on each other, with at most a weekend between, and have the same reason. In order. */
export function closedRanges(closures: readonly { day: string; reason: string }[]): ClosedRange[] {
  const ranges: ClosedRange[] = []
  for (const { day, reason } of closures) {
    const last = ranges.at(-1)
    if (last !== undefined && last.reason === reason && day <= nextWorkday(last.until))
      ranges[ranges.length - 1] = { ...last, until: day, days: last.days + 1 }
    else ranges.push({ day, until: day, days: 1, reason })
  }
  return ranges
}

function nextWorkday(day: string): string {
  let next = addDays(day, 1)
  while (weekday(next) > 5) next = addDays(next, 1)
  return next
}

/** Whether a range is in order and not longer than anybody means. */
export function rangeProblem(day: string, until: string): 'end_before_start' | 'number_range' | null {
  if (until < day) return 'end_before_start'
  return daysBetween(day, until) >= longestClosure ? 'number_range' : null
}
