/**
 * Room divided over parts that want some: who wants little gets it all, the others get as much as each other.
 * @returns for each part at most what it wants; together at most `room`.
 */
export function share(wanted: readonly number[], room: number): number[] {
  const given = wanted.map(() => 0)
  let left = room
  const order = wanted.map((_, n) => n).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  for (const [done, n] of order.entries()) {
    const part = Math.min(wanted[n] ?? 0, left / (order.length - done))
    given[n] = part
    left -= part
  }
  return given
}
