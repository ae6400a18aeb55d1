import type {
  Extension,
  Goal,
  Pause,
  PhaseSince,
  Schedule,
  SchedulePart,
  Trajectory,
} from '#core/api/programme.ts'
import type { FormOfAddress } from '#core/api/fields.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** A trajectory with the names around it; `cm_*` are the name parts of the case manager who sent the person. */
export interface TrajectoryRow extends Trajectory {
  coach_name: string
  cm_initials: string
  cm_prefix: string
  cm_surname: string
  cm_form_of_address: FormOfAddress
  municipality_name: string
}

const columns = `t.id, t.participant_id, t.referral_id, t.coach_id, t.months, t.starts_on, t.planned_end_on, t.ended_on,
  t.phase, t.purpose, t.outflow, t.end_kind, t.end_reason, t.end_discussed_with, t.end_discussed_on,
  t.participant_satisfaction, t.participant_asked_on, t.case_manager_satisfaction, t.case_manager_asked_on,
  s.name AS coach_name, c.initials AS cm_initials, c.prefix AS cm_prefix,
  c.surname AS cm_surname, c.form_of_address AS cm_form_of_address, m.name AS municipality_name`
const from = `FROM trajectory t JOIN staff s ON s.id = t.coach_id JOIN referral r ON r.id = t.referral_id
  JOIN case_manager c ON c.id = r.case_manager_id JOIN municipality m ON m.id = c.municipality_id`
const byParticipant = `SELECT ${columns} ${from} WHERE t.participant_id = ? ORDER BY t.starts_on DESC, t.id DESC`
const byId = `SELECT ${columns} ${from} WHERE t.id = ?`

/** Of one person, the newest first. */
export function trajectoriesOf(db: ReadableDb, participantId: number): TrajectoryRow[] {
  return prepared<[number], TrajectoryRow>(db, byParticipant).all(participantId)
}

export function trajectoryById(db: ReadableDb, id: number): TrajectoryRow | undefined {
  return prepared<[number], TrajectoryRow>(db, byId).get(id)
}

/**
 * The schedules of these trajectories, each list oldest first; a trajectory without any is not in the map. Equal
 * schedules share their half-days: read, don't write.
 */
export function schedulesOf(db: ReadableDb, trajectoryIds: readonly number[]): Map<number, Schedule[]> {
  // One row for each schedule: what a row of its own costs is more than what is in it.
  const rows = prepared<[string], { trajectory_id: number; valid_from: string; parts: string }>(
    db,
    `SELECT sc.trajectory_id, sc.valid_from,
       (SELECT json_group_array(json_array(p.weekday, p.part, p.start_minute, p.end_minute))
        FROM schedule_part p WHERE p.schedule_id = sc.id) AS parts
     FROM schedule sc WHERE sc.trajectory_id IN (SELECT value FROM json_each(?))
     ORDER BY sc.trajectory_id, sc.valid_from`,
  ).all(JSON.stringify(trajectoryIds))
  const result = new Map<number, Schedule[]>()
  // Many people come on the same half-days.
  const shared = new Map<string, SchedulePart[]>()
  for (const { trajectory_id, valid_from, parts: text } of rows) {
    let parts = shared.get(text)
    if (!parts) shared.set(text, (parts = partsIn(text)))
    const list = result.get(trajectory_id)
    if (list) list.push({ valid_from, parts })
    else result.set(trajectory_id, [{ valid_from, parts }])
  }
  return result
}

/** Through the week, the morning before the afternoon. */
function partsIn(text: string): SchedulePart[] {
  const rows = JSON.parse(text) as [number, SchedulePart['part'], number, number][]
  return rows
    .map(([weekday, part, start_minute, end_minute]) => ({ weekday, part, start_minute, end_minute }))
    .sort((a, b) => a.weekday - b.weekday || (a.part < b.part ? 1 : -1))
}

export function goalsOf(db: ReadableDb, trajectoryId: number): Goal[] {
  return prepared<[number], Goal>(
    db,
    `SELECT id, position, description, state, state_on, remark FROM goal WHERE trajectory_id = ?
     ORDER BY position, id`,
  ).all(trajectoryId)
}

/** The trajectory of a goal; undefined when there is no such goal. */
export function trajectoryOfGoal(db: ReadableDb, goalId: number): number | undefined {
  return prepared<[number], { trajectory_id: number }>(db, 'SELECT trajectory_id FROM goal WHERE id = ?').get(
    goalId,
  )?.trajectory_id
}

/** Oldest first. */
export function phasesOf(db: ReadableDb, trajectoryId: number): PhaseSince[] {
  return prepared<[number], PhaseSince>(
    db,
    'SELECT since, phase FROM trajectory_phase WHERE trajectory_id = ? ORDER BY since',
  ).all(trajectoryId)
}

/** Oldest first. */
export function extensionsOf(db: ReadableDb, trajectoryId: number): Extension[] {
  return prepared<[number], Extension>(
    db,
    `SELECT id, agreed_on, old_end_on, new_end_on, reason FROM trajectory_extension
     WHERE trajectory_id = ? ORDER BY agreed_on, id`,
  ).all(trajectoryId)
}

/** The pauses of these trajectories, each list oldest first; a trajectory without any is not in the map. */
export function pausesOf(db: ReadableDb, trajectoryIds: readonly number[]): Map<number, Pause[]> {
  const result = new Map<number, Pause[]>()
  const rows = prepared<[string], Pause & { trajectory_id: number }>(
    db,
    `SELECT trajectory_id, id, starts_on, ends_on, reason FROM trajectory_pause
     WHERE trajectory_id IN (SELECT value FROM json_each(?)) ORDER BY trajectory_id, starts_on, id`,
  ).all(JSON.stringify(trajectoryIds))
  for (const { trajectory_id, ...pause } of rows)
    result.set(trajectory_id, [...(result.get(trajectory_id) ?? []), pause])
  return result
}

/** The pause with the trajectory it is in; undefined when there is none with this id. */
export function pauseById(db: ReadableDb, id: number): (Pause & { trajectory_id: number }) | undefined {
  return prepared<[number], Pause & { trajectory_id: number }>(
    db,
    'SELECT trajectory_id, id, starts_on, ends_on, reason FROM trajectory_pause WHERE id = ?',
  ).get(id)
}

/** Is there another trajectory of this person in these days? Both ends count. `except`: the one that is asked about. */
export function overlaps(
  db: ReadableDb,
  span: { participantId: number; startsOn: string; endsOn: string; except?: number },
): boolean {
  return (
    prepared<[{ participantId: number; startsOn: string; endsOn: string; except: number }], { id: number }>(
      db,
      `SELECT id FROM trajectory WHERE participant_id = @participantId AND starts_on <= @endsOn
         AND coalesce(ended_on, planned_end_on) >= @startsOn AND id <> @except LIMIT 1`,
    ).get({ except: 0, ...span }) !== undefined
  )
}
