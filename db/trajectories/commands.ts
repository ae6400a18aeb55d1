import type { EndKind, Outflow, Phase } from '#core/api/fields.ts'
import type { Pause, Satisfaction, SchedulePart } from '#core/api/programme.ts'
import { addDays } from '#core/calendar/dates.ts'
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

/** In phase `workshop` from its first day. @returns the id of the new trajectory. */
export function createTrajectory(db: WritableDb, trajectory: NewTrajectory): number {
  const { lastInsertRowid } = prepared<[NewTrajectory]>(
    db,
    `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on, purpose)
     VALUES (@participant_id, @referral_id, @coach_id, @months, @starts_on, @planned_end_on, @purpose)`,
  ).run(trajectory)
  const id = Number(lastInsertRowid)
  prepared<[number]>(
    db,
    `INSERT INTO trajectory_phase (trajectory_id, since, phase) SELECT id, starts_on, phase FROM trajectory WHERE id = ?`,
  ).run(id)
  return id
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

/** What was agreed around the days: who guides, and what it is for. What is not given stays. */
export function saveAgreed(
  db: WritableDb,
  agreed: { id: number; coach_id: number | null; purpose: string | null },
): void {
  expectOne(
    prepared<[typeof agreed]>(
      db,
      `UPDATE trajectory SET coach_id = coalesce(@coach_id, coach_id), purpose = coalesce(@purpose, purpose)
       WHERE id = @id`,
    ).run(agreed),
  )
}

/** In this phase since that day; a phase that began on that day is replaced. @throws CommandError NOT_FOUND. */
export function setPhase(db: WritableDb, id: number, phase: Phase, since: string): void {
  const row = { id, phase, since }
  prepared<[typeof row]>(
    db,
    `INSERT INTO trajectory_phase (trajectory_id, since, phase) VALUES (@id, @since, @phase)
     ON CONFLICT (trajectory_id, since) DO UPDATE SET phase = excluded.phase`,
  ).run(row)
  takeLatestPhase(db, id)
}

/** Takes one out of the history. @throws CommandError NOT_FOUND, also for the only one that there is. */
export function removePhase(db: WritableDb, id: number, since: string): void {
  const row = { id, since }
  expectOne(
    prepared<[typeof row]>(
      db,
      `DELETE FROM trajectory_phase WHERE trajectory_id = @id AND since = @since
         AND (SELECT count(*) FROM trajectory_phase WHERE trajectory_id = @id) > 1`,
    ).run(row),
  )
  takeLatestPhase(db, id)
}

function takeLatestPhase(db: WritableDb, id: number): void {
  expectOne(
    prepared<[number]>(
      db,
      `UPDATE trajectory AS t SET phase = coalesce((SELECT h.phase FROM trajectory_phase h
         WHERE h.trajectory_id = t.id ORDER BY h.since DESC LIMIT 1), t.phase) WHERE t.id = ?`,
    ).run(id),
  )
}

export interface Extension {
  trajectory_id: number
  agreed_on: string
  old_end_on: string
  new_end_on: string
  reason: string
}

/** Moves the planned end, later or earlier, and keeps what it was with the reason. `months`: how long it is now called. */
export function movePlannedEnd(db: WritableDb, extension: Extension & { months: number }): void {
  const { months, ...row } = extension
  prepared<[Extension]>(
    db,
    `INSERT INTO trajectory_extension (trajectory_id, agreed_on, old_end_on, new_end_on, reason)
     VALUES (@trajectory_id, @agreed_on, @old_end_on, @new_end_on, @reason)`,
  ).run(row)
  const { changes } = prepared<[Extension & { months: number }]>(
    db,
    `UPDATE trajectory SET planned_end_on = @new_end_on, months = @months
     WHERE id = @trajectory_id AND planned_end_on = @old_end_on`,
  ).run({ ...row, months })
  if (changes !== 1) throw new CommandError('CHANGED_SINCE')
}

/** Another first day; what held from the first day on (schedule, phase) moves along with it. */
export function moveStart(db: WritableDb, id: number, startsOn: string, months: number): void {
  const key = { id, startsOn }
  // What is valid on the new first day: the last one before it, or else the first there is.
  prepared<[typeof key]>(
    db,
    `UPDATE OR IGNORE schedule SET valid_from = @startsOn WHERE trajectory_id = @id AND valid_from = coalesce(
       (SELECT max(valid_from) FROM schedule WHERE trajectory_id = @id AND valid_from <= @startsOn),
       (SELECT min(valid_from) FROM schedule WHERE trajectory_id = @id))`,
  ).run(key)
  prepared<[typeof key]>(
    db,
    `INSERT OR IGNORE INTO trajectory_phase (trajectory_id, since, phase)
     SELECT trajectory_id, @startsOn, phase FROM trajectory_phase WHERE trajectory_id = @id
     ORDER BY since > @startsOn, abs(julianday(since) - julianday(@startsOn)) LIMIT 1`,
  ).run(key)
  prepared<[typeof key]>(
    db,
    'DELETE FROM trajectory_phase WHERE trajectory_id = @id AND since < @startsOn',
  ).run(key)
  // The phase that only began because the trajectory did, begins with it.
  prepared<[typeof key]>(
    db,
    `DELETE FROM trajectory_phase WHERE trajectory_id = @id AND since > @startsOn
       AND since = (SELECT starts_on FROM trajectory WHERE id = @id)
       AND phase = (SELECT phase FROM trajectory_phase WHERE trajectory_id = @id AND since = @startsOn)`,
  ).run(key)
  expectOne(
    prepared<[typeof key & { months: number }]>(
      db,
      'UPDATE trajectory SET starts_on = @startsOn, months = @months WHERE id = @id',
    ).run({ ...key, months }),
  )
  takeLatestPhase(db, id)
}

export interface Ending {
  id: number
  ended_on: string
  outflow: Outflow
  end_kind: EndKind | null
  end_reason: string
  end_discussed_with: string
  end_discussed_on: string | null
}

/** The trajectory is over: aftercare begins the day after, and no pause goes on. */
export function endTrajectory(db: WritableDb, ending: Ending): void {
  expectOne(
    prepared<[Ending]>(
      db,
      `UPDATE trajectory SET ended_on = @ended_on, outflow = @outflow, end_kind = @end_kind, end_reason = @end_reason,
         end_discussed_with = @end_discussed_with, end_discussed_on = @end_discussed_on WHERE id = @id`,
    ).run(ending),
  )
  const key = { id: ending.id, endedOn: ending.ended_on }
  prepared<[typeof key]>(
    db,
    'DELETE FROM trajectory_phase WHERE trajectory_id = @id AND since > @endedOn',
  ).run(key)
  setPhase(db, ending.id, 'aftercare', addDays(ending.ended_on, 1))
  prepared<[typeof key]>(
    db,
    'DELETE FROM trajectory_pause WHERE trajectory_id = @id AND starts_on > @endedOn',
  ).run(key)
  prepared<[typeof key]>(
    db,
    `UPDATE trajectory_pause SET ends_on = @endedOn
      WHERE trajectory_id = @id AND (ends_on IS NULL OR ends_on > @endedOn)`,
  ).run(key)
}

/** What both said of it, as it is now known. @throws CommandError NOT_FOUND. */
export function saveSatisfaction(db: WritableDb, said: Satisfaction & { id: number }): void {
  expectOne(
    prepared<[Satisfaction & { id: number }]>(
      db,
      `UPDATE trajectory SET participant_satisfaction = @participant_satisfaction,
         participant_asked_on = @participant_asked_on, case_manager_satisfaction = @case_manager_satisfaction,
         case_manager_asked_on = @case_manager_asked_on WHERE id = @id`,
    ).run(said),
  )
}

/** Goes on as before the end, in the phase before aftercare. Aftercare waits for the next end. */
export function reopenTrajectory(db: WritableDb, id: number): void {
  expectOne(
    prepared<[number]>(
      db,
      `UPDATE trajectory SET ended_on = NULL, outflow = NULL, end_kind = NULL, end_reason = '',
         end_discussed_with = '', end_discussed_on = NULL, participant_satisfaction = NULL, participant_asked_on = NULL,
         case_manager_satisfaction = NULL, case_manager_asked_on = NULL WHERE id = ? AND ended_on IS NOT NULL`,
    ).run(id),
  )
  prepared<[{ id: number }]>(
    db,
    `DELETE FROM trajectory_phase WHERE trajectory_id = @id AND phase = 'aftercare'
       AND since > (SELECT min(since) FROM trajectory_phase WHERE trajectory_id = @id)`,
  ).run({ id })
  takeLatestPhase(db, id)
}

type PauseFields = Omit<Pause, 'id'>

/** @returns the id of the new pause. */
export function createPause(db: WritableDb, trajectoryId: number, pause: PauseFields): number {
  const { lastInsertRowid } = prepared<[PauseFields & { trajectoryId: number }]>(
    db,
    `INSERT INTO trajectory_pause (trajectory_id, starts_on, ends_on, reason)
     VALUES (@trajectoryId, @starts_on, @ends_on, @reason)`,
  ).run({ ...pause, trajectoryId })
  return Number(lastInsertRowid)
}

export function savePause(db: WritableDb, pause: Pause): void {
  expectOne(
    prepared<[Pause]>(
      db,
      'UPDATE trajectory_pause SET starts_on = @starts_on, ends_on = @ends_on, reason = @reason WHERE id = @id',
    ).run(pause),
  )
}

export function removePause(db: WritableDb, id: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM trajectory_pause WHERE id = ?').run(id))
}
