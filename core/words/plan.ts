/** Which word comes on which day of the workshop. */
import { addDays, daysBetween, weekday } from '../calendar/dates.ts'
import { fitsOn } from './fits.ts'

export interface PlanWord {
  readonly id: number
  /** `''`, or the day of the year that it belongs to: see fits.ts. */
  readonly fits: string
}
export interface WordOn {
  readonly day: string
  readonly wordId: number
}
export interface PlanInput {
  /** In the order of the list. */
  readonly words: readonly PlanWord[]
  /** First and last day that get a word. */
  readonly from: string
  readonly until: string
  /** Whether the workshop is closed on this day; weekends need not be in it. Asked up to `lookAhead` days further. */
  isClosed(day: string): boolean
  /** What stood on earlier days. */
  readonly before: readonly WordOn[]
  /** What somebody put on a day from `from` on: it stays there. */
  readonly chosen: readonly WordOn[]
}

/** A feast after the last day may take a day before it: so far ahead feasts are looked for. */
export const lookAhead = 60
/** A word that came so shortly before its feast, in days, has had its turn. */
const turnDays = 30

/**
 * One word for each day from Monday to Friday on which the workshop is open. A word that belongs to a feast comes
 * on that day, or on the last open day before it; words of one feast take the days before each other, the first of
 * the list nearest to the feast. The other words come in the order of the list, the one that was away longest
 * first. The same facts give the same plan, and a plan that is made again on a later day goes on where it was.
 */
export function planWords({ words, from, until, isClosed, before, chosen }: PlanInput): WordOn[] {
  const end = addDays(until, lookAhead)
  const fixed = new Map(chosen.map(({ day, wordId }) => [day, wordId]))
  const open: string[] = []
  for (let day = from; day <= end; day = addDays(day, 1))
    if (weekday(day) <= 5 && !isClosed(day) && !fixed.has(day)) open.push(day)
  const feasts = feastDays(words, { from, end }, open, [...before, ...chosen])

  const last = new Map<number, string>()
  for (const { day, wordId } of before) if (day > (last.get(wordId) ?? '')) last.set(wordId, day)
  const others = words.filter((word) => word.fits === '')
  const plan: WordOn[] = []
  const days = [...open, ...fixed.keys()].filter((day) => day <= until).sort()
  for (const day of days) {
    const wordId = fixed.get(day) ?? feasts.get(day) ?? nextOf(others, last, laterThan(chosen, day))
    if (wordId === null) continue
    last.set(wordId, day)
    plan.push({ day, wordId })
  }
  return plan
}

const laterThan = (chosen: readonly WordOn[], day: string): ReadonlySet<number> =>
  new Set(chosen.filter((one) => one.day > day).map((one) => one.wordId))

/** The word that was away longest; first in the list when more were never there. Not one that is to come anyway. */
function nextOf(
  words: readonly PlanWord[],
  last: ReadonlyMap<number, string>,
  toCome: ReadonlySet<number>,
): number | null {
  let found: { id: number; day: string } | null = null
  for (const { id } of words) {
    if (toCome.has(id) && words.length > toCome.size) continue
    const day = last.get(id) ?? ''
    if (found === null || day < found.day) found = { id, day }
    if (day === '') break
  }
  return found?.id ?? null
}

/** First the feasts on an open day, then the others, the last one first, each on the last free day before it. */
function feastDays(
  words: readonly PlanWord[],
  { from, end }: { from: string; end: string },
  open: readonly string[],
  known: readonly WordOn[],
): Map<string, number> {
  const feasts: { on: string; id: number }[] = []
  for (const { id, fits } of words)
    for (let year = Number(from.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
      const on = fitsOn(fits, year)
      if (on === null || on < from || on > end) continue
      if (!known.some((one) => one.wordId === id && isTurn(one.day, on))) feasts.push({ on, id })
    }
  feasts.sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0)) // stable: the order of the list within a day

  const taken = new Map<string, number>()
  const isOpen = new Set(open)
  const waiting = feasts.filter(({ on, id }) => {
    if (!isOpen.has(on) || taken.has(on)) return true
    taken.set(on, id)
    return false
  })
  for (const { on, id } of waiting) {
    const day = open.findLast((one) => one < on && !taken.has(one))
    if (day !== undefined) taken.set(day, id)
  }
  return taken
}

function isTurn(day: string, feast: string): boolean {
  const days = daysBetween(day, feast)
  return days >= 0 && days <= turnDays
}
