/** How appointments lie in a day: those at the same time side by side, and which hours the day shows. */
import { overlap, type Hours } from './warnings.ts'

export type Placed<T> = { readonly item: T; readonly column: number; readonly columns: number }

/**
 * Gives each its column, from 0. Appointments that hang together by overlapping share the same number of columns, so
 * that none lies over another; one that begins when the other ends takes its place.
 */
export function sideBySide<T extends Hours>(items: readonly T[]): Placed<T>[] {
  const sorted = items.toSorted((a, b) => a.start_minute - b.start_minute || b.end_minute - a.end_minute)
  const placed: Placed<T>[] = []
  let group: { item: T; column: number }[] = []
  let until = -1
  const close = () => {
    const columns = Math.max(0, ...group.map(({ column }) => column + 1))
    placed.push(...group.map(({ item, column }) => ({ item, column, columns })))
    group = []
  }
  for (const item of sorted) {
    if (item.start_minute >= until) close()
    const taken = new Set(group.filter((one) => overlap(one.item, item)).map((one) => one.column))
    let column = 0
    while (taken.has(column)) column += 1
    group.push({ item, column })
    until = Math.max(until, item.end_minute)
  }
  close()
  return placed
}

/** The hours that a week shows: those that are used, whole, and at least `least` of them. */
export function hoursShown(items: readonly Hours[], least = 7): { from: number; until: number } {
  const start = Math.min(9 * 60, ...items.map((one) => one.start_minute))
  const end = Math.max(start + least * 60, ...items.map((one) => one.end_minute))
  return { from: Math.floor(start / 60), until: Math.min(24, Math.ceil(end / 60)) }
}
