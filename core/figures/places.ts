/** Who had a place, of which kind, and which one was the highest. */
import type { Outflow, PlacementKind } from '../api/fields.ts'
import { countPeople, lineOfPeople, peopleOf, within, type Breakdown, type Part } from './count.ts'
import type { FigureRows, Period, PlacedRow, PlacementRow } from './rows.ts'

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
export function isPlace(placement: PlacementRow, day: string): boolean {
  const began = placement.stage !== 'exploring' && placement.stage !== 'introduction'
  return began && placement.starts_on !== null && placement.starts_on <= day
}

export function places({ placed, trajectories }: FigureRows, period: Period): Part {
  const inPeriod = within(period)
  const started = trajectories.filter((t) => inPeriod(t.starts_on))
  const byKind = Map.groupBy(placed, (p) => p.kind)
  return {
    figures: [
      countPeople('placed_ever', placed),
      countPeople(
        'placed_now',
        placed.filter(({ now }) => now === 1),
      ),
    ],
    breakdowns: [
      highestPlaces(peopleOf(started), placed),
      {
        code: 'placed_kind',
        lines: placeOrder.flatMap((kind) => {
          const rowsOfKind = byKind.get(kind)
          return rowsOfKind ? [lineOfPeople(kind, peopleOf(rowsOfKind))] : []
        }),
      },
    ],
  }
}

/** Everybody of `people` once; `none` for those without a place. The lines add up to the people. */
function highestPlaces(people: readonly number[], placed: readonly PlacedRow[]): Breakdown {
  const kinds = new Map<number, Set<PlacementKind>>()
  const asked = new Set(people)
  for (const { participant_id, kind } of placed) {
    if (!asked.has(participant_id)) continue
    const known = kinds.get(participant_id)
    if (known) known.add(kind)
    else kinds.set(participant_id, new Set([kind]))
  }
  const highest = (person: number) => placeOrder.find((kind) => kinds.get(person)?.has(kind)) ?? 'none'
  const byHighest = Map.groupBy(people, highest)
  const lines = ([...placeOrder, 'none'] as const).flatMap((kind) => {
    const ids = byHighest.get(kind)
    return ids ? [lineOfPeople(kind, ids)] : []
  })
  return { code: 'highest_place', lines }
}
