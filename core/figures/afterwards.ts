/** How it goes afterwards: who still has a place at a moment of aftercare, and whether places were the work hoped for. */
import { line, partOfPeople, type Breakdown, type Counted } from './count.ts'
import { durableMonths } from './registry.ts'
import type { AftercareRow, FigureRows, Period, PlacementRow } from './rows.ts'

type State = 'still' | 'ended' | 'not_reached' | 'stopped' | 'open'

/** A line of a moment: everybody for whom it came, and what is known of them on the last day. */
export const momentLines = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const

export function afterwardsFigures(rows: FigureRows, period: Period): Counted[] {
  const asked = lastPlaceAsked(rows.placements, period)
  return [
    ...durableMonths.map((month) => {
      const came = cameInPeriod(rows.aftercare, month, period)
      const people = (...states: State[]) =>
        came.filter((a) => states.includes(stateOn(a, period.to))).map((a) => a.participant_id)
      return partOfPeople(`still_there_${month}`, people('still'), people('still', 'ended'))
    }),
    partOfPeople(
      'meaningful',
      asked.filter((p) => p.meaningful === 'yes').map((p) => p.participant_id),
      asked.map((p) => p.participant_id),
    ),
  ]
}

/**
 * Of each moment: `passed` is `reached`, `not_reached`, `stopped` and `open` together, and `still` is the part of
 * `reached` that is at the place or went on to a next one. And what is known of benefits, everybody once.
 */
export function afterwardsBreakdowns(rows: FigureRows, period: Period): Breakdown[] {
  return [
    ...durableMonths.map((month): Breakdown => {
      const came = cameInPeriod(rows.aftercare, month, period)
      const states: Record<(typeof momentLines)[number], readonly State[]> = {
        passed: ['still', 'ended', 'not_reached', 'stopped', 'open'],
        reached: ['still', 'ended'],
        still: ['still'],
        not_reached: ['not_reached'],
        stopped: ['stopped'],
        open: ['open'],
      }
      const lines = momentLines.map((key) =>
        line(
          key,
          came.filter((a) => states[key].includes(stateOn(a, period.to))),
        ),
      )
      return { code: `after_${month}`, lines: came.length === 0 ? [] : lines }
    }),
    benefits(rows.aftercare, period),
  ]
}

/** Everybody for whom this moment came in the period, once, with the latest of their moments. */
function cameInPeriod(rows: readonly AftercareRow[], month: number, period: Period): AftercareRow[] {
  const came = rows.filter((a) => a.month === month && a.due_on >= period.from && a.due_on <= period.to)
  return latest(came, (a) => a.due_on)
}

/** What was known on this day: what was written down later counts later. */
function stateOn(a: AftercareRow, day: string): State {
  if (a.done_on !== null && a.done_on <= day) {
    if (a.outcome === 'not_reached') return 'not_reached'
    return a.outcome === 'stopped' ? 'ended' : 'still'
  }
  return a.stopped_on !== null && a.stopped_on <= day ? 'stopped' : 'open'
}

/** What the municipality told of the benefit, of everybody with whom was spoken in the period: the last answer. */
function benefits(rows: readonly AftercareRow[], period: Period): Breakdown {
  const told = rows.filter(
    (a) =>
      a.benefit_ended !== null && a.done_on !== null && a.done_on >= period.from && a.done_on <= period.to,
  )
  const last = Map.groupBy(
    latest(told, (a) => a.done_on ?? ''),
    (a) => a.benefit_ended,
  )
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
  return [...Map.groupBy(rows, (row) => row.participant_id).values()].map((list) =>
    list.reduce((a, b) => (dayOf(b) >= dayOf(a) ? b : a)),
  )
}
