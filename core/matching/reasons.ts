/** Why one person and one opening go together, or do not. Pure; the rules in words: docs/matching.md. */
import type { MatchReason, MatchWish } from '../api/matching.ts'
import type { Between, OpeningFacts, PersonFacts } from './facts.ts'
import { body, language, licence, standing, time, travel } from './limits.ts'
import { wishes } from './wishes.ts'

/**
 * All there is to say, in the order of the screen. Each reason rests on the two fields that it points at.
 * @param today `YYYY-MM-DD`.
 */
export function reasons(
  person: PersonFacts,
  opening: OpeningFacts,
  between: Between,
  today: string,
): MatchReason[] {
  return [
    ...standing(person, opening, between, today),
    ...time(person, opening, between),
    ...body(person, opening),
    ...licence(person, opening),
    ...travel(person, between),
    ...language(person, opening),
    ...wishes(person, opening),
  ]
}

/** What decides the place in the list. */
export interface Weight {
  /** Nothing hard stands in the way. */
  readonly proposed: boolean
  /** The coach said before that it does not fit. */
  readonly declined: boolean
  readonly wishes: number
  readonly unknown: number
  readonly km: number | null
  readonly minutes: number | null
}

/** @param off wishes that do not count now. */
export function weigh(
  all: readonly MatchReason[],
  between: Pick<Between, 'km' | 'minutes'>,
  { off, declined }: { off: readonly MatchWish[]; declined: boolean },
): Weight {
  let [proposed, met, open] = [true, 0, 0]
  for (const one of all) {
    if (one.hard) proposed = false
    if (one.verdict === 'unknown') open += 1
    if (one.wish && !(off as readonly string[]).includes(one.rule)) met += 1
  }
  return { proposed, declined, wishes: met, unknown: open, km: between.km, minutes: between.minutes }
}

/**
 * The rule that is written on the screen: proposed first, what was declined before last, then the most wishes met,
 * the fewest unknowns, the nearest. What is the same stays in the order it came in: by name.
 */
export function byOrder(a: Weight, b: Weight): number {
  return (
    Number(b.proposed) - Number(a.proposed) ||
    Number(a.declined) - Number(b.declined) ||
    b.wishes - a.wishes ||
    a.unknown - b.unknown ||
    nearer(a.km, b.km) ||
    nearer(a.minutes, b.minutes)
  )
}

/** What is not known comes last. */
function nearer(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a - b
}
