/** The order of the table of placements. */
import type { PlacementView } from '#core/api/places.ts'
import { stages } from './late.ts'

export type Order = { by: 'person' | 'stage' | 'next' | 'end'; down: boolean }

/** A day that is not there comes last, whichever way; on a tie the order stays as it was. */
export function sortPlaces(placements: readonly PlacementView[], { by, down }: Order): PlacementView[] {
  const sign = down ? -1 : 1
  const byDay = (day: (one: PlacementView) => string | null) => (a: PlacementView, b: PlacementView) => {
    const [left, right] = [day(a), day(b)]
    if (left === right) return 0
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -sign : sign
  }
  const compare = {
    person: (a: PlacementView, b: PlacementView) => sign * a.personName.localeCompare(b.personName, 'nl'),
    stage: (a: PlacementView, b: PlacementView) => sign * (stages.indexOf(a.stage) - stages.indexOf(b.stage)),
    next: byDay((one) => (one.stage === 'ended' ? null : one.next_action_on)),
    end: byDay((one) => (one.stage === 'ended' ? one.ended_on : one.expected_end_on)),
  }[by]
  return placements.toSorted(compare)
}
