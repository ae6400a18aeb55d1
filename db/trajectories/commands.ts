import type { GoalState, Outflow, Phase } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'

export interface NewTrajectory {
  participant_id: number
  referral_id: number
  coach_id: number
  months: number
  starts_on: string
  planned_end_on: string
  purpose: string
}

/** @returns the id of the new trajectory. */
export function createTrajectory(db: WritableDb, trajectory: NewTrajectory): number {
  const { lastInsertRowid } = prepared<[NewTrajectory]>(
    db,
    `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on, purpose)
     VALUES (@participant_id, @referral_id, @coach_id, @months, @starts_on, @planned_end_on, @purpose)`,
  ).run(trajectory)
  return Number(lastInsertRowid)
}

/** Replaces the schedule that starts on this day, and leaves the earlier and later ones as they were. */
export function setSchedule(
  db: WritableDb,
  trajectoryId: number,
  validFrom: string,
  parts: readonly SchedulePart[],
): void {
  const key = { trajectoryId, validFrom }
  prepared<[typeof key]>(
    db,
    `INSERT INTO schedule (trajectory_id, valid_from) VALUES (@trajectoryId, @validFrom)
     ON CONFLICT (trajectory_id, valid_from) DO NOTHING`,
  ).run(key)
  const row = found(
    prepared<[typeof key], { id: number }>(
      db,
      'SELECT id FROM schedule WHERE trajectory_id = @trajectoryId AND valid_from = @validFrom',
    ).get(key),
  )
  prepared<[number]>(db, 'DELETE FROM schedule_part WHERE schedule_id = ?').run(row.id)
  const insert = prepared<[SchedulePart & { scheduleId: number }]>(
    db,
    `INSERT INTO schedule_part (schedule_id, weekday, part, start_minute, end_minute)
     VALUES (@scheduleId, @weekday, @part, @start_minute, @end_minute)`,
  )
  for (const part of parts) insert.run({ ...part, scheduleId: row.id })
}

export function setPhase(db: WritableDb, id: number, phase: Phase): void {
  expectOne(prepared<[Phase, number]>(db, 'UPDATE trajectory SET phase = ? WHERE id = ?').run(phase, id))
}

export interface Extension {
  trajectory_id: number
  agreed_on: string
  old_end_on: string
  new_end_on: string
  months: number // added
  reason: string
}

/** Moves the planned end and keeps what it was, with the reason. */
export function extendTrajectory(db: WritableDb, extension: Extension): void {
  prepared<[Extension]>(
    db,
    `INSERT INTO trajectory_extension (trajectory_id, agreed_on, old_end_on, new_end_on, reason)
     VALUES (@trajectory_id, @agreed_on, @old_end_on, @new_end_on, @reason)`,
  ).run(extension)
  const { changes } = prepared<[Extension]>(
    db,
    `UPDATE trajectory SET planned_end_on = @new_end_on, months = months + @months
     WHERE id = @trajectory_id AND planned_end_on = @old_end_on`,
  ).run(extension)
  if (changes !== 1) throw new CommandError('CHANGED_SINCE')
}

export interface Ending {
  id: number
  ended_on: string
  outflow: Outflow
  end_reason: string
}

/** The trajectory is over; the phase becomes aftercare. */
export function endTrajectory(db: WritableDb, ending: Ending): void {
  expectOne(
    prepared<[Ending]>(
      db,
      `UPDATE trajectory SET ended_on = @ended_on, outflow = @outflow, end_reason = @end_reason, phase = 'aftercare'
     WHERE id = @id`,
    ).run(ending),
  )
}

export interface GoalInput {
  id?: number | undefined
  position?: number | undefined
  description: string
  state: GoalState
  remark: string
}

/** Changes the goal with this id, or adds one at the end. */
export function saveGoal(db: WritableDb, trajectoryId: number, goal: GoalInput): void {
  const values = { trajectoryId, description: goal.description, state: goal.state, remark: goal.remark }
  if (goal.id === undefined) {
    prepared<[typeof values]>(
      db,
      `INSERT INTO goal (trajectory_id, position, description, state, remark)
       SELECT @trajectoryId, coalesce(max(position), 0) + 1, @description, @state, @remark
       FROM goal WHERE trajectory_id = @trajectoryId`,
    ).run(values)
    return
  }
  expectOne(
    prepared<[typeof values & { id: number }]>(
      db,
      `UPDATE goal SET description = @description, state = @state, remark = @remark
     WHERE id = @id AND trajectory_id = @trajectoryId`,
    ).run({ ...values, id: goal.id }),
  )
}
