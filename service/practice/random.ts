/** Chance that can be repeated: the same seed gives the same office on every machine. No secrets come from here. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `min` up to and including `max`. */
  int(min: number, max: number): number
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `[value, weight]`: weights need not add up to anything. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** `count` different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[]
  /** Chance of its own for one subject, so that what is drawn elsewhere changes nothing here. */
  fork(label: string): Random
}

/** sfc32 (Chris Doty-Humphrey, PractRand), started from a hash of the seed; 32-bit integers only. */
export function createRandom(seed: string): Random {
  let a = hash(seed, 0x811c9dc5)
  let b = hash(seed, 0x9e3779b9)
  let c = hash(seed, 0x85ebca6b)
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let n = 0; n < 15; n += 1) next()

  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const random: Random = {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    weighted(list) {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        rest -= weight
        if (rest < 0) return value
      }
      return at(list, list.length - 1)[0]
    },
    some(list, count) {
      const wanted = Math.min(count, list.length)
      const chosen = new Set<number>()
      while (chosen.size < wanted) chosen.add(int(0, list.length - 1))
      return list.filter((_, index) => chosen.has(index))
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  }
  return random
}

/** FNV-1a over the UTF-16 units, stirred at the end (MurmurHash3's finaliser). */
function hash(text: string, start: number): number {
  let value = start | 0
  for (let n = 0; n < text.length; n += 1) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** The element there; the caller knows that there is one. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index]
  if (value === undefined) throw new RangeError('nothing at this place of the list')
  return value
}

/** The items one after the other, and then from the first again. */
export function inTurn<T>(list: readonly T[], index: number): T {
  return at(list, index % list.length)
}
