/** How it goes afterwards: who still has a place at a moment of aftercare, and whether places were the work hoped for. */
import { line, lineOfPeople, partOfPeople, unique, within, type Breakdown, type Part } from './count.ts'
import { durableMonths } from './registry.ts'
import type { BenefitRow, FigureRows, MomentRow, Period, PlacementRow } from './rows.ts'

type State = 'still' | 'ended' | 'not_reached' | 'stopped' | 'open'

/** A line of a moment: everybody for whom it came, and what is known of them on the last day. */
export const momentLines = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const

/**
 * Of each moment: `passed` is `reached`, `not_reached`, `stopped` and `open` together, and `still` is the part of
 * `reached` that is at the place or went on to a next one. And what is known of benefits, everybody once.
 */
export function afterwards(rows: FigureRows, period: Period): Part {
  const byMonth = Map.groupBy(rows.moments, ({ month }) => month)
  const moments = durableMonths.map((month) => ({
    month,
    people: momentOf(byMonth.get(month) ?? [], period),
  }))
  const asked = lastPlaceAsked(rows.placements, period)
  return {
    figures: [
      ...moments.map(({ month, people }) =>
        partOfPeople(`still_there_${month}`, people.still, people.reached),
      ),
      partOfPeople(
        'meaningful',
        asked.filter((p) => p.meaningful === 'yes').map((p) => p.participant_id),
        asked.map((p) => p.participant_id),
      ),
    ],
    breakdowns: [
      ...moments.map(({ month, people }): Breakdown => {
        const lines = momentLines.map((key) => lineOfPeople(key, unique(people[key])))
        return { code: `after_${month}`, lines: people.passed.length === 0 ? [] : lines }
      }),
      benefits(rows.benefits, period),
    ],
  }
}

/** Everybody for whom the moment of these rows came in the period, once, by how it stood on the last day. */
function momentOf(
  rows: readonly MomentRow[],
  period: Period,
): Record<(typeof momentLines)[number], number[]> {
  const inPeriod = within(period)
  const came = rows.filter((a) => inPeriod(a.due_on))
  const by: Record<State, number[]> = { still: [], ended: [], not_reached: [], stopped: [], open: [] }
  for (const row of latest(came, (a) => a.due_on)) by[stateOn(row, period.to)].push(row.participant_id)
  const { still, ended, not_reached, stopped, open } = by
  const reached = [...still, ...ended]
  return {
    passed: [...reached, ...not_reached, ...stopped, ...open],
    reached,
    still,
    not_reached,
    stopped,
    open,
  }
}

/** What was known on this day: what was written down later counts later. */
function stateOn(a: MomentRow, day: string): State {
  if (a.done_on !== null && a.done_on <= day) {
    if (a.outcome === 'not_reached') return 'not_reached'
    return a.outcome === 'stopped' ? 'ended' : 'still'
  }
  return a.stopped_on !== null && a.stopped_on <= day ? 'stopped' : 'open'
}

/** What the municipality told of the benefit, of everybody with whom was spoken in the period: the last answer. */
function benefits(rows: readonly BenefitRow[], period: Period): Breakdown {
  const inPeriod = within(period)
  const told = latest(
    rows.filter((row) => inPeriod(row.done_on)),
    (row) => row.done_on,
  )
  const last = Map.groupBy(told, (row) => row.benefit_ended)
  return {
    code: 'benefit',
    lines: (['yes', 'partly', 'no', 'unknown'] as const).flatMap((key) => {
      const list = last.get(key)
      return list ? [line(key, list)] : []
    }),
  }
}

/** Of everybody with a place that began and ended in the period: the last one about which they were asked. */
function lastPlaceAsked(rows: readonly PlacementRow[], period: Period): PlacementRow[] {
  const asked = rows.filter(
    (p) =>
      p.stage === 'ended' &&
      p.meaningful !== null &&
      p.starts_on !== null &&
      p.ended_on !== null &&
      p.ended_on >= period.from &&
      p.ended_on <= period.to,
  )
  return latest(asked, (p) => p.ended_on ?? '')
}

/** One row of each person: the latest, and of two on one day the last in the list. */
function latest<T extends { readonly participant_id: number }>(
  rows: readonly T[],
  dayOf: (row: T) => string,
): T[] {
  const last = new Map<number, T>()
  for (const row of rows) {
    const known = last.get(row.participant_id)
    if (known === undefined || dayOf(row) >= dayOf(known)) last.set(row.participant_id, row)
  }
  return [...last.values()]
}
