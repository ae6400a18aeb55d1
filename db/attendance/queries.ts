import type { AttendanceMark, DayPart } from '#core/api/fields.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

export interface MarkRow {
  participant_id: number
  day: string
  part: DayPart
  trajectory_id: number
  mark: AttendanceMark
  planned_minutes: number
  present_minutes: number
}

/** A mark with everything that is kept beside it. */
export interface StoredMark extends MarkRow {
  from_minute: number | null
  until_minute: number | null
  note: string
}

const markColumns =
  'participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes, from_minute, until_minute, note'

/** All marks of these days, both ends included; also those of closed days, which count in no figure. */
export function marksBetween(db: ReadableDb, from: string, to: string): StoredMark[] {
  return prepared<[string, string], StoredMark>(
    db,
    `SELECT ${markColumns} FROM attendance WHERE day BETWEEN ? AND ? ORDER BY day, part DESC`,
  ).all(from, to)
}

/** The same of some people only: with their ids it is one stretch of the table for each, however many years. */
export function marksOfPeople(
  db: ReadableDb,
  participantIds: readonly number[],
  from: string,
  to: string,
): StoredMark[] {
  return prepared<[string, string, string], StoredMark>(
    db,
    `SELECT ${markColumns} FROM attendance
     WHERE participant_id IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ?`,
  ).all(JSON.stringify(participantIds), from, to)
}

/**
 * The marks of one trajectory in these days that count, oldest first, the morning before the afternoon. A mark on
 * a day that was closed afterwards is not among them.
 */
export function marksOf(db: ReadableDb, trajectoryId: number, from: string, to: string): StoredMark[] {
  return prepared<[number, string, string], StoredMark>(
    db,
    `SELECT ${markColumns} FROM attendance
     WHERE trajectory_id = ? AND day BETWEEN ? AND ? AND day NOT IN (SELECT day FROM closure)
     ORDER BY day, part DESC`,
  ).all(trajectoryId, from, to)
}

/** How many people fit, for the half-days that have a limit. */
export function listCapacity(db: ReadableDb): { weekday: number; part: DayPart; people: number }[] {
  return prepared<[], { weekday: number; part: DayPart; people: number }>(
    db,
    'SELECT weekday, part, people FROM group_capacity ORDER BY weekday, part DESC',
  ).all()
}

/** A trajectory that has a place in a week: it starts before the week ends and has not ended before it. */
export interface WeekTrajectoryRow extends NameParts {
  id: number
  participant_id: number
  coach_name: string
  starts_on: string
  /** The real end, or the planned one: nothing is planned after it. */
  last_day: string
  ended_on: string | null
  phone: string
}

const trajectoryColumns = `t.id, t.participant_id, s.name AS coach_name, t.starts_on, t.ended_on,
  coalesce(t.ended_on, t.planned_end_on) AS last_day,
  ${columnsOf('p', nameColumns)}, p.phone`
const trajectoryTables = `trajectory t JOIN participant p ON p.id = t.participant_id
  JOIN staff s ON s.id = t.coach_id`

/** All trajectories of these people, whenever they were; by person the oldest first. */
export function trajectoriesOfPeople(db: ReadableDb, participantIds: readonly number[]): WeekTrajectoryRow[] {
  return prepared<[string], WeekTrajectoryRow>(
    db,
    `SELECT ${trajectoryColumns} FROM ${trajectoryTables}
     WHERE t.participant_id IN (SELECT value FROM json_each(?)) ORDER BY t.participant_id, t.starts_on, t.id`,
  ).all(JSON.stringify(participantIds))
}

/** In the order of the list of names. */
export function trajectoriesBetween(db: ReadableDb, from: string, to: string): WeekTrajectoryRow[] {
  return prepared<[{ from: string; to: string }], WeekTrajectoryRow>(
    db,
    `SELECT ${trajectoryColumns} FROM ${trajectoryTables}
     WHERE t.starts_on <= @to AND coalesce(t.ended_on, t.planned_end_on) >= @from
     ORDER BY p.sort_key, p.id`,
  ).all({ from, to })
}
