import type { NewTask, Task } from '#core/api/notes.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { findStaff } from '../office/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findTask } from './queries.ts'

const taskFields = ['title', 'due_on', 'staff_id'] as const
const insert = insertSql('task', ['participant_id', 'note_id', ...taskFields])
const update = updateSql('task', taskFields)

/**
 * @param task.note_id the note that it follows from.
 * @returns the new id. @throws CommandError NOT_FOUND when the person or the colleague does not exist.
 */
export function createTask(
  db: WritableDb,
  task: NewTask & { participant_id: number | null; note_id?: number | null },
): number {
  if (task.participant_id !== null) expectParticipant(db, task.participant_id)
  const { participant_id, title, due_on, staff_id = null, note_id = null } = task
  expectStaff(db, staff_id)
  const row = { participant_id, title, due_on, staff_id, note_id }
  return Number(prepared(db, insert).run(row).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveTask(db: WritableDb, id: number, fields: Given<Task, (typeof taskFields)[number]>): void {
  const { title, due_on, staff_id } = withGiven(found(findTask(db, id)), fields)
  expectStaff(db, staff_id)
  expectOne(prepared(db, update).run({ id, title, due_on, staff_id }))
}

/**
 * Ticks a task off, or puts it back. A task that was done already keeps its day.
 * @param doneOn null: not done. @throws CommandError NOT_FOUND.
 */
export function setTaskDone(db: WritableDb, id: number, doneOn: string | null): void {
  expectOne(
    prepared(
      db,
      'UPDATE task SET done_on = CASE WHEN @doneOn IS NULL THEN NULL ELSE coalesce(done_on, @doneOn) END WHERE id = @id',
    ).run({ id, doneOn }),
  )
}

/** @throws CommandError NOT_FOUND. */
export function removeTask(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'DELETE FROM task WHERE id = ?').run(id))
}

function expectStaff(db: WritableDb, id: number | null): void {
  if (id !== null && findStaff(db, id) === null) throw new CommandError('NOT_FOUND')
}
