import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#core/calendar/dates.ts'
import {
  civicTermEnd,
  civicTermOn,
  extendedEnd,
  monthsBetween,
  trajectoryEnd,
  weeksIn,
} from '#core/calendar/terms.ts'

describe('the end of a trajectory', () => {
  test.each([
    ['2026-08-24', 6, '2027-02-23'],
    ['2026-08-31', 6, '2027-02-28'], // February has no 31st: its last day
    ['2027-08-31', 6, '2028-02-29'], // in a leap year
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-01', 3, '2027-02-28'],
    ['2027-12-01', 3, '2028-02-29'],
    ['2026-10-05', 3, '2027-01-04'],
  ])('from %s, %d months: %s', (start, months, end) => {
    expect(trajectoryEnd(start, months)).toBe(end)
    expect(monthsBetween(start, end)).toBe(months)
  })

  test('the months that an end is called are those that made it, whatever the start', () => {
    const starts = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 24 }), (start, months) => {
        expect(monthsBetween(start, trajectoryEnd(start, months))).toBe(months)
      }),
    )
  })

  test('extended by months it is as if it had been that long; agreed by date it moves on from there', () => {
    const of = { starts_on: '2026-08-31', planned_end_on: '2026-11-30', months: 3 }
    expect(extendedEnd(of, 3)).toBe(trajectoryEnd('2026-08-31', 6))
    expect(extendedEnd({ ...of, planned_end_on: '2026-12-11' }, 1)).toBe('2027-01-11')
  })

  test('a day is at least one week', () => {
    expect(weeksIn('2026-08-24', '2026-08-24')).toBe(1)
  })
})

describe('the term of civic integration: three years from the day after the plan', () => {
  test.each([
    ['2024-03-11', '2027-03-11'],
    ['2024-02-28', '2027-02-28'], // begins on 29 February, which 2027 has not
    ['2024-02-29', '2027-02-28'],
    ['2023-12-31', '2026-12-31'],
    ['2025-02-28', '2028-02-29'],
  ])('a plan of %s: up to and including %s', (pip, end) => {
    expect(civicTermEnd(pip)).toBe(end)
  })

  test.each([
    ['2026-09-10', 'runs'],
    ['2026-09-11', 'soon'],
    ['2027-03-11', 'soon'],
    ['2027-03-12', 'passed'],
  ])('on %s it is %s', (today, word) => {
    expect(civicTermOn('2027-03-11', today)).toBe(word)
    expect(civicTermOn(null, today)).toBe('none')
  })
})
