/** Who still has a place at the moments of aftercare that came in a period, as it was known on the last day. */
import { outcomes, type Moments } from './facts.ts'
import { durableMonths } from './registry.ts'
import type { Span } from './rows.ts'
import { never } from './table.ts'

/** A line of a moment: everybody for whom it came, and what is known of them on the last day. */
export const momentLines = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const

/**
 * Ids by line, everybody once and in order. `passed` is `reached`, `not_reached`, `stopped` and `open` together, and
 * `still` is the part of `reached` that is at the place or went on to a next one.
 */
export type PeopleOfMoment = Record<(typeof momentLines)[number], number[]>

const nobody = (): PeopleOfMoment => ({
  passed: [],
  reached: [],
  still: [],
  not_reached: [],
  stopped: [],
  open: [],
})

/**
 * Of each month in `durableMonths`. Of somebody with two trajectories the later moment counts.
 * @param belongs whether what came after this referral is asked for.
 */
export function peopleOfMoments(
  tables: readonly Moments[],
  belongs: (referralId: number | null) => boolean,
  { from, to }: Span,
): readonly PeopleOfMoment[] {
  const people = durableMonths.map(nobody)
  for (const table of tables) {
    // Rows of one person stand together, in the order of their days: the last of each month is known at the next person.
    const last = durableMonths.map(() => -1)
    for (let n = 0; n <= table.due_on.length; n += 1) {
      if (n > 0 && table.participant_id[n] !== table.participant_id[n - 1]) write(table, last)
      const due_on = table.due_on[n] ?? never
      if (due_on < from || due_on > to) continue
      const place = (durableMonths as readonly number[]).indexOf(table.month[n] ?? 0)
      if (place >= 0 && belongs(table.referral_id[n] ?? null)) last[place] = n
    }
  }
  return people

  function write(table: Moments, last: number[]): void {
    for (const [place, of] of people.entries()) {
      const n = last[place] ?? -1
      if (n < 0) continue
      last[place] = -1
      const id = table.participant_id[n] ?? 0
      const state = stateOn(table, n, to)
      of.passed.push(id)
      if (state === 'still' || state === 'ended') of.reached.push(id)
      if (state !== 'ended') of[state].push(id)
    }
  }
}

/** What was known on this day: what was written down later counts later. */
function stateOn(
  table: Moments,
  n: number,
  day: number,
): 'still' | 'ended' | 'not_reached' | 'stopped' | 'open' {
  if ((table.done_on[n] ?? never) > day) return (table.stopped_on[n] ?? never) <= day ? 'stopped' : 'open'
  const outcome = outcomes[table.outcome[n] ?? -1]
  if (outcome === 'not_reached') return 'not_reached'
  return outcome === 'stopped' ? 'ended' : 'still'
}
