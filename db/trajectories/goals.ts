import type { GoalState } from '#core/api/fields.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'

export interface GoalInput {
  id?: number | undefined
  description: string
  state: GoalState
  /** Since when it stands so; null: not known. */
  state_on: string | null
  remark: string
}

/** Changes the goal with this id, or adds one at the end. @throws CommandError NOT_FOUND. */
export function saveGoal(db: WritableDb, trajectoryId: number, goal: GoalInput): void {
  const { id, description, state, state_on, remark } = goal
  const values = { trajectoryId, description, state, state_on, remark }
  if (id === undefined) {
    prepared<[typeof values]>(
      db,
      `INSERT INTO goal (trajectory_id, position, description, state, state_on, remark)
       SELECT @trajectoryId, coalesce(max(position), 0) + 1, @description, @state, @state_on, @remark
       FROM goal WHERE trajectory_id = @trajectoryId`,
    ).run(values)
    return
  }
  expectOne(
    prepared<[typeof values & { id: number }]>(
      db,
      `UPDATE goal SET description = @description, state = @state, state_on = @state_on, remark = @remark
     WHERE id = @id AND trajectory_id = @trajectoryId`,
    ).run({ ...values, id }),
  )
}

/** @throws CommandError NOT_FOUND. */
export function removeGoal(db: WritableDb, id: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM goal WHERE id = ?').run(id))
}

/** The goals in this order, from 1. @throws CommandError NOT_FOUND for one of another trajectory. */
export function orderGoals(db: WritableDb, trajectoryId: number, ids: readonly number[]): void {
  const move = prepared<[{ id: number; trajectoryId: number; position: number }]>(
    db,
    'UPDATE goal SET position = @position WHERE id = @id AND trajectory_id = @trajectoryId',
  )
  ids.forEach((id, index) => expectOne(move.run({ id, trajectoryId, position: index + 1 })))
}
