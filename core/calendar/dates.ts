/**
 * Days on the calendar as `YYYY-MM-DD` text, counted in whole days: no clock and no time zone, so that
 * summer time can never move a day.
 */
import nl from '../i18n/nl/enums.ts'
import en from '../i18n/en/enums.ts'

export type Language = 'nl' | 'en'

const words = { nl, en }
const HARD_SPACE = '\u00a0'

/** The parts of a date; throws RangeError when it is not a day that exists (a bug of the caller). */
export function parts(date: string): { year: number; month: number; day: number } {
  if (!isDate(date)) throw new RangeError('not a date')
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) }
}

/** The number in these places, which hold digits. Much cheaper than Number() of a slice, and every day is read so. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

/** How many days this month has, month 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether this is `YYYY-MM-DD` and a day that exists, from the year 1000 on. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const [month, day] = [digits(text, 5, 7), digits(text, 8, 10)]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(digits(text, 0, 4), month)
}

/** `YYYY-MM-DD` of these numbers; the day must exist. */
export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since 1970-01-01 (that day is 0). The months are counted from March, so that a leap day comes last. */
export function dayNumber(date: string): number {
  const { year, month, day } = parts(date)
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468
}

/** The other way round; RangeError outside the years 1000 to 9999. */
function dateOfDayNumber(number: number): string {
  const n = number + 719468
  const era = Math.floor(n / 146097)
  const inEra = n - era * 146097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  if (!isDate(date)) throw new RangeError('outside the calendar')
  return date
}

/** The day `n` days later (earlier when negative). */
export function addDays(date: string, n: number): string {
  return dateOfDayNumber(dayNumber(date) + n)
}

/** The same day `n` months later; the last day of that month where it has no such day. */
export function addMonths(date: string, n: number): string {
  const { year, month, day } = parts(date)
  const months = year * 12 + (month - 1) + n
  const y = Math.floor(months / 12)
  const m = (((months % 12) + 12) % 12) + 1
  return dateOf(y, m, Math.min(day, daysInMonth(y, m)))
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a)
}

/** ISO: Monday is 1, Sunday is 7. */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date))
}

/** ISO 8601: a week belongs to the year that holds its Thursday, so 1 January 2027 is in week 53 of 2026. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(date), 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(dateOf(year, 1, 1), thursday) / 7) + 1 }
}

/** The first and the last day of the month `YYYY-MM`. */
export function monthBounds(month: string): { from: string; to: string } {
  const from = `${month}-01`
  const { year, month: m } = parts(from)
  return { from, to: dateOf(year, m, daysInMonth(year, m)) }
}

/** `YYYY-MM` of a date. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/** "22 november 2026"; with `hardSpaces` a line can never break inside it (letters). */
export function formatLong(date: string, lang: Language, options: { hardSpaces?: boolean } = {}): string {
  const { year } = parts(date)
  const space = options.hardSpaces === true ? HARD_SPACE : ' '
  return `${formatDayMonth(date, lang, options)}${space}${year}`
}

/** "22-11-2026", in both languages: the office is in the Netherlands. */
export function formatShort(date: string): string {
  const { year, month, day } = parts(date)
  return `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`
}

/** "22 november" */
export function formatDayMonth(date: string, lang: Language, options: { hardSpaces?: boolean } = {}): string {
  const { month, day } = parts(date)
  return `${day}${options.hardSpaces === true ? HARD_SPACE : ' '}${monthName(month, lang)}`
}

/** "woensdag 18 november" */
export function formatWeekdayLong(date: string, lang: Language): string {
  return `${weekdayName(weekday(date), lang)} ${formatDayMonth(date, lang)}`
}

/** "wo 18 nov" */
export function formatNarrow(date: string, lang: Language): string {
  const { month, day } = parts(date)
  return `${weekdayShort(weekday(date), lang)} ${day} ${pick(words[lang].monthShort, month)}`
}

/** A date of birth of which only the year, or year and month, may be known: "22-11-1990", "11-1990", "1990". */
export function formatPartial(date: string): string {
  if (isDate(date)) return formatShort(date)
  const month = /^(\d{4})-(\d{2})$/.exec(date)
  return month === null ? date : `${month[2]}-${month[1]}`
}

/** "woensdag"; n is 1 (Monday) to 7. */
export function weekdayName(n: number, lang: Language): string {
  return pick(words[lang].weekday, n)
}

/** "wo" */
export function weekdayShort(n: number, lang: Language): string {
  return pick(words[lang].weekdayShort, n)
}

/** "november"; n is 1 to 12. */
export function monthName(n: number, lang: Language): string {
  return pick(words[lang].month, n)
}

function pick(list: Readonly<Record<string, string>>, n: number): string {
  const word = list[String(n)]
  if (word === undefined) throw new RangeError('no such day or month')
  return word
}
