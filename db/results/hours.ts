/** Hours of people. Whole months come from the month totals; only days at the edges of a period are read as marks. */
import { splitPeriod, type Days } from '#core/attendance/period.ts'
import { monthBounds } from '#core/calendar/dates.ts'
import type { HoursRow, MarksOfPerson } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { trajectoryFitsSql, type Asked } from './scope.ts'

/** Per person and part of the period; rows that are to be added up. */
export function hoursIn(db: ReadableDb, asked: Asked): HoursRow[] {
  const period = wholeWhereEmpty(db, asked)
  const { months, edges } = splitPeriod(period.from, period.to)
  const rows = edges.flatMap((days) => fromMarks(db, { ...asked, ...days }))
  return months === null ? rows : [...fromMonths(db, { ...asked, ...months }), ...rows]
}

/** Nobody was marked in the rest of the month: then the month itself is the same, and known already. */
function wholeWhereEmpty(db: ReadableDb, { from, to }: Days): Days {
  const [first, last] = [monthBounds(from.slice(0, 7)), monthBounds(to.slice(0, 7))]
  const empty = (days: Days) =>
    prepared<[Days]>(db, 'SELECT 1 FROM attendance WHERE day >= @from AND day < @to LIMIT 1').get(days) ===
    undefined
  return {
    from: empty({ from: first.from, to: from }) ? first.from : from,
    to: empty({ from: `${to}~`, to: `${last.to}~` }) ? last.to : to,
  }
}

function fromMonths(db: ReadableDb, asked: Asked): HoursRow[] {
  return prepared<[Asked], HoursRow>(
    db,
    `SELECT t.participant_id, sum(m.planned_minutes) AS planned_minutes, sum(m.present_minutes) AS present_minutes,
            sum(m.notified_minutes) AS notified_minutes, sum(m.no_show_minutes) AS no_show_minutes
       FROM attendance_month m JOIN trajectory t ON t.id = m.trajectory_id
      WHERE m.month BETWEEN @from AND @to AND ${trajectoryFitsSql} GROUP BY m.trajectory_id`,
  ).all(asked)
}

/** By the same rule as the triggers in 0005_days.ts and core/attendance/totals.ts. */
function fromMarks(db: ReadableDb, asked: Asked): HoursRow[] {
  return prepared<[Asked], HoursRow>(
    db,
    `SELECT a.participant_id, sum(a.planned_minutes) AS planned_minutes, sum(a.present_minutes) AS present_minutes,
            sum(iif(a.mark IN ('ill', 'leave', 'school'), a.planned_minutes, 0)) AS notified_minutes,
            sum(iif(a.mark = 'no_show', a.planned_minutes, 0)) AS no_show_minutes
       FROM attendance a JOIN trajectory t ON t.id = a.trajectory_id
      WHERE a.day BETWEEN @from AND @to AND a.day NOT IN (SELECT day FROM closure) AND ${trajectoryFitsSql}
      GROUP BY a.participant_id`,
  ).all(asked)
}

/** The half-days of whoever was away three times or more in the period, as one text a person. */
export function marksIn(db: ReadableDb, asked: Asked): MarksOfPerson[] {
  return prepared<[Asked], MarksOfPerson>(
    db,
    `SELECT a.participant_id, group_concat(
              CASE WHEN a.mark IN ('no_show', 'ill', 'leave') THEN 'A' WHEN a.mark = 'school' THEN 'L' ELSE 'P' END, ''
              ORDER BY a.day, a.part DESC) AS marks
       FROM attendance a JOIN trajectory t ON t.id = a.trajectory_id
      WHERE a.day BETWEEN @from AND @to AND a.day NOT IN (SELECT day FROM closure) AND ${trajectoryFitsSql}
      GROUP BY a.participant_id HAVING sum(a.mark IN ('no_show', 'ill', 'leave')) >= 3`,
  ).all(asked)
}
