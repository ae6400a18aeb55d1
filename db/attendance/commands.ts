import { monthTotals } from '#core/attendance/totals.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { marksOf } from './queries.ts'
import type { MarkRow } from './queries.ts'

/** Stores or replaces the mark of one half-day. The month totals follow with `refreshMonths`. */
export function setMark(db: WritableDb, mark: MarkRow): void {
  prepared<[MarkRow]>(
    db,
    `INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes)
     VALUES (@participant_id, @day, @part, @trajectory_id, @mark, @planned_minutes, @present_minutes)
     ON CONFLICT (participant_id, day, part) DO UPDATE SET trajectory_id = excluded.trajectory_id,
       mark = excluded.mark, planned_minutes = excluded.planned_minutes, present_minutes = excluded.present_minutes`,
  ).run(mark)
}

/** Empties a half-day. Nothing happens when it was empty. */
export function clearMark(db: WritableDb, key: Pick<MarkRow, 'participant_id' | 'day' | 'part'>): void {
  prepared<[typeof key]>(
    db,
    'DELETE FROM attendance WHERE participant_id = @participant_id AND day = @day AND part = @part',
  ).run({ participant_id: key.participant_id, day: key.day, part: key.part })
}

/**
 * Counts these months again from the marks, in the command that changed the marks.
 * @param months pairs of trajectory and `YYYY-MM`.
 */
export function refreshMonths(db: WritableDb, months: Iterable<readonly [number, string]>): void {
  for (const [trajectoryId, month] of months) {
    const marks = marksOf(db, trajectoryId, `${month}-01`, `${month}-31`)
    if (marks.length === 0) {
      prepared<[number, string]>(
        db,
        'DELETE FROM attendance_month WHERE trajectory_id = ? AND month = ?',
      ).run(trajectoryId, month)
      continue
    }
    const row = { trajectoryId, month, ...monthTotals(marks) }
    prepared<[typeof row]>(
      db,
      `INSERT INTO attendance_month (trajectory_id, month, planned_minutes, present_minutes, notified_minutes, no_show_minutes)
       VALUES (@trajectoryId, @month, @planned_minutes, @present_minutes, @notified_minutes, @no_show_minutes)
       ON CONFLICT (trajectory_id, month) DO UPDATE SET planned_minutes = excluded.planned_minutes,
         present_minutes = excluded.present_minutes, notified_minutes = excluded.notified_minutes,
         no_show_minutes = excluded.no_show_minutes`,
    ).run(row)
  }
}
