/** The day of the year that a word belongs to. */
import { addDays, dateOf, daysInMonth } from '../calendar/dates.ts'
import { easter } from '../calendar/holidays.ts'

const fixed = /^(\d{2})-(\d{2})$/u
const fromEaster = /^easter(?:([+-])([1-9]\d?))?$/u

/** Whether this is `''` (any day), `MM-DD` of a day that exists in some year, or `easter`, `easter-47`, `easter+39`. */
export function isFits(fits: string): boolean {
  const day = fixed.exec(fits)
  if (day === null) return fits === '' || fromEaster.test(fits)
  const [month, date] = [Number(day[1]), Number(day[2])]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(2024, month)
}

/** The date in this year; null for a word of any day, and for 29 February in a year without one. */
export function fitsOn(fits: string, year: number): string | null {
  const day = fixed.exec(fits)
  if (day !== null) {
    const [month, date] = [Number(day[1]), Number(day[2])]
    return isFits(fits) && date <= daysInMonth(year, month) ? dateOf(year, month, date) : null
  }
  const moved = fromEaster.exec(fits)
  if (moved === null) return null
  return addDays(easter(year), Number(moved[2] ?? 0) * (moved[1] === '-' ? -1 : 1))
}

/** Days with a name of their own: `i18n: words.feast.<code>`. */
export const feasts = {
  new_year: '01-01',
  three_kings: '01-06',
  valentine: '02-14',
  carnival: 'easter-47',
  womens_day: '03-08',
  spring: '03-20',
  april_fools: '04-01',
  good_friday: 'easter-2',
  easter: 'easter',
  kings_day: '04-27',
  labour_day: '05-01',
  remembrance: '05-04',
  liberation: '05-05',
  ascension: 'easter+39',
  pentecost: 'easter+49',
  summer: '06-21',
  keti_koti: '07-01',
  autumn: '09-23',
  animal_day: '10-04',
  saint_martin: '11-11',
  sinterklaas: '12-05',
  winter: '12-21',
  christmas: '12-25',
  new_years_eve: '12-31',
} as const
export type Feast = keyof typeof feasts

/** The feast of this day of the year; null when the day has no name of its own. */
export function feastOf(fits: string): Feast | null {
  const names = Object.keys(feasts) as Feast[]
  return names.find((name) => feasts[name] === fits) ?? null
}
