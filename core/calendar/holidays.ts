/** The eleven Dutch public holidays. No law gives a day off: the office ticks which ones close it. */
import { addDays, dateOf, weekday } from './dates.ts'

export const holidayCodes = [
  'new_year',
  'good_friday',
  'easter_sunday',
  'easter_monday',
  'kings_day',
  'liberation_day',
  'ascension',
  'whit_sunday',
  'whit_monday',
  'christmas',
  'second_christmas',
] as const
export type HolidayCode = (typeof holidayCodes)[number]
export type Holiday = { date: string; code: HolidayCode; closedByDefault: boolean }

/** Easter Sunday by the Gregorian rule (the "anonymous" algorithm, Nature, 20 April 1876). */
export function easter(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/**
 * In the order of the year, years 2014 and later (Koningsdag is 27 April, or the day before when that is a
 * Sunday). Words: `enums.holiday.<code>`. Most work on Good Friday, and on Liberation Day except in every
 * fifth year (2025, 2030), so those do not close by default.
 */
export function dutchHolidays(year: number): Holiday[] {
  const sunday = easter(year)
  const kingsDay = dateOf(year, 4, 27)
  const days: [HolidayCode, string][] = [
    ['new_year', dateOf(year, 1, 1)],
    ['good_friday', addDays(sunday, -2)],
    ['easter_sunday', sunday],
    ['easter_monday', addDays(sunday, 1)],
    ['kings_day', weekday(kingsDay) === 7 ? addDays(kingsDay, -1) : kingsDay],
    ['liberation_day', dateOf(year, 5, 5)],
    ['ascension', addDays(sunday, 39)],
    ['whit_sunday', addDays(sunday, 49)],
    ['whit_monday', addDays(sunday, 50)],
    ['christmas', dateOf(year, 12, 25)],
    ['second_christmas', dateOf(year, 12, 26)],
  ]
  return days
    .map(([code, date]) => ({
      date,
      code,
      closedByDefault: code !== 'good_friday' && (code !== 'liberation_day' || year % 5 === 0),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
