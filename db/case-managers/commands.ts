import type { WritableDb } from '../database.ts'
import { findCaseManager } from '../municipalities/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found } from '../statements.ts'

/** In the lists to choose from, or not there any more. @throws CommandError NOT_FOUND. */
export function setCaseManagerActive(db: WritableDb, id: number, active: boolean): void {
  expectOne(prepared(db, 'UPDATE case_manager SET active = ? WHERE id = ?').run(flag(active), id))
}

/**
 * The latest referral of these people, where it is from `fromId`, gets another case manager, and so do their letters
 * that are not fixed yet: those would go to somebody who is not there. Who it was stands in the history.
 * @throws CommandError NOT_FOUND when the other case manager is not there.
 */
export function moveClients(
  db: WritableDb,
  move: { fromId: number; toId: number; participantIds: readonly number[] },
): void {
  found(findCaseManager(db, move.toId))
  const values = { fromId: move.fromId, toId: move.toId, people: JSON.stringify(move.participantIds) }
  prepared(
    db,
    `UPDATE referral SET case_manager_id = @toId
      WHERE case_manager_id = @fromId AND participant_id IN (SELECT value FROM json_each(@people))
        AND id = (SELECT r.id FROM referral r WHERE r.participant_id = referral.participant_id
                   ORDER BY r.referred_on DESC, r.id DESC LIMIT 1)`,
  ).run(values)
  prepared(
    db,
    `UPDATE letter SET case_manager_id = @toId, approved_by = NULL, approved_on = NULL
      WHERE case_manager_id = @fromId AND number IS NULL AND participant_id IN (SELECT value FROM json_each(@people))`,
  ).run(values)
}
