/** Hours of people. Whole months are counted already; only days at the edges of a period are read as marks. */
import { splitPeriod, type Days } from '#core/attendance/period.ts'
import { monthBounds } from '#core/calendar/dates.ts'
import type { Months } from '#core/figures/facts.ts'
import type { HoursRow, MarksOfPerson, Period } from '#core/figures/rows.ts'
import { tableOf } from '#core/figures/table.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { dayNumberSql } from './day.ts'
import type { IdRange } from './facts.ts'

type MonthRow = HoursRow & { trajectory_id: number; referral_id: number; starts_on: number }

export function readMonths(db: ReadableDb, range: IdRange): Months {
  const rows = prepared<[IdRange], MonthRow>(
    db,
    `SELECT t.participant_id, m.trajectory_id, t.referral_id, ${dayNumberSql(`m.month || '-01'`)} AS starts_on,
            m.planned_minutes, m.present_minutes, m.notified_minutes, m.no_show_minutes
       FROM trajectory t CROSS JOIN attendance_month m ON m.trajectory_id = t.id
      WHERE t.participant_id BETWEEN @first AND @last ORDER BY t.participant_id, t.starts_on, m.trajectory_id`,
  ).all(range)
  return tableOf(rows, {
    participant_id: (row) => row.participant_id,
    trajectory_id: (row) => row.trajectory_id,
    referral_id: (row) => row.referral_id,
    starts_on: (row) => row.starts_on,
    planned_minutes: (row) => row.planned_minutes,
    present_minutes: (row) => row.present_minutes,
    notified_minutes: (row) => row.notified_minutes,
    no_show_minutes: (row) => row.no_show_minutes,
  })
}

/** The whole months of a period, `YYYY-MM`, both included, and the days at its edges. */
export function monthsAndEdges(
  db: ReadableDb,
  { from, to }: Period,
): { months: Days | null; edges: readonly Days[] } {
  const [first, last] = [monthBounds(from.slice(0, 7)), monthBounds(to.slice(0, 7))]
  // Nobody was marked in the rest of the month: then the month itself is the same, and known already.
  const empty = (days: Days) =>
    prepared<[Days]>(db, 'SELECT 1 FROM attendance WHERE day >= @from AND day < @to LIMIT 1').get(days) ===
    undefined
  return splitPeriod(
    empty({ from: first.from, to: from }) ? first.from : from,
    empty({ from: `${to}~`, to: `${last.to}~` }) ? last.to : to,
  )
}

/** By the same rule as the triggers in 0005_days.ts and core/attendance/totals.ts; a row for each trajectory. */
export function hoursOfDays(db: ReadableDb, days: Days): (HoursRow & { trajectory_id: number })[] {
  return prepared<[Days], HoursRow & { trajectory_id: number }>(
    db,
    `SELECT a.participant_id, a.trajectory_id, sum(a.planned_minutes) AS planned_minutes,
            sum(a.present_minutes) AS present_minutes,
            sum(iif(a.mark IN ('ill', 'leave', 'school'), a.planned_minutes, 0)) AS notified_minutes,
            sum(iif(a.mark = 'no_show', a.planned_minutes, 0)) AS no_show_minutes
       FROM attendance a
      WHERE a.day BETWEEN @from AND @to AND a.day NOT IN (SELECT day FROM closure)
      GROUP BY a.trajectory_id, a.participant_id`,
  ).all(days)
}

/**
 * The half-days of whoever was away three times or more in the period, as one text a person.
 * @param trajectories only marks of these; null: of all.
 */
export function marksIn(
  db: ReadableDb,
  { from, to }: Period,
  trajectories: ReadonlySet<number> | null,
): MarksOfPerson[] {
  const only = trajectories === null ? null : JSON.stringify([...trajectories])
  return prepared<[Period & { only: string | null }], MarksOfPerson>(
    db,
    `SELECT a.participant_id, group_concat(
              CASE WHEN a.mark IN ('no_show', 'ill', 'leave') THEN 'A' WHEN a.mark = 'school' THEN 'L' ELSE 'P' END, ''
              ORDER BY a.day, a.part DESC) AS marks
       FROM attendance a
      WHERE a.day BETWEEN @from AND @to AND a.day NOT IN (SELECT day FROM closure)
        AND (@only IS NULL OR a.trajectory_id IN (SELECT value FROM json_each(@only)))
      GROUP BY a.participant_id HAVING sum(a.mark IN ('no_show', 'ill', 'leave')) >= 3`,
  ).all({ from, to, only })
}
