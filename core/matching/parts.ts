/** Half-days as one number: a bit for each morning, afternoon and evening of the week, so that 5,000 are compared at once. */
import { dayPartKey, intakeDayParts } from '../intake/types.ts'

/** Keys in the order of the week; the place in this list is the bit. */
const allParts: readonly string[] = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  intakeDayParts.map((part) => dayPartKey(day, part)),
)
const bitOf: ReadonlyMap<string, number> = new Map(allParts.map((key, index) => [key, 1 << index]))
/** Morning, afternoon and evening of Monday. */
const oneDay = 0b111

/** "1-morning", ...: keys that are no half-day are passed over. */
export function partsMask(keys: readonly string[]): number {
  let mask = 0
  for (const key of keys) mask |= bitOf.get(key) ?? 0
  return mask
}

const named = new Map<number, string[]>()

/** The keys, in the order of the week; the same list for the same half-days, which nobody changes. */
export function partsOf(mask: number): string[] {
  let keys = named.get(mask)
  if (!keys) named.set(mask, (keys = allParts.filter((_, index) => (mask & (1 << index)) !== 0)))
  return keys
}

export function countParts(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** On how many days of the week there is at least one. */
export function countDays(mask: number): number {
  let days = 0
  for (let day = 0; day < 7; day += 1) if ((mask & (oneDay << (3 * day))) !== 0) days += 1
  return days
}

/** The fewest days on which `needed` of these half-days can be done. */
export function fewestDays(mask: number, needed: number): number {
  const perDay: number[] = []
  for (let day = 0; day < 7; day += 1) perDay.push(countParts(mask & (oneDay << (3 * day))))
  perDay.sort((a, b) => b - a)
  let [days, done] = [0, 0]
  while (done < needed && days < 7) {
    done += perDay[days] ?? 0
    days += 1
  }
  return days
}
