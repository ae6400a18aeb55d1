import type { CaseManager, Municipality } from '#core/api/people.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findCaseManager, findMunicipality } from './queries.ts'

const municipalityFields = ['name', 'address_line', 'postcode', 'city', 'phone', 'email'] as const
const caseManagerFields = [
  'initials',
  'prefix',
  'surname',
  'form_of_address',
  'function_title',
  'phone',
  'email',
] as const

/** @returns the new id. The name must not be empty. */
export function createMunicipality(db: WritableDb, fields: Omit<Municipality, 'id'>): number {
  return Number(
    prepared(db, insertSql('municipality', municipalityFields)).run({ ...fields }).lastInsertRowid,
  )
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveMunicipality(db: WritableDb, id: number, fields: Given<Omit<Municipality, 'id'>>): void {
  const row = withGiven(found(findMunicipality(db, id)), fields)
  expectOne(prepared(db, updateSql('municipality', municipalityFields)).run({ ...row }))
}

/** In the lists to choose from, or not there any more. @throws CommandError NOT_FOUND. */
export function setMunicipalityActive(db: WritableDb, id: number, active: boolean): void {
  expectOne(prepared(db, 'UPDATE municipality SET active = ? WHERE id = ?').run(flag(active), id))
}

/** @returns the new id. @throws CommandError NOT_FOUND when the municipality does not exist. */
export function createCaseManager(db: WritableDb, fields: Omit<CaseManager, 'id'>): number {
  found(findMunicipality(db, fields.municipality_id))
  const insert = insertSql('case_manager', ['municipality_id', ...caseManagerFields])
  return Number(prepared(db, insert).run({ ...fields }).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveCaseManager(
  db: WritableDb,
  id: number,
  fields: Given<Omit<CaseManager, 'id' | 'municipality_id'>>,
): void {
  const row = withGiven(found(findCaseManager(db, id)), fields)
  expectOne(prepared(db, updateSql('case_manager', caseManagerFields)).run({ ...row }))
}
