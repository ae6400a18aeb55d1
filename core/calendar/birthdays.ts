/** Birthdays that can be told: those of whom the day is known. */
import { addMonths, isDate } from './dates.ts'

/**
 * The birthday that falls in these days, both included; null for none, and where only a year or a month is known.
 * 1 January is none: it is what papers say of who does not know the day. Who was born on 29 February has it a day
 * earlier in other years.
 * @param birthDate `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or ''.
 */
export function birthdayIn(birthDate: string, from: string, to: string): string | null {
  if (!isDate(birthDate) || birthDate.endsWith('-01-01')) return null
  const born = Number(birthDate.slice(0, 4))
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const day = addMonths(birthDate, 12 * (year - born))
    if (day >= from && day <= to) return day
  }
  return null
}
