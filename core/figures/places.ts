/** Who had a place, of which kind, and which one was the highest. */
import type { Outflow, PlacementKind } from '../api/fields.ts'
import { countPeople, lineOfPeople, peopleOf, within, type Breakdown, type Part } from './count.ts'
import type { FigureRows, Span, PlacementRow } from './rows.ts'

/** "De hoogste plek telt": the first of these that somebody had. */
export const placeOrder: readonly PlacementKind[] = [
  'job',
  'education',
  'learn_work',
  'trial',
  'work_experience',
  'internship',
  'volunteer',
]

/** Ways out that count as a place; the others are back to the municipality, moved, other. */
export const placesOut: ReadonlySet<string> = new Set<Outflow>([
  'job',
  'job_subsidised',
  'learn_work',
  'trial',
  'work_experience',
  'education',
  'volunteer',
])

/** A place that began: exploring and getting to know each other are none yet, whatever the planned start. */
export function isPlace(placement: PlacementRow, day: number): boolean {
  const began = placement.stage !== 'exploring' && placement.stage !== 'introduction'
  return began && placement.starts_on !== null && placement.starts_on <= day
}

export function places({ placements, trajectories }: FigureRows, period: Span): Part {
  const inPeriod = within(period)
  const placed = placements.filter((placement) => isPlace(placement, period.to))
  const byKind = Map.groupBy(placed, ({ kind }) => kind)
  const started = trajectories.filter((t) => inPeriod(t.starts_on))
  const kinds = placeOrder.flatMap((kind) => {
    const rows = byKind.get(kind)
    return rows === undefined ? [] : [{ kind, people: peopleOf(rows) }]
  })
  return {
    figures: [
      countPeople('placed_ever', placed),
      countPeople(
        'placed_now',
        placed.filter(({ ended_on }) => ended_on === null || ended_on >= period.to),
      ),
    ],
    breakdowns: [
      highestPlaces(peopleOf(started), kinds),
      { code: 'placed_kind', lines: kinds.map(({ kind, people }) => lineOfPeople(kind, people)) },
    ],
  }
}

/** Everybody of `people` once; `none` for those without a place. The lines add up to the people. */
function highestPlaces(
  people: readonly number[],
  kinds: readonly { kind: PlacementKind; people: readonly number[] }[],
): Breakdown {
  const highest = new Map<number, PlacementKind | 'none'>(people.map((id) => [id, 'none']))
  for (const { kind, people: placed } of kinds)
    for (const id of placed) if (highest.get(id) === 'none') highest.set(id, kind)
  const byHighest = Map.groupBy(people, (id) => highest.get(id))
  const lines = ([...placeOrder, 'none'] as const).flatMap((kind) => {
    const ids = byHighest.get(kind)
    return ids ? [lineOfPeople(kind, ids)] : []
  })
  return { code: 'highest_place', lines }
}
