import type { Note } from '#core/api/notes.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findNote } from './queries.ts'
import { noteFields } from './rows.ts'

const insert = insertSql('contact_note', ['participant_id', 'staff_id', ...noteFields])
const update = updateSql('contact_note', noteFields)

/** @returns the new id. @throws CommandError NOT_FOUND when the person does not exist. */
export function createNote(db: WritableDb, note: Omit<Note, 'id'>): number {
  expectParticipant(db, note.participant_id)
  return Number(prepared(db, insert).run({ ...note, in_report: flag(note.in_report) }).lastInsertRowid)
}

/** Changes what is given; who wrote the note stays. @throws CommandError NOT_FOUND. */
export function saveNote(db: WritableDb, id: number, fields: Given<Note, (typeof noteFields)[number]>): void {
  const note = withGiven(found(findNote(db, id)), fields)
  expectOne(prepared(db, update).run({ ...note, in_report: flag(note.in_report) }))
}

/** The tasks that followed from it stay. @throws CommandError NOT_FOUND. */
export function removeNote(db: WritableDb, id: number): void {
  prepared(db, 'UPDATE task SET note_id = NULL WHERE note_id = ?').run(id)
  expectOne(prepared(db, 'DELETE FROM contact_note WHERE id = ?').run(id))
}
