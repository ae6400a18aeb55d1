/** The figures for municipalities: all of them, from the rows of one scope. Pure; see registry.ts for what there is. */
import { addDays, dayNumber, daysBetween } from '../calendar/dates.ts'
import { afterwards } from './afterwards.ts'
import { arrival } from './arrival.ts'
import type { Breakdown, Counted } from './count.ts'
import { ending } from './ending.ts'
import { growth } from './growth.ts'
import { hours } from './hours.ts'
import { places } from './places.ts'
import { breakdownCodes, figureCodes } from './registry.ts'
import type { FigureRows, Period, Span } from './rows.ts'
import { hosts, letters } from './work.ts'

export interface CountedReport {
  /** Every figure once, in the order of the registry. */
  readonly figures: readonly Counted[]
  /** Every breakdown once; without lines where nothing is split up. */
  readonly breakdowns: readonly Breakdown[]
}

/** All but `absent_in_a_row`, which takes longer to read than all the rest: that one is null here. */
export function countReport(rows: FigureRows, period: Period): CountedReport {
  const span = spanOf(period)
  const parts = [
    arrival(rows, span),
    places(rows, span),
    hours(rows),
    growth(rows),
    ending(rows, span),
    afterwards(rows, span),
    hosts(rows),
    letters(rows, span),
  ]
  const place = (codes: readonly string[]) => (a: { code: string }, b: { code: string }) =>
    codes.indexOf(a.code) - codes.indexOf(b.code)
  return {
    figures: parts.flatMap((part) => part.figures).toSorted(place(figureCodes)),
    breakdowns: parts.flatMap((part) => part.breakdowns).toSorted(place(breakdownCodes)),
  }
}

export function spanOf({ from, to }: Period): Span {
  return { from: dayNumber(from), to: dayNumber(to) }
}

/** The same number of days, up to the day before. As many whole months where it is whole months. */
export function periodBefore({ from, to }: Period): Period {
  const months = wholeMonths(from, to)
  const end = addDays(from, -1)
  if (months > 0) return { from: firstOfMonth(from, -months), to: end }
  return { from: addDays(end, -daysBetween(from, to)), to: end }
}

/** How many calendar months the period is, 0 when it is not whole months. */
function wholeMonths(from: string, to: string): number {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return 0
  const [a, b] = [from, addDays(to, 1)].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return (b ?? 0) - (a ?? 0)
}

function firstOfMonth(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
