import type { Aftercare } from '#core/api/places.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const columns =
  'a.id, a.participant_id, a.trajectory_id, a.month, a.due_on, a.done_on, a.outcome, a.benefit_ended, a.attempts, a.remark'

/** The moments of aftercare of one person, in the order of their days. */
export function listAftercare(db: ReadableDb, participantId: number): Aftercare[] {
  return prepared<[number], Aftercare>(
    db,
    `SELECT ${columns} FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id
      WHERE t.participant_id = ? ORDER BY a.due_on, a.id`,
  ).all(participantId)
}

export function findAftercare(db: ReadableDb, id: number): Aftercare | null {
  return (
    prepared<[number], Aftercare>(db, `SELECT ${columns} FROM aftercare a WHERE a.id = ?`).get(id) ?? null
  )
}
