/** The small pieces that figures are made of. */
import type { BreakdownCode, FigureCode } from './registry.ts'
import type { Span } from './rows.ts'

/**
 * One figure with who is behind it. `people` and `hosts` hold everybody once; where `value` is higher than that,
 * somebody counted more than once. `of` is the whole that a part belongs to, or of how many a middle or a mean is
 * taken; `whole` are the people of it. `value` is null where there is nothing to count from: no 0 per cent of nobody.
 */
export interface Counted {
  readonly code: FigureCode
  readonly value: number | null
  readonly of: number | null
  readonly people: readonly number[]
  readonly whole: readonly number[]
  readonly hosts: readonly number[]
}

/** A line of a breakdown: `key` is a value of a list of core/api, a number of steps, or the id of a skill. */
export interface Line {
  readonly key: string
  /** What stands in the data itself, such as the name of a skill; '' where the key has a word of its own. */
  readonly name: string
  readonly value: number
  readonly of: number | null
  readonly people: readonly number[]
}
export interface Breakdown {
  readonly code: BreakdownCode
  readonly lines: readonly Line[]
}

/** What one topic of the report comes to: its figures, and what it splits up. */
export interface Part {
  readonly figures: readonly Counted[]
  readonly breakdowns: readonly Breakdown[]
}

export type OfPerson = { readonly participant_id: number }

export const within =
  ({ from, to }: Span) =>
  (day: number | null) =>
    day !== null && day >= from && day <= to

/** Everybody once, in the order of their ids. */
export function peopleOf(rows: readonly OfPerson[]): number[] {
  return unique(rows.map((row) => row.participant_id))
}

/** Everybody once, in order. Most lists are in order already: then nothing is sorted. */
export function unique(ids: readonly number[]): number[] {
  const once: number[] = []
  let last = 0
  for (const id of ids) {
    if (id < last) return [...new Set(ids)].toSorted((a, b) => a - b)
    if (id > last) once.push(id)
    last = id
  }
  return once
}

const nobody = { of: null, people: [], whole: [], hosts: [] } as const

/** Counts rows: somebody with two of them counts twice. */
export function countRows(code: FigureCode, rows: readonly OfPerson[]): Counted {
  return { ...nobody, code, value: rows.length, people: peopleOf(rows) }
}

/** Counts people. */
export function countPeople(code: FigureCode, rows: readonly OfPerson[]): Counted {
  return countOnce(
    code,
    rows.map((row) => row.participant_id),
  )
}

/** Counts everybody once. */
export function countOnce(code: FigureCode, ids: readonly number[]): Counted {
  const people = unique(ids)
  return { ...nobody, code, value: people.length, people }
}

/** A part of a whole, in rows. Nothing where the whole is empty. */
export function partOfRows(code: FigureCode, part: readonly OfPerson[], whole: readonly OfPerson[]): Counted {
  const value = whole.length === 0 ? null : part.length
  return { ...nobody, code, value, of: whole.length, people: peopleOf(part), whole: peopleOf(whole) }
}

/** A part of a whole, in people. Nothing where the whole is empty. */
export function partOfPeople(code: FigureCode, part: readonly number[], whole: readonly number[]): Counted {
  const [people, all] = [unique(part), unique(whole)]
  return {
    ...nobody,
    code,
    value: all.length === 0 ? null : people.length,
    of: all.length,
    people,
    whole: all,
  }
}

/** A number that is no count, with the people it rests on. */
export function measure(code: FigureCode, value: number | null, rows: readonly OfPerson[]): Counted {
  return { ...nobody, code, value, people: peopleOf(rows) }
}

/** The middle one, or halfway between the middle two; null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = Float64Array.from(numbers).sort()
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The middle of so many days, each of one row. */
export function medianDays(
  code: FigureCode,
  days: readonly { readonly participant_id: number; readonly days: number }[],
): Counted {
  return { ...measure(code, median(days.map((row) => row.days)), days), of: days.length }
}

export function line(key: string, rows: readonly OfPerson[]): Line {
  return { key, name: '', value: rows.length, of: null, people: peopleOf(rows) }
}

/** A line that counts everybody once, whatever number of rows they have. */
export function lineOfPeople(key: string, people: readonly number[]): Line {
  return { key, name: '', value: people.length, of: null, people }
}
