/** Sums of minutes. Whole months come from the month totals, so that no figure has to read years of marks. */
import { splitPeriod } from '#core/attendance/period.ts'
import type { MonthTotals } from '#core/attendance/totals.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const sums = `coalesce(sum(planned_minutes), 0) AS planned_minutes, coalesce(sum(present_minutes), 0) AS present_minutes,
  coalesce(sum(notified_minutes), 0) AS notified_minutes, coalesce(sum(no_show_minutes), 0) AS no_show_minutes`
/** Of marks; by the same rule as the triggers in 0005_days.ts and core/attendance/totals.ts. */
const markSums = `coalesce(sum(planned_minutes), 0) AS planned_minutes, coalesce(sum(present_minutes), 0) AS present_minutes,
  coalesce(sum(iif(mark IN ('ill', 'leave', 'school'), planned_minutes, 0)), 0) AS notified_minutes,
  coalesce(sum(iif(mark = 'no_show', planned_minutes, 0)), 0) AS no_show_minutes`

/** The whole trajectory: flat however long somebody has been here. */
export function minutesOf(db: ReadableDb, trajectoryId: number): MonthTotals {
  return prepared<[number], MonthTotals>(
    db,
    `SELECT ${sums} FROM attendance_month WHERE trajectory_id = ?`,
  ).get(trajectoryId) as MonthTotals
}

/**
 * What one person, or one trajectory of theirs, adds up to in a period: rows to be summed. Both days count.
 * @param trajectoryId null for all of their trajectories.
 */
export function personMinutes(
  db: ReadableDb,
  who: { participantId: number; trajectoryId: number | null },
  from: string,
  to: string,
): MonthTotals[] {
  type Asked = { participantId: number; trajectoryId: number | null; from: string; to: string }
  const { months, edges } = splitPeriod(from, to)
  const rows = edges.map(
    (days) =>
      prepared<[Asked], MonthTotals>(
        db,
        `SELECT ${markSums} FROM attendance
         WHERE participant_id = @participantId AND day BETWEEN @from AND @to
           AND (@trajectoryId IS NULL OR trajectory_id = @trajectoryId) AND day NOT IN (SELECT day FROM closure)`,
      ).get({ ...who, ...days }) as MonthTotals,
  )
  if (months !== null)
    rows.push(
      prepared<[Asked], MonthTotals>(
        db,
        `SELECT ${sums} FROM attendance_month
         WHERE trajectory_id IN (SELECT id FROM trajectory WHERE participant_id = @participantId
                                   AND (@trajectoryId IS NULL OR id = @trajectoryId))
           AND month BETWEEN @from AND @to`,
      ).get({ ...who, ...months }) as MonthTotals,
    )
  return rows
}

/** Everybody, per month, oldest first; a month at an edge of the period holds its days in the period only. */
export function officeMonths(db: ReadableDb, from: string, to: string): (MonthTotals & { month: string })[] {
  const { months, edges } = splitPeriod(from, to)
  const rows = edges.flatMap((days) =>
    prepared<[string, string], MonthTotals & { month: string }>(
      db,
      `SELECT substr(day, 1, 7) AS month, ${markSums} FROM attendance
       WHERE day BETWEEN ? AND ? AND day NOT IN (SELECT day FROM closure) GROUP BY 1`,
    ).all(days.from, days.to),
  )
  if (months !== null)
    rows.push(
      ...prepared<[string, string], MonthTotals & { month: string }>(
        db,
        `SELECT month, ${sums} FROM attendance_month WHERE month BETWEEN ? AND ? GROUP BY month`,
      ).all(months.from, months.to),
    )
  return rows.toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** How many people have a half-day that counts in this period. */
export function peopleWithMarks(db: ReadableDb, from: string, to: string): number {
  const { months, edges } = splitPeriod(from, to)
  const [first = none, last = none] = edges
  const asked = {
    ...(months ?? none),
    firstFrom: first.from,
    firstTo: first.to,
    lastFrom: last.from,
    lastTo: last.to,
  }
  const row = prepared<[Record<string, string>], { people: number }>(
    db,
    `SELECT count(*) AS people FROM (
       SELECT t.participant_id FROM attendance_month m JOIN trajectory t ON t.id = m.trajectory_id
        WHERE m.month BETWEEN @from AND @to AND m.planned_minutes + m.present_minutes > 0
       UNION SELECT participant_id FROM attendance
        WHERE day BETWEEN @firstFrom AND @firstTo AND day NOT IN (SELECT day FROM closure)
       UNION SELECT participant_id FROM attendance
        WHERE day BETWEEN @lastFrom AND @lastTo AND day NOT IN (SELECT day FROM closure))`,
  ).get(asked)
  return row?.people ?? 0
}
const none = { from: '', to: '' }
