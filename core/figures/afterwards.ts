/** How it goes afterwards: who still has a place at a moment of aftercare, and whether places were the work hoped for. */
import type { MunicipalityFigures } from '../api/results.ts'
import type { AftercareRow, Period, PlacementRow } from './rows.ts'

type Line = MunicipalityFigures['durability'][number]

/** The moments that municipalities ask about. Six months is the rule of 26 weeks. */
export const durableMonths = [3, 6, 12, 18] as const

/**
 * Of each moment: the people for whom it came in the period, and what is known of them on its last day. Everybody
 * counts once, with the latest of their moments: `passed` is `reached`, `not_reached`, `stopped` and `open`
 * together, and `still` is the part of `reached` that is at the place or went on to a next one.
 */
export function durabilityOf(rows: readonly AftercareRow[], period: Period): Line[] {
  return durableMonths.map((month) => {
    const came = rows.filter((a) => a.month === month && a.due_on >= period.from && a.due_on <= period.to)
    const last = [...Map.groupBy(came, (a) => a.participant_id).values()].map((list) =>
      list.reduce((a, b) => (b.due_on >= a.due_on ? b : a)),
    )
    const people = (wanted: (state: State) => boolean) =>
      last
        .filter((a) => wanted(stateOn(a, period.to)))
        .map((a) => a.participant_id)
        .toSorted((a, b) => a - b)
    return {
      month,
      passed: people(() => true),
      reached: people((state) => state === 'still' || state === 'ended'),
      still: people((state) => state === 'still'),
      not_reached: people((state) => state === 'not_reached'),
      stopped: people((state) => state === 'stopped'),
      open: people((state) => state === 'open'),
    }
  })
}

type State = 'still' | 'ended' | 'not_reached' | 'stopped' | 'open'

/** What was known on this day: what was written down later counts later. */
function stateOn(a: AftercareRow, day: string): State {
  if (a.done_on !== null && a.done_on <= day) {
    if (a.outcome === 'not_reached') return 'not_reached'
    return a.outcome === 'stopped' ? 'ended' : 'still'
  }
  return a.stopped_on !== null && a.stopped_on <= day ? 'stopped' : 'open'
}

/** Of everybody with a place that began and ended in the period: the last one about which they were asked. */
export function lastPlaceAsked(rows: readonly PlacementRow[], period: Period): PlacementRow[] {
  const asked = rows.filter(
    (p) =>
      p.stage === 'ended' &&
      p.meaningful !== null &&
      p.starts_on !== null &&
      p.ended_on !== null &&
      p.ended_on >= period.from &&
      p.ended_on <= period.to,
  )
  return [...Map.groupBy(asked, (p) => p.participant_id).values()].map((list) =>
    list.reduce((a, b) => ((b.ended_on ?? '') >= (a.ended_on ?? '') ? b : a)),
  )
}
