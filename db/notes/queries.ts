import type { Note } from '#core/api/notes.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { noteOf } from './rows.ts'
import type { NoteRow } from './rows.ts'

const columns = 'id, participant_id, staff_id, happened_on, kind, body, present, in_report'

/** Everything noted about this person; newest first. */
export function listNotes(db: ReadableDb, participantId: number): Note[] {
  return prepared<[number], NoteRow>(
    db,
    `SELECT ${columns} FROM contact_note WHERE participant_id = ? ORDER BY happened_on DESC, id DESC`,
  )
    .all(participantId)
    .map(noteOf)
}

export function findNote(db: ReadableDb, id: number): Note | null {
  const row = prepared<[number], NoteRow>(db, `SELECT ${columns} FROM contact_note WHERE id = ?`).get(id)
  return row === undefined ? null : noteOf(row)
}
