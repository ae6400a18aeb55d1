import { expect, test } from 'vitest'
import { shownTime } from '#core/calendar/times.ts'

test('a time of day is shown as on a notice board', () => {
  expect([540, 570, 785].map(shownTime)).toEqual(['9.00', '9.30', '13.05'])
})
