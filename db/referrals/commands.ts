import type { Referral } from '#core/api/people.ts'
import type { WritableDb } from '../database.ts'
import { findCaseManager } from '../municipalities/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { findProject } from '../projects/queries.ts'
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
  'project_id',
] as const
const insert = insertSql('referral', ['participant_id', ...details])
const update = updateSql('referral', details)

/** Without `project_id`: for no project. */
export type NewReferral = Omit<Referral, 'id' | 'project_id'> & { project_id?: number | null | undefined }

/** @returns the new id. @throws CommandError NOT_FOUND when the person, case manager or project does not exist. */
export function createReferral(db: WritableDb, referral: NewReferral): number {
  const row = { ...referral, project_id: referral.project_id ?? null }
  expectParticipant(db, row.participant_id)
  found(findCaseManager(db, row.case_manager_id))
  if (row.project_id !== null) found(findProject(db, row.project_id))
  return Number(prepared(db, insert).run(row).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND, also for a case manager or project that does not exist. */
export function saveReferral(
  db: WritableDb,
  id: number,
  fields: Given<Omit<Referral, 'id' | 'participant_id'>>,
): void {
  const row = withGiven(found(findReferral(db, id)), fields)
  found(findCaseManager(db, row.case_manager_id))
  if (row.project_id !== null) found(findProject(db, row.project_id))
  expectOne(prepared(db, update).run({ ...row }))
}
