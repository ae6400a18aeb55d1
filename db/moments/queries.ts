import type { Moment } from '#core/api/moments.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import type { NameRow } from '../words/rows.ts'

const columns = 'm.id, m.happened_on, m.kind, m.title, m.remark'
const person = `p.id AS participant_id, ${columnsOf('p', nameColumns)}`

/** What was done together in these days, the last one first. */
export function momentsBetween(db: ReadableDb, from: string, to: string): Moment[] {
  return prepared<[string, string], Moment>(
    db,
    `SELECT ${columns} FROM group_moment m WHERE m.happened_on BETWEEN ? AND ?
      ORDER BY m.happened_on DESC, m.id DESC`,
  ).all(from, to)
}

/** Who took part in these moments, by name. */
export function peopleOfMoments(db: ReadableDb, ids: readonly number[]): (NameRow & { moment_id: number })[] {
  return prepared<[string], NameRow & { moment_id: number }>(
    db,
    `SELECT t.moment_id, ${person} FROM group_moment_person t JOIN participant p ON p.id = t.participant_id
      WHERE t.moment_id IN (SELECT value FROM json_each(?)) ORDER BY p.sort_key, p.id`,
  ).all(JSON.stringify(ids))
}

/** The years with a moment in them, the last one first. */
export function momentYears(db: ReadableDb): number[] {
  return prepared<[], { year: number }>(
    db,
    'SELECT DISTINCT CAST(substr(happened_on, 1, 4) AS INTEGER) AS year FROM group_moment ORDER BY 1 DESC',
  )
    .all()
    .map((row) => row.year)
}

export function findMoment(db: ReadableDb, id: number): Moment | null {
  return (
    prepared<[number], Moment>(db, `SELECT ${columns} FROM group_moment m WHERE m.id = ?`).get(id) ?? null
  )
}

export function momentsOf(db: ReadableDb, participantId: number): Moment[] {
  return prepared<[number], Moment>(
    db,
    `SELECT ${columns} FROM group_moment_person t JOIN group_moment m ON m.id = t.moment_id
      WHERE t.participant_id = ? ORDER BY m.happened_on DESC, m.id DESC`,
  ).all(participantId)
}

/** Who is in a trajectory on this day: first who was present or late, then the others, each by name. */
export function peopleInTrajectory(db: ReadableDb, day: string): (NameRow & { present: number })[] {
  return prepared<[{ day: string }], NameRow & { present: number }>(
    db,
    `SELECT ${person},
       EXISTS (SELECT 1 FROM attendance a WHERE a.participant_id = p.id AND a.day = @day
                 AND a.mark IN ('present', 'late')) AS present
     FROM participant p
     WHERE EXISTS (SELECT 1 FROM trajectory t WHERE t.participant_id = p.id AND t.starts_on <= @day
                     AND coalesce(t.ended_on, t.planned_end_on) >= @day)
     ORDER BY present DESC, p.sort_key, p.id`,
  ).all({ day })
}
