/** How it goes afterwards: who still has a place at a moment of aftercare, and whether places were the work hoped for. */
import {
  line,
  lineOfPeople,
  partOfPeople,
  within,
  type Breakdown,
  type OfPerson,
  type Part,
} from './count.ts'
import { benefitAnswers } from './facts.ts'
import { momentLines } from './moments.ts'
import { durableMonths } from './registry.ts'
import type { BenefitRow, FigureRows, Span, PlacementRow } from './rows.ts'

/** Of each moment how many are still there, and how it stands with the others; and what is known of benefits. */
export function afterwards(rows: FigureRows, period: Span): Part {
  const moments = durableMonths.flatMap((month, place) => {
    const people = rows.moments[place]
    return people === undefined ? [] : [{ month, people }]
  })
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
        const lines = momentLines.map((key) => lineOfPeople(key, people[key]))
        return { code: `after_${month}`, lines: people.passed.length === 0 ? [] : lines }
      }),
      benefits(rows.benefits, period),
    ],
  }
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
