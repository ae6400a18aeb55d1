import { expect, test } from 'vitest'
import { birthdayIn } from '#core/calendar/birthdays.ts'

test('a birthday in these days, also over New Year and of 29 February', () => {
  expect(birthdayIn('1990-11-18', '2026-11-18', '2026-11-24')).toBe('2026-11-18')
  expect(birthdayIn('1990-11-25', '2026-11-18', '2026-11-24')).toBeNull()
  expect(birthdayIn('1990-01-03', '2026-12-30', '2027-01-05')).toBe('2027-01-03')
  expect(birthdayIn('2000-02-29', '2027-02-26', '2027-03-04')).toBe('2027-02-28')
  expect(birthdayIn('2000-02-29', '2028-02-26', '2028-03-04')).toBe('2028-02-29')
})

test('none of a date that is not known, nor of 1 January', () => {
  for (const date of ['', '1990', '1990-11', '1990-01-01'])
    expect(birthdayIn(date, '2026-01-01', '2026-12-31')).toBeNull()
})
