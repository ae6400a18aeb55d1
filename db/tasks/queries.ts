import type { Task } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import type { NameParts } from '#core/names/name.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const columns = columnsOf('k', ['id', 'participant_id', 'title', 'due_on', 'done_on'])

/** Everything that still has to be done, of everybody and of the office; what is due first comes first. */
export function listOpenTasks(db: ReadableDb): (Task & { person: NameParts | null })[] {
  return prepared<[], Task & { [K in keyof NameParts]: NameParts[K] | null }>(
    db,
    `SELECT ${columns}, ${columnsOf('p', nameColumns)}
       FROM task k LEFT JOIN participant p ON p.id = k.participant_id
      WHERE k.done_on IS NULL
      ORDER BY k.due_on IS NULL, k.due_on, k.id`,
  )
    .all()
    .map(({ id, participant_id, title, due_on, done_on, ...person }) => ({
      id,
      participant_id,
      title,
      due_on,
      done_on,
      person: participant_id === null ? null : (person as NameParts),
    }))
}

/** The tasks about one person: open ones first by day, then what is done, newest first. */
export function listTasksOf(db: ReadableDb, participantId: number): Task[] {
  return prepared<[number], Task>(
    db,
    `SELECT ${columns} FROM task k WHERE k.participant_id = ?
      ORDER BY k.done_on IS NOT NULL, k.done_on DESC, k.due_on IS NULL, k.due_on, k.id`,
  ).all(participantId)
}
