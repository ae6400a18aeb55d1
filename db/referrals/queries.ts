import type { Referral } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const columns =
  'id, participant_id, case_manager_id, referred_on, client_number, kind, purpose, tried_before, project_id'

/** What municipalities asked for this person; newest first. */
export function listReferrals(db: ReadableDb, participantId: number): Referral[] {
  return prepared<[number], Referral>(
    db,
    `SELECT ${columns} FROM referral WHERE participant_id = ? ORDER BY referred_on DESC, id DESC`,
  ).all(participantId)
}

export function findReferral(db: ReadableDb, id: number): Referral | null {
  return prepared<[number], Referral>(db, `SELECT ${columns} FROM referral WHERE id = ?`).get(id) ?? null
}
