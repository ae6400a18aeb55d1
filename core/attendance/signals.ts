/** What stands out in somebody's attendance: not every mark, only the days that mean something. */
import type { AttendanceMark } from '../api/fields.ts'

export interface MarkedPart {
  readonly day: string // YYYY-MM-DD
  readonly mark: AttendanceMark
}

/**
 * - first_day: the first day that somebody was there
 * - no_shows: the third day in a row without a word; `since` is the last day before that somebody was there
 * - back: there again after that; `since` is the day before they stayed away
 */
export interface AttendanceSignal {
  readonly code: 'first_day' | 'no_shows' | 'back'
  readonly on: string
  /** YYYY-MM-DD, or null when somebody was never there before. */
  readonly since: string | null
}

/** So many days in a row is a signal. */
const inARow = 3
const here: ReadonlySet<AttendanceMark> = new Set(['present', 'late', 'elsewhere'])

/**
 * The signals in the order of the days. A day counts as "there" when one of its parts does, and as "without a
 * word" when nothing else was heard that day; illness, leave and school end the row.
 * @param marks in the order of the days.
 */
export function attendanceSignals(marks: readonly MarkedPart[]): AttendanceSignal[] {
  const days = new Map<string, AttendanceMark[]>()
  for (const { day, mark } of marks) days.set(day, [...(days.get(day) ?? []), mark])
  const signals: AttendanceSignal[] = []
  let lastHere: string | null = null
  let away = 0
  let said = false // whether no_shows was given since somebody was last there
  for (const [day, ofDay] of days) {
    if (ofDay.some((mark) => here.has(mark))) {
      if (lastHere === null) signals.push({ code: 'first_day', on: day, since: null })
      else if (said) signals.push({ code: 'back', on: day, since: lastHere })
      lastHere = day
      away = 0
      said = false
    } else if (ofDay.every((mark) => mark === 'no_show')) {
      away += 1
      if (away === inARow) {
        signals.push({ code: 'no_shows', on: day, since: lastHere })
        said = true
      }
    } else away = 0
  }
  return signals
}
