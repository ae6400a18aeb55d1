/** Which half-day a column is, and where the work of a week is. Plain, so that a test can drive it. */
import type { Week } from '#core/api/attendance.ts'
import { addDays } from '#core/calendar/dates.ts'
import type { Place } from './grid-keys.ts'

/** The name counts as the first. */
export function halfDay(week: Week, column: number): { day: string; part: 'morning' | 'afternoon' } {
  const n = Math.max(1, column) - 1
  return { day: addDays(week.monday, Math.floor(n / 2)), part: n % 2 === 0 ? 'morning' : 'afternoon' }
}

/** Where the work is: the first planned cell up to today that is empty, today's first; else today; else Monday. */
export function firstChoice(week: Week): Place {
  const columns = Array.from({ length: 10 }, (_, n) => n + 1).filter(
    (n) => halfDay(week, n).day <= week.today,
  )
  const empty = (column: number) =>
    week.rows.findIndex((row) => {
      const cell = row.cells[column - 1]
      return cell !== undefined && cell.planned_minutes > 0 && cell.mark === null
    })
  const todays = columns.filter((column) => halfDay(week, column).day === week.today)
  for (const column of [...todays, ...columns]) {
    const row = empty(column)
    if (row >= 0) return { row, column }
  }
  return { row: 0, column: todays.at(-1) ?? 1 }
}
