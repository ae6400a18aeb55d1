/**
 * When the Dutch clock changes: on the last Sunday of March from 2.00 to 3.00, on the last Sunday of October from
 * 3.00 to 2.00 (directive 2000/84/EC; in the Netherlands since 1996 on both days).
 */
import { addDays, dateOf, daysInMonth, weekday } from './dates.ts'

/** The hour that is skipped in March and comes twice in October, in minutes since midnight. */
const hourStart = 120
const hourEnd = 180

export function lastSundayOf(year: number, month: number): string {
  const last = dateOf(year, month, daysInMonth(year, month))
  return addDays(last, -(weekday(last) % 7))
}

/** Whether the clock goes forward or back in the night before this day's morning. */
export function clockChange(day: string): 'forward' | 'back' | null {
  const year = Number(day.slice(0, 4))
  if (day === lastSundayOf(year, 3)) return 'forward'
  return day === lastSundayOf(year, 10) ? 'back' : null
}

/** False for a time that the clock skips on this day. */
export function timeExists(day: string, minute: number): boolean {
  return !(minute >= hourStart && minute < hourEnd && clockChange(day) === 'forward')
}

/** True for a time that the clock shows twice on this day. */
export function timeComesTwice(day: string, minute: number): boolean {
  return minute >= hourStart && minute < hourEnd && clockChange(day) === 'back'
}
