import type { Opening, OpeningView } from '#core/api/places.ts'

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
] as const satisfies (keyof Opening)[]

export interface OpeningViewRow extends Omit<OpeningView, 'closed'> {
  closed: 0 | 1
}

export function openingOf(row: OpeningViewRow): OpeningView {
  return { ...row, closed: row.closed === 1 }
}
