/** How it goes afterwards: who still has a place at a moment of aftercare, and whether places were the work hoped for. */
import {
  line,
  lineOfPeople,
  partOfPeople,
  unique,
  within,
  type Breakdown,
  type OfPerson,
  type Part,
} from './count.ts'
import { benefitAnswers } from './facts.ts'
import { durableMonths } from './registry.ts'
import type { BenefitRow, FigureRows, MomentRow, Span, PlacementRow } from './rows.ts'

type State = 'still' | 'ended' | 'not_reached' | 'stopped' | 'open'

/** A line of a moment: everybody for whom it came, and what is known of them on the last day. */
export const momentLines = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const

/**
 * Of each moment: `passed` is `reached`, `not_reached`, `stopped` and `open` together, and `still` is the part of
 * `reached` that is at the place or went on to a next one. And what is known of benefits, everybody once.
 */
export function afterwards(rows: FigureRows, period: Span): Part {
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
function momentOf(rows: readonly MomentRow[], period: Span): Record<(typeof momentLines)[number], number[]> {
  const inPeriod = within(period)
  const came = latest(
    rows.filter((a) => inPeriod(a.due_on)),
    (a) => a.due_on,
  )
  const people: ReturnType<typeof momentOf> = { passed: [], reached: [], still: [], not_reached: [], stopped: [], open: [] } // prettier-ignore
  for (const row of came) {
    const state = stateOn(row, period.to)
    people.passed.push(row.participant_id)
    if (state === 'still' || state === 'ended') people.reached.push(row.participant_id)
    if (state !== 'ended') people[state].push(row.participant_id)
  }
  return people
}

/** What was known on this day: what was written down later counts later. */
function stateOn(a: MomentRow, day: number): State {
  if (a.done_on !== null && a.done_on <= day) {
    if (a.outcome === 'not_reached') return 'not_reached'
    return a.outcome === 'stopped' ? 'ended' : 'still'
  }
  return a.stopped_on !== null && a.stopped_on <= day ? 'stopped' : 'open'
}

/** What the municipality told of the benefit, of everybody with whom was spoken in the period. */
function benefits(rows: readonly BenefitRow[], period: Span): Breakdown {
  const inPeriod = within(period)
  const told = Map.groupBy(
    rows.filter((row) => inPeriod(row.done_on)),
    (row) => row.benefit_ended,
  )
  return {
    code: 'benefit',
    lines: benefitAnswers.flatMap((key) => {
      const list = told.get(key)
      return list ? [line(key, list)] : []
    }),
  }
}

/** Of everybody with a place that began and ended in the period: the last one about which they were asked. */
function lastPlaceAsked(rows: readonly PlacementRow[], period: Span): PlacementRow[] {
  const asked = rows.filter(
    (p) =>
      p.stage === 'ended' &&
      p.meaningful !== null &&
      p.starts_on !== null &&
      p.ended_on !== null &&
      p.ended_on >= period.from &&
      p.ended_on <= period.to,
  )
  return latest(asked, (p) => p.ended_on ?? 0)
}

/** One row of each person, whose rows stand together: the latest, and of two on one day the last in the list. */
function latest<T extends OfPerson>(rows: readonly T[], dayOf: (row: T) => number): T[] {
  const last: T[] = []
  for (const row of rows) {
    const known = last.at(-1)
    if (known?.participant_id !== row.participant_id) last.push(row)
    else if (dayOf(row) >= dayOf(known)) last[last.length - 1] = row
  }
  return last
}
