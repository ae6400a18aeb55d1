import type { AttendanceMark } from '#core/api/fields.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

export interface RunningRow extends NameParts {
  trajectory_id: number
  participant_id: number
  phone: string
}

/** Who is in a trajectory on this day and not in a pause, in the order of the list of names. */
export function runningOn(db: ReadableDb, day: string): RunningRow[] {
  return prepared<[{ day: string }], RunningRow>(
    db,
    `SELECT t.id AS trajectory_id, t.participant_id, p.phone, ${columnsOf('p', nameColumns)}
     FROM trajectory t JOIN participant p ON p.id = t.participant_id
     WHERE t.starts_on <= @day AND coalesce(t.ended_on, t.planned_end_on) >= @day
       AND NOT EXISTS (SELECT 1 FROM trajectory_pause w WHERE w.trajectory_id = t.id AND w.starts_on <= @day
                         AND coalesce(w.ends_on, @day) >= @day)
     ORDER BY p.sort_key, p.id`,
  ).all({ day })
}

/**
 * The planned half-days of one person in a trajectory that count, newest first, read as far as they are asked for.
 * Both days count.
 */
export function plannedMarks(
  db: ReadableDb,
  who: { participant_id: number; trajectory_id: number },
  from: string,
  to: string,
): IterableIterator<{ day: string; mark: AttendanceMark }> {
  type Asked = { participant_id: number; trajectory_id: number; from: string; to: string }
  return prepared<[Asked], { day: string; mark: AttendanceMark }>(
    db,
    `SELECT day, mark FROM attendance
     WHERE participant_id = @participant_id AND day BETWEEN @from AND @to AND +trajectory_id = @trajectory_id
       AND planned_minutes > 0 AND day NOT IN (SELECT day FROM closure)
     ORDER BY day DESC, part`,
  ).iterate({ participant_id: who.participant_id, trajectory_id: who.trajectory_id, from, to })
}

/** Planned half-days and their minutes, before a day and from it on. */
export interface Stretches {
  parts_before: number
  planned_before: number
  present_before: number
  parts: number
  planned_minutes: number
  present_minutes: number
}

/** Of one person in a trajectory, from `from` to `to`, split at `since`; closed days are in none of it. */
export function stretchesOf(
  db: ReadableDb,
  who: { participant_id: number; trajectory_id: number },
  days: { from: string; since: string; to: string },
): Stretches {
  type Asked = typeof who & typeof days
  return prepared<[Asked], Stretches>(
    db,
    `SELECT count(*) FILTER (WHERE day < @since) AS parts_before,
       coalesce(sum(planned_minutes) FILTER (WHERE day < @since), 0) AS planned_before,
       coalesce(sum(present_minutes) FILTER (WHERE day < @since), 0) AS present_before,
       count(*) FILTER (WHERE day >= @since) AS parts,
       coalesce(sum(planned_minutes) FILTER (WHERE day >= @since), 0) AS planned_minutes,
       coalesce(sum(present_minutes) FILTER (WHERE day >= @since), 0) AS present_minutes
     FROM attendance
     WHERE participant_id = @participant_id AND day BETWEEN @from AND @to AND +trajectory_id = @trajectory_id
       AND planned_minutes > 0 AND day NOT IN (SELECT day FROM closure)`,
  ).get({ participant_id: who.participant_id, trajectory_id: who.trajectory_id, ...days }) as Stretches
}
