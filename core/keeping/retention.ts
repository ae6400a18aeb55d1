import { isoWeek } from '../calendar/dates.ts'

/** How many copies are kept: of the last ones all, and further back one for each day, week and month that has any. */
export const kept = { last: 10, days: 14, weeks: 8, months: 12 } as const

export interface Kept {
  readonly id: string
  /** The day it was made, `YYYY-MM-DD`. */
  readonly day: string
}

/**
 * Which copies stay. `copies` are in the order in which they were made, oldest first: that order counts, not
 * the day that a clock gave them, so a clock that was wrong for a while costs no good copy.
 * A day, week or month without a copy does not count, so that nothing goes by waiting alone.
 */
export function keptCopies(copies: readonly Kept[]): Set<string> {
  const newestFirst = copies.toReversed()
  const stay = new Set(newestFirst.slice(0, kept.last).map(({ id }) => id))
  const oneFor = (period: (day: string) => string, most: number) => {
    const seen = new Set<string>()
    for (const { id, day } of newestFirst) {
      const name = period(day)
      if (seen.has(name)) continue
      if (seen.size === most) return
      seen.add(name)
      stay.add(id)
    }
  }
  oneFor((day) => day, kept.days)
  oneFor((day) => {
    const { year, week } = isoWeek(day)
    return `${year}-${week}`
  }, kept.weeks)
  oneFor((day) => day.slice(0, 7), kept.months)
  return stay
}

/** Of the sets of files that moved aside: so many of the newest stay, and all that are younger, in days. */
export const keptSets = { newest: 3, days: 90 } as const

export interface AsideSet {
  /** The moment it moved aside, which orders them: `2026-11-18 14.32.05`, with `-2` for a second one. */
  readonly name: string
  /** In days; below zero when a clock was wrong, which keeps it. */
  readonly age: number
  /** With a database in it: only these count as one of the newest. */
  readonly whole: boolean
}

/** Which sets stay. */
export function keptAside(sets: readonly AsideSet[]): Set<string> {
  const newest = sets
    .filter(({ whole }) => whole)
    .toSorted((a, b) => order(b.name, a.name))
    .slice(0, keptSets.newest)
  const young = sets.filter(({ age }) => age < keptSets.days)
  return new Set([...newest, ...young].map(({ name }) => name))
}

/** `… 14.32.05` comes before `… 14.32.05-2`, and that before `-10`. */
const order = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** For how many days the copy from before a migration stays whatever the other rules say. */
export const keptBeforeMigration = 30
