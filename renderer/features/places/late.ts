/** The five columns, and when a next step is late. */
import { placementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'

/** In the order of the board; key 1 is the first. */
export const stages = placementStage.options

export function isLate(placement: PlacementView, today: string): boolean {
  return placement.stage !== 'ended' && placement.next_action_on !== null && placement.next_action_on < today
}
