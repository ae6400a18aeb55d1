import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDayMonth,
  formatLong,
  formatNarrow,
  formatPartial,
  formatShort,
  formatWeekdayLong,
  isDate,
  isoWeek,
  mondayOf,
  monthBounds,
  weekday,
  weekdayName,
} from '#core/calendar/dates.ts'
import { trajectoryEnd, weekOf, weeksIn } from '#core/calendar/terms.ts'
import { inputCases } from '../cases.ts'

/** The platform's own calendar in UTC, as an independent answer. */
const anyDate = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9990-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const platform = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

describe('days', () => {
  test('agree with the platform for every date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, n) => {
        fc.pre(date >= '1010-01-01')
        expect(addDays(date, n)).toBe(platform(date, n))
        expect(daysBetween(date, addDays(date, n))).toBe(n)
        expect(weekday(date)).toBe(new Date(`${date}T12:00:00Z`).getUTCDay() || 7)
        expect(weekday(mondayOf(date))).toBe(1)
        expect(daysBetween(mondayOf(date), date)).toBe(weekday(date) - 1)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0026-01-01',
    '',
    '2026-01-01T00:00',
    '1900-02-29',
  ])('%s is no date', (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-04', 18, '2027-11-04'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('%s and %d months is %s', (date, n, expected) => {
    expect(addMonths(date, n)).toBe(expected)
  })

  test.each(inputCases.isoWeeks)(
    '$date is in week $isoWeek of $isoWeekYear',
    ({ date, isoWeekYear, isoWeek: week }) => {
      expect(isoWeek(date)).toEqual({ year: isoWeekYear, week })
    },
  )

  test('bounds of a month', () => {
    expect(monthBounds('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })
})

describe('how a date is written', () => {
  test.each(inputCases.dateFormats)('$iso', ({ iso, screen, letter }) => {
    expect(formatShort(iso)).toBe(screen)
    expect(formatLong(iso, 'nl')).toBe(letter)
  })

  test('the other forms', () => {
    expect(formatLong('2026-11-22', 'nl', { hardSpaces: true })).toBe('22\u00a0november\u00a02026')
    expect(formatLong('2026-11-22', 'en')).toBe('22 November 2026')
    expect(formatDayMonth('2026-03-01', 'nl')).toBe('1 maart')
    expect(formatWeekdayLong('2026-11-18', 'nl')).toBe('woensdag 18 november')
    expect(formatNarrow('2026-11-18', 'nl')).toBe('wo 18 nov')
    expect(formatNarrow('2026-11-18', 'en')).toBe('Wed 18 Nov')
    expect(weekdayName(7, 'nl')).toBe('zondag')
    expect(['1990', '1990-02', '1990-02-03'].map(formatPartial)).toEqual(['1990', '02-1990', '03-02-1990'])
  })
})

describe('terms', () => {
  test.each([
    ['2026-06-01', 6, '2026-11-30'],
    ['2026-09-15', 3, '2026-12-14'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-01', 12, '2026-12-31'],
    ['2026-03-01', 1, '2026-03-31'],
  ])('from %s, %d months, to and with %s', (start, months, end) => {
    expect(trajectoryEnd(start, months)).toBe(end)
  })

  test('week x of y', () => {
    expect(weeksIn('2026-06-01', '2026-11-30')).toBe(26)
    expect(weeksIn('2026-06-01', '2026-08-31')).toBe(13)
    expect(weekOf('2026-06-01', '2026-05-31')).toBeNull()
    expect(weekOf('2026-06-01', '2026-06-07')).toBe(1)
    expect(weekOf('2026-06-01', '2026-06-08')).toBe(2)
    expect(weekOf('2026-06-01', '2026-11-30', '2026-11-30')).toBe(26)
    expect(weekOf('2026-06-01', '2026-12-01', '2026-11-30')).toBeNull()
  })
})
