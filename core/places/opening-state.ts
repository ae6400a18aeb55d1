/** How an opening stands. What was decided comes before what the dates say, and those before how many are there. */
import type { OpeningState } from '../api/fields.ts'
import type { Opening } from '../api/places.ts'

type Standing = Pick<Opening, 'closed' | 'open_from' | 'open_until' | 'capacity'>

/** @param taken people who are there now, in a trial or placed. @param today `YYYY-MM-DD`. */
export function openingState(opening: Standing, taken: number, today: string): OpeningState {
  if (opening.closed) return 'closed'
  if (opening.open_until !== null && opening.open_until < today) return 'over'
  if (opening.open_from !== null && opening.open_from > today) return 'not_yet'
  if (taken >= opening.capacity) return 'full'
  return taken > 0 ? 'partly' : 'open'
}
