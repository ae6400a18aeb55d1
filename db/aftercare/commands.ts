import { aftercareMonths } from '#core/aftercare/moments.ts'
import type { Aftercare, AttemptHow } from '#core/api/aftercare.ts'
import { addMonths } from '#core/calendar/dates.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql } from '../statements.ts'

/**
 * The moments of aftercare of a trajectory that ended. When it had them already (it was ended before, on another
 * day), the ones that are still open move along, with the ones that were added; a day that somebody chose stays
 * where it lies after the end. What was done or dropped stays. @throws CommandError NOT_FOUND.
 */
export function createAftercareMoments(db: WritableDb, trajectoryId: number, endedOn: string): void {
  const { participant_id } = found(
    prepared<[number], { participant_id: number }>(
      db,
      'SELECT participant_id FROM trajectory WHERE id = ?',
    ).get(trajectoryId),
  )
  const put = prepared(
    db,
    `INSERT INTO aftercare (participant_id, trajectory_id, month, due_on)
     VALUES (@participant_id, @trajectoryId, @month, @dueOn) ON CONFLICT (trajectory_id, month) DO NOTHING`,
  )
  for (const month of aftercareMonths)
    put.run({ participant_id, trajectoryId, month, dueOn: addMonths(endedOn, month) })
  const open = prepared<[number], Pick<Aftercare, 'id' | 'month' | 'due_on' | 'try_on'> & { own_day: 0 | 1 }>(
    db,
    `SELECT id, month, due_on, try_on, own_day FROM aftercare
      WHERE trajectory_id = ? AND done_on IS NULL AND dropped_on IS NULL`,
  ).all(trajectoryId)
  const move = prepared(
    db,
    'UPDATE aftercare SET due_on = @dueOn, own_day = @ownDay, try_on = @tryOn WHERE id = @id',
  )
  for (const { id, month, due_on, try_on, own_day } of open) {
    const stays = own_day === 1 && due_on > endedOn
    const dueOn = stays ? due_on : addMonths(endedOn, month)
    if (dueOn !== due_on)
      move.run({ id, dueOn, ownDay: stays ? 1 : 0, tryOn: try_on !== null && try_on > dueOn ? try_on : null })
  }
}

/** One more moment. @returns its id. @throws CommandError NOT_FOUND; a month that is there already is a bug. */
export function addMoment(
  db: WritableDb,
  moment: Pick<Aftercare, 'participant_id' | 'trajectory_id' | 'month' | 'due_on'> & { own_day: 0 | 1 },
): number {
  const { lastInsertRowid } = prepared(
    db,
    insertSql('aftercare', ['participant_id', 'trajectory_id', 'month', 'due_on', 'own_day']),
  ).run({ ...moment })
  return Number(lastInsertRowid)
}

/** Another day, chosen by somebody. @throws CommandError NOT_FOUND. */
export function moveMoment(db: WritableDb, id: number, due_on: string): void {
  expectOne(
    prepared<[{ id: number; due_on: string }]>(
      db,
      'UPDATE aftercare SET due_on = @due_on, own_day = 1, try_on = NULL WHERE id = @id',
    ).run({ id, due_on }),
  )
}

type Result = Pick<
  Aftercare,
  'id' | 'done_on' | 'outcome' | 'benefit_ended' | 'remark' | 'moved_on_to' | 'story'
>

/** What came out of one moment. @throws CommandError NOT_FOUND. */
export function recordAftercare(db: WritableDb, result: Result): void {
  expectOne(
    prepared<[Result]>(
      db,
      `UPDATE aftercare SET done_on = @done_on, outcome = @outcome, benefit_ended = @benefit_ended, remark = @remark,
         moved_on_to = @moved_on_to, story = @story, try_on = NULL WHERE id = @id`,
    ).run(result),
  )
}

/** Open again; the texts stay for when it is written down anew. @throws CommandError NOT_FOUND. */
export function openAgain(db: WritableDb, id: number): void {
  expectOne(
    prepared<[number]>(
      db,
      'UPDATE aftercare SET done_on = NULL, outcome = NULL, benefit_ended = NULL WHERE id = ?',
    ).run(id),
  )
}

interface NewAttempt {
  aftercare_id: number
  tried_on: string
  how: AttemptHow
  reached: 0 | 1
  remark: string
  staff_id: number
}

export function addAttempt(db: WritableDb, attempt: NewAttempt): void {
  prepared(
    db,
    insertSql('aftercare_attempt', ['aftercare_id', 'tried_on', 'how', 'reached', 'remark', 'staff_id']),
  ).run({ ...attempt })
}

/** The talk that a result came from, when that result is written down anew: on another day, or reached after all. */
export function moveLastAttempt(
  db: WritableDb,
  moment: { id: number; was_on: string; tried_on: string; reached: 0 | 1 },
): void {
  prepared(
    db,
    `UPDATE aftercare_attempt SET tried_on = @tried_on, reached = @reached
      WHERE id = (SELECT max(id) FROM aftercare_attempt WHERE aftercare_id = @id AND tried_on = @was_on)`,
  ).run({ ...moment })
}

/** When it is tried again. @throws CommandError NOT_FOUND. */
export function tryAgainOn(db: WritableDb, id: number, try_on: string): void {
  expectOne(prepared<[string, number]>(db, 'UPDATE aftercare SET try_on = ? WHERE id = ?').run(try_on, id))
}

/** Who tried stays as it was. @throws CommandError NOT_FOUND. */
export function saveAttempt(
  db: WritableDb,
  attempt: Pick<NewAttempt, 'tried_on' | 'how' | 'remark'> & { id: number; staff_id: number },
): void {
  expectOne(
    prepared(
      db,
      `UPDATE aftercare_attempt SET tried_on = @tried_on, how = @how, remark = @remark,
         staff_id = coalesce(staff_id, @staff_id) WHERE id = @id`,
    ).run({ ...attempt }),
  )
}

export function removeAttempt(db: WritableDb, id: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM aftercare_attempt WHERE id = ?').run(id))
}

/** @throws CommandError NOT_FOUND. */
export function dropMoment(
  db: WritableDb,
  { id, on, why }: { id: number; on: string | null; why: string },
): void {
  expectOne(
    prepared<[string | null, string, number]>(
      db,
      'UPDATE aftercare SET dropped_on = ?, dropped_why = ? WHERE id = ?',
    ).run(on, why, id),
  )
}
