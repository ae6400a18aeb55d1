import type { Task } from '#core/api/people.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, insertSql } from '../statements.ts'

/** @returns the new id. @throws CommandError NOT_FOUND when the person does not exist. */
export function createTask(db: WritableDb, task: Omit<Task, 'id' | 'done_on'>): number {
  if (task.participant_id !== null) expectParticipant(db, task.participant_id)
  return Number(
    prepared(db, insertSql('task', ['participant_id', 'title', 'due_on'])).run({ ...task }).lastInsertRowid,
  )
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
