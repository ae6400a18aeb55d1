/** Weeks as the office handles them: closed ones, and how people are put together. */
import type { WeekGrouping } from '#core/attendance/week-order.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface ClosedWeek {
  /** The Monday. */
  monday: string
  closed_on: string
  staff_name: string
}

/** Weeks that were closed, with their Monday in this period; both ends count. */
export function closedWeeks(db: ReadableDb, from: string, to: string): ClosedWeek[] {
  return prepared<[string, string], ClosedWeek>(
    db,
    `SELECT w.monday, w.closed_on, s.name AS staff_name FROM closed_week w JOIN staff s ON s.id = w.staff_id
     WHERE w.monday BETWEEN ? AND ? ORDER BY w.monday`,
  ).all(from, to)
}

/** Nothing happens when it was closed already. */
export function closeWeek(
  db: WritableDb,
  week: { monday: string; closed_on: string; staff_id: number },
): void {
  prepared<[typeof week]>(
    db,
    `INSERT INTO closed_week (monday, closed_on, staff_id) VALUES (@monday, @closed_on, @staff_id)
     ON CONFLICT (monday) DO NOTHING`,
  ).run(week)
}

/** Nothing happens when it was open. */
export function openWeek(db: WritableDb, monday: string): void {
  prepared<[string]>(db, 'DELETE FROM closed_week WHERE monday = ?').run(monday)
}

export function weekGrouping(db: ReadableDb): WeekGrouping {
  const row = prepared<[], { week_grouping: WeekGrouping }>(
    db,
    'SELECT week_grouping FROM office WHERE id = 1',
  ).get()
  return row?.week_grouping ?? 'name'
}

export function setWeekGrouping(db: WritableDb, grouping: WeekGrouping): void {
  prepared<[string]>(db, 'UPDATE office SET week_grouping = ? WHERE id = 1').run(grouping)
}

/** What a change set did to plans: of whom, also of whom they were before, and which days it closed or opened for everybody. */
export function plansTouched(db: ReadableDb, changeSetId: number): { people: number[]; days: string[] } {
  const people = prepared<[number], { id: number }>(
    db,
    `WITH touched AS (
       SELECT table_name, row_key, old, coalesce(new, old) AS row FROM change WHERE change_set_id = ?)
     SELECT DISTINCT t.participant_id AS id FROM touched c
       LEFT JOIN schedule s ON c.table_name = 'schedule_part' AND s.id = json_extract(c.row_key, '$.schedule_id')
       JOIN trajectory t ON t.id = CASE c.table_name
         WHEN 'trajectory' THEN json_extract(c.row_key, '$.id')
         WHEN 'schedule_part' THEN s.trajectory_id
         WHEN 'schedule' THEN json_extract(c.row, '$.trajectory_id')
         WHEN 'trajectory_pause' THEN json_extract(c.row, '$.trajectory_id') END
     UNION SELECT json_extract(old, '$.participant_id') FROM touched
      WHERE table_name = 'trajectory' AND old IS NOT NULL`,
  )
  const days = prepared<[number], { day: string }>(
    db,
    `SELECT DISTINCT json_extract(row_key, '$.day') AS day FROM change
      WHERE change_set_id = ? AND table_name = 'closure'`,
  )
  return {
    people: people.all(changeSetId).map((row) => row.id),
    days: days.all(changeSetId).map((row) => row.day),
  }
}
