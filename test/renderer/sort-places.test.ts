import { expect, test } from 'vitest'
import type { PlacementView } from '#core/api/places.ts'
import { sortPlaces, type Order } from '../../renderer/features/places/sort-places.ts'

const place = (id: number, over: Partial<PlacementView>) =>
  ({ id, personName: `Persoon ${id}`, stage: 'placed', next_action_on: null, ...over }) as PlacementView
const all = [
  place(1, { stage: 'ended', next_action_on: '2026-01-01', ended_on: '2026-03-01', expected_end_on: null }),
  place(2, { next_action_on: '2026-02-02', expected_end_on: null }),
  place(3, { stage: 'exploring', next_action_on: null, expected_end_on: '2026-02-01' }),
  place(4, { next_action_on: '2026-02-01', expected_end_on: '2026-05-01' }),
]
const ids = (by: Order['by'], down = false) => sortPlaces(all, { by, down }).map(({ id }) => id)

test('a table of places is sorted both ways; what has no day comes last in each', () => {
  expect(ids('person', true)).toEqual([4, 3, 2, 1])
  expect(ids('stage')).toEqual([3, 2, 4, 1])
  expect(ids('next')).toEqual([4, 2, 1, 3])
  expect(ids('next', true)).toEqual([2, 4, 1, 3])
  expect(ids('end')).toEqual([3, 1, 4, 2])
  expect(ids('end', true)).toEqual([4, 1, 3, 2])
})
