import { addDays, mondayOf, weekday } from '#core/calendar/dates.ts'
import { dutchHolidays } from '#core/calendar/holidays.ts'
import nl from '#core/i18n/nl/enums.ts'
import { closureReasons } from './texts/notes.ts'

/** A day on which the workshop is open. */
export interface OpenDay {
  readonly day: string
  /** 1 is Monday. */
  readonly weekday: number
}

/** The days of the practice office, worked out once: a mark is never far from a question about its day. */
export interface OfficeCalendar {
  readonly closures: readonly { day: string; reason: string }[]
  isClosed(day: string): boolean
  /** The open weekdays from `from` up to and including `to`, both within the calendar. */
  openDays(from: string, to: string): readonly OpenDay[]
  /** This day, or the first open one after it. */
  nextOpen(day: string): string
}

/** The calendar from `from` up to and including `to`, with the Dutch holidays and the office's own closures. */
export function officeCalendar(from: string, to: string): OfficeCalendar {
  const closed = new Map<string, string>()
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const [day, reason] of closuresOf(year)) if (!closed.has(day)) closed.set(day, reason)

  const days: OpenDay[] = []
  /** Of each day: how many open days come before it. */
  const before = new Map<string, number>()
  for (let day = from, today = weekday(from); day <= to; day = addDays(day, 1), today = (today % 7) + 1) {
    before.set(day, days.length)
    if (today <= 5 && !closed.has(day)) days.push({ day, weekday: today })
  }
  const place = (day: string): number => before.get(day) ?? (day < from ? 0 : days.length)

  return {
    closures: [...closed]
      .map(([day, reason]) => ({ day, reason }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    isClosed: (day) => closed.has(day),
    openDays: (first, last) => (first > last ? [] : days.slice(place(first), place(addDays(last, 1)))),
    nextOpen: (day) => days[place(day)]?.day ?? day,
  }
}

/** Weekdays only. Holidays come first: a holiday in the summer keeps its own name. */
function closuresOf(year: number): [string, string][] {
  const range = (first: string, last: string, reason: string): [string, string][] => {
    const found: [string, string][] = []
    for (let day = first; day <= last; day = addDays(day, 1)) found.push([day, reason])
    return found
  }
  const summer = addDays(mondayOf(`${year}-07-26`), 7)
  const study = addDays(mondayOf(`${year}-10-14`), 3)
  return [
    ...dutchHolidays(year)
      .filter((holiday) => holiday.closedByDefault)
      .map((holiday): [string, string] => [holiday.date, nl.holiday[holiday.code]]),
    ...range(summer, addDays(summer, 11), closureReasons.summer),
    ...range(`${year}-12-27`, `${year}-12-31`, closureReasons.christmas),
    ...range(study, study, closureReasons.study),
  ].filter(([day]) => weekday(day) <= 5)
}
