import type { Opening, OpeningDemand, OpeningView } from '#core/api/places.ts'
import type { WeekPart } from '#core/api/fields.ts'

export const openingFields = [
  'title',
  'kind',
  'tasks',
  'days',
  'minutes_per_week',
  'capacity',
  'language_level',
  'demands',
  'open_from',
  'open_until',
  'closed',
  'sector',
  'place',
  'postcode',
  'surroundings',
  'company',
  'licence',
  'insurance',
  'parts_needed',
  'confirmed_on',
] as const satisfies (keyof Opening)[]

/** What stands in tables of its own. */
export interface OpeningLists {
  parts: WeekPart[]
  heavy: OpeningDemand[]
}

/** All but how it stands, which goes by the day. */
export type StoredOpening = Omit<OpeningView, 'state'>

export interface OpeningViewRow extends Omit<StoredOpening, 'closed' | keyof OpeningLists> {
  closed: 0 | 1
  /** JSON. */
  parts: string
  heavy: string
}

export function openingOf(row: OpeningViewRow): StoredOpening {
  return {
    ...row,
    closed: row.closed === 1,
    parts: JSON.parse(row.parts) as WeekPart[],
    heavy: JSON.parse(row.heavy) as OpeningDemand[],
  }
}
