import { expect, test } from 'vitest'
import { weekOrder } from '#core/attendance/week-order.ts'

const people = [
  { name: 'Alba', coachName: 'Zeynep', weekdays: [2, 4] },
  { name: 'Bram', coachName: 'anna', weekdays: [] },
  { name: 'Cato', coachName: 'Zeynep', weekdays: [1, 2] },
  { name: 'Daan', coachName: 'Ánna', weekdays: [2, 4] },
  { name: 'Eef', coachName: 'Bo', weekdays: [1, 2, 4] },
]
const shown = (grouping: 'name' | 'days' | 'coach') =>
  weekOrder(people, grouping).map((group) => [
    group.weekdays ?? group.coachName,
    group.people.map((one) => one.name).join(' '),
  ])

test('by name there is one group, as it came', () => {
  expect(shown('name')).toEqual([[null, 'Alba Bram Cato Daan Eef']])
  expect(weekOrder([], 'days')).toEqual([])
})

test('by days: Monday first, who has no days last', () => {
  expect(shown('days')).toEqual([
    [[1, 2], 'Cato'],
    [[1, 2, 4], 'Eef'],
    [[2, 4], 'Alba Daan'],
    [[], 'Bram'],
  ])
})

test('by coach: by name, whatever the capitals and accents', () => {
  expect(shown('coach')).toEqual([
    ['anna', 'Bram Daan'],
    ['Bo', 'Eef'],
    ['Zeynep', 'Alba Cato'],
  ])
})
