import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { dutchHolidays, easter, holidayCodes } from '#core/calendar/holidays.ts'

const on = (year: number, code: string) => dutchHolidays(year).find((h) => h.code === code)

describe('holidays', () => {
  test.each([
    '1818-03-22',
    '1943-04-25',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2014-04-20',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
    '2049-04-18',
  ])('Easter is on %s', (date) => {
    expect(easter(Number(date.slice(0, 4)))).toBe(date)
  })

  test('Koningsdag is 27 April, or the 26th when that is a Sunday', () => {
    expect(on(2026, 'kings_day')?.date).toBe('2026-04-27')
    expect(on(2014, 'kings_day')?.date).toBe('2014-04-26')
    expect(on(2025, 'kings_day')?.date).toBe('2025-04-26')
    expect(on(2031, 'kings_day')?.date).toBe('2031-04-26')
  })

  test('2026 in full', () => {
    expect(dutchHolidays(2026).map((h) => h.date)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ])
  })

  test('closed by default: not on Good Friday, on Liberation Day every fifth year', () => {
    expect(on(2026, 'good_friday')?.closedByDefault).toBe(false)
    expect(on(2026, 'liberation_day')?.closedByDefault).toBe(false)
    expect(on(2030, 'liberation_day')?.closedByDefault).toBe(true)
    expect(on(2026, 'ascension')?.closedByDefault).toBe(true)
  })

  test('every year has all eleven, on the right weekdays', () => {
    for (let year = 2014; year <= 2120; year++) {
      const days = dutchHolidays(year)
      expect(new Set(days.map((h) => h.code))).toEqual(new Set(holidayCodes))
      expect(days.map((h) => h.date)).toEqual(days.map((h) => h.date).toSorted())
      expect(weekday(on(year, 'easter_sunday')?.date ?? '')).toBe(7)
      expect(weekday(on(year, 'ascension')?.date ?? '')).toBe(4)
      expect(addDays(on(year, 'whit_sunday')?.date ?? '', 1)).toBe(on(year, 'whit_monday')?.date)
      expect(weekday(on(year, 'kings_day')?.date ?? '')).not.toBe(7)
    }
  })
})
