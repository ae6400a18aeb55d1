import type { Referral } from '#core/api/people.ts'
import type { WritableDb } from '../database.ts'
import { findCaseManager } from '../municipalities/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findReferral } from './queries.ts'

const details = [
  'case_manager_id',
  'referred_on',
  'client_number',
  'kind',
  'purpose',
  'tried_before',
] as const
const insert = insertSql('referral', ['participant_id', ...details])
const update = updateSql('referral', details)

/** @returns the new id. @throws CommandError NOT_FOUND when the person or the case manager does not exist. */
export function createReferral(db: WritableDb, referral: Omit<Referral, 'id'>): number {
  expectParticipant(db, referral.participant_id)
  found(findCaseManager(db, referral.case_manager_id))
  return Number(prepared(db, insert).run({ ...referral }).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND, also for a case manager that does not exist. */
export function saveReferral(
  db: WritableDb,
  id: number,
  fields: Given<Omit<Referral, 'id' | 'participant_id'>>,
): void {
  const row = withGiven(found(findReferral(db, id)), fields)
  found(findCaseManager(db, row.case_manager_id))
  expectOne(prepared(db, update).run({ ...row }))
}
