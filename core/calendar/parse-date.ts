/** Dates as people type them. Day first, never month first; a day that does not exist is never moved on. */
import type { FieldProblem } from '../api/errors.ts'
import { dateOf, daysInMonth, monthName, weekday, weekdayName, weekdayShort } from './dates.ts'
import nl from '../i18n/nl/enums.ts'
import en from '../i18n/en/enums.ts'

export type TypedDate = { ok: true; value: string } | { ok: false; problem: FieldProblem }

export type TypedDateOptions = {
  today: string
  /** A date of birth: `YYYY` and `YYYY-MM` are answers too, and the day is not in the future. */
  partial?: boolean
  /** The day is not in the future. */
  past?: boolean
}

const impossible: TypedDate = { ok: false, problem: 'date_impossible' }
const notUnderstood: TypedDate = { ok: false, problem: 'date_not_understood' }

/** Nobody in the office was born before, and nothing is planned after. */
const FIRST_YEAR = 1880
const LAST_YEAR = 2199
/** A year of two digits is at most this far ahead: "31" in 2026 is 2031, "61" is 1961. */
const YEARS_AHEAD = 10

/**
 * The date that this text says: 3-2-90, 03/02/1990, 3.2.1990, 03021990, 030290, 3 feb 1990, 3-feb-1990,
 * dinsdag 3 februari 1990, 1990-02-03. With `partial` also 1990, 02-1990, feb 1990 and 00-00-1990 as in the
 * population register. A weekday that does not belong to the date is `date_impossible`; no year, times and
 * words such as "morgen" are `date_not_understood`; an empty text is `required`.
 */
export function parseTypedDate(text: string, options: TypedDateOptions): TypedDate {
  const typed = text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase()
  if (typed === '') return { ok: false, problem: 'required' }
  const { rest, dayName } = takeWeekday(typed)
  const found = readDay(rest, options) ?? (options.partial === true ? readPartial(rest) : null)
  if (found === null) return notUnderstood
  if (!found.ok) return found
  if (dayName !== null && (found.value.length !== 10 || weekday(found.value) !== dayName)) return impossible
  const isPast = options.past === true || options.partial === true
  const future = found.value > options.today.slice(0, found.value.length)
  return isPast && future ? { ok: false, problem: 'date_in_future' } : found
}

/** A whole day, or null when the text has another shape. */
function readDay(text: string, options: TypedDateOptions): TypedDate | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (iso !== null) return day(iso[4], iso[3], iso[1], options)
  const numbers = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{2}|\d{4})$/.exec(text)
  if (numbers !== null) return day(numbers[1], numbers[3], numbers[4], options)
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text)
  if (digits !== null) return day(digits[1], digits[2], digits[3], options)
  const named = /^(\d{1,2})[ -]?(\p{L}{3,})\.?[ -]?(\d{2}|\d{4})$/u.exec(text)
  if (named === null) return null
  const month = monthNumber(named[2] ?? '')
  return month === null ? null : day(named[1], String(month), named[3], options)
}

/** A year, or a year and a month; null when the text has another shape. */
function readPartial(text: string): TypedDate | null {
  if (/^\d{4}$/.test(text)) return yearAndMonth(text, null)
  const numbers = /^(?:0{1,2}[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (numbers !== null) return yearAndMonth(numbers[2] ?? '', Number(numbers[1]))
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text)
  if (iso !== null) return yearAndMonth(iso[1] ?? '', Number(iso[2]))
  const named = /^(\p{L}{3,})\.? (\d{4})$/u.exec(text)
  const month = named === null ? null : monthNumber(named[1] ?? '')
  return month === null ? null : yearAndMonth(named?.[2] ?? '', month)
}

/** Month null or 0 (as the register writes "not known"): only the year. */
function yearAndMonth(year: string, month: number | null): TypedDate {
  if (!inRange(Number(year))) return notUnderstood
  if (month === null || month === 0) return { ok: true, value: year }
  if (month > 12) return impossible
  return { ok: true, value: `${year}-${String(month).padStart(2, '0')}` }
}

function day(
  dayText: string | undefined,
  monthText: string | undefined,
  yearText: string | undefined,
  options: TypedDateOptions,
): TypedDate {
  const [d, m, year] = [Number(dayText), Number(monthText), fullYear(yearText ?? '', options)]
  if (!inRange(year)) return notUnderstood
  if (d === 0 && options.partial === true) return yearAndMonth(String(year), m)
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(year, m)) return impossible
  return { ok: true, value: dateOf(year, m, d) }
}

function inRange(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Two digits: this century where that is not too far ahead, otherwise the one before. */
function fullYear(text: string, options: TypedDateOptions): number {
  const year = Number(text)
  if (text.length !== 2) return year
  const now = Number(options.today.slice(0, 4))
  const century = now - (now % 100)
  const last = options.partial === true || options.past === true ? now : now + YEARS_AHEAD
  return century + year <= last ? century + year : century - 100 + year
}

/** A weekday in front, as in "dinsdag 3 februari 1990" or "di, 3-2-1990". */
function takeWeekday(text: string): { rest: string; dayName: number | null } {
  const match = /^(\p{L}+)[.,]? (.+)$/u.exec(text)
  if (match === null) return { rest: text, dayName: null }
  const dayName = weekdays.get(match[1] ?? '') ?? null
  return dayName === null ? { rest: text, dayName } : { rest: match[2] ?? '', dayName }
}

/** 1..12 for a name of a month in Dutch or English, short, or cut off after three letters or more. */
function monthNumber(word: string): number | null {
  return months.get(word) ?? null
}

const weekdays: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6, 7].flatMap((n) =>
    (['nl', 'en'] as const).flatMap((lang): [string, number][] => [
      [weekdayName(n, lang).toLowerCase(), n],
      [weekdayShort(n, lang).toLowerCase(), n],
    ]),
  ),
)

const months: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((n) => {
    const short = [nl.monthShort, en.monthShort].map((list) => Object.values(list)[n - 1] ?? '')
    const long = (['nl', 'en'] as const).map((lang) => monthName(n, lang))
    const cut = long.flatMap((name) =>
      Array.from({ length: name.length - 2 }, (_, i) => name.slice(0, i + 3)),
    )
    return [...short, ...cut].map((name): [string, number] => [name.toLowerCase(), n])
  }),
)
