import type { AttendanceMark, DayPart } from '#core/api/fields.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface MarkRow {
  participant_id: number
  day: string
  part: DayPart
  trajectory_id: number
  mark: AttendanceMark
  planned_minutes: number
  present_minutes: number
}

/** The minutes of a month or of several: what core's totals and the letters count with. */
export interface MinutesRow {
  planned_minutes: number
  present_minutes: number
  notified_minutes: number
  no_show_minutes: number
}

const markColumns = 'participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes'

/** All marks of these days, both ends included. */
export function marksBetween(db: ReadableDb, from: string, to: string): MarkRow[] {
  return prepared<[string, string], MarkRow>(
    db,
    `SELECT ${markColumns} FROM attendance WHERE day BETWEEN ? AND ? ORDER BY day, part DESC`,
  ).all(from, to)
}

/** The marks of one trajectory in these days, oldest first, the morning before the afternoon. */
export function marksOf(db: ReadableDb, trajectoryId: number, from: string, to: string): MarkRow[] {
  return prepared<[number, string, string], MarkRow>(
    db,
    `SELECT ${markColumns} FROM attendance WHERE trajectory_id = ? AND day BETWEEN ? AND ? ORDER BY day, part DESC`,
  ).all(trajectoryId, from, to)
}

/** The whole trajectory, from the month totals: flat however long somebody has been here. */
export function minutesOf(db: ReadableDb, trajectoryId: number): MinutesRow {
  return prepared<[number], MinutesRow>(
    db,
    `SELECT coalesce(sum(planned_minutes), 0) AS planned_minutes, coalesce(sum(present_minutes), 0) AS present_minutes,
       coalesce(sum(notified_minutes), 0) AS notified_minutes, coalesce(sum(no_show_minutes), 0) AS no_show_minutes
     FROM attendance_month WHERE trajectory_id = ?`,
  ).get(trajectoryId) as MinutesRow
}

/** A trajectory that has a place in a week: it starts before the week ends and has not ended before it. */
export interface WeekTrajectoryRow {
  id: number
  participant_id: number
  coach_name: string
  starts_on: string
  /** The real end, or the planned one: nothing is planned after it. */
  last_day: string
  ended_on: string | null
  given_names: string
  call_name: string
  initials: string
  prefix: string
  surname: string
  partner_prefix: string
  partner_surname: string
  name_use: 'own' | 'partner' | 'partner_own' | 'own_partner'
  form_of_address: 'mevrouw' | 'heer' | 'none'
  phone: string
}

/** In the order of the list of names. */
export function trajectoriesBetween(db: ReadableDb, from: string, to: string): WeekTrajectoryRow[] {
  return prepared<[{ from: string; to: string }], WeekTrajectoryRow>(
    db,
    `SELECT t.id, t.participant_id, s.name AS coach_name, t.starts_on, t.ended_on,
       coalesce(t.ended_on, t.planned_end_on) AS last_day,
       p.given_names, p.call_name, p.initials, p.prefix, p.surname, p.partner_prefix, p.partner_surname,
       p.name_use, p.form_of_address, p.phone
     FROM trajectory t JOIN participant p ON p.id = t.participant_id JOIN staff s ON s.id = t.coach_id
     WHERE t.starts_on <= @to AND coalesce(t.ended_on, t.planned_end_on) >= @from
     ORDER BY p.sort_key, p.id`,
  ).all({ from, to })
}
