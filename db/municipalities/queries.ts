import type { CaseManager, Municipality } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const municipalityColumns = 'id, name, address_line, postcode, city, phone, email'
const caseManagerColumns =
  'id, municipality_id, initials, prefix, surname, form_of_address, function_title, phone, email'

/** All municipalities, by name; those that the office does not work for any more come last. */
export function listMunicipalities(db: ReadableDb): (Municipality & { active: boolean })[] {
  return prepared<[], Municipality & { active: 0 | 1 }>(
    db,
    `SELECT ${municipalityColumns}, active FROM municipality ORDER BY active DESC, name COLLATE NOCASE, id`,
  )
    .all()
    .map((row) => ({ ...row, active: row.active === 1 }))
}

/** The case managers of all municipalities, by surname; who left comes last. */
export function listCaseManagers(db: ReadableDb): (CaseManager & { active: boolean })[] {
  return prepared<[], CaseManager & { active: 0 | 1 }>(
    db,
    `SELECT ${caseManagerColumns}, active FROM case_manager
      ORDER BY active DESC, surname COLLATE NOCASE, initials, id`,
  )
    .all()
    .map((row) => ({ ...row, active: row.active === 1 }))
}

/** Whether this municipality or case manager is still there to be chosen. */
export function isActive(db: ReadableDb, table: 'municipality' | 'case_manager', id: number): boolean {
  const sql =
    table === 'municipality'
      ? 'SELECT 1 FROM municipality WHERE id = ? AND active = 1'
      : 'SELECT 1 FROM case_manager WHERE id = ? AND active = 1'
  return prepared<[number]>(db, sql).get(id) !== undefined
}

export function findMunicipality(db: ReadableDb, id: number): Municipality | null {
  return (
    prepared<[number], Municipality>(db, `SELECT ${municipalityColumns} FROM municipality WHERE id = ?`).get(
      id,
    ) ?? null
  )
}

export function findCaseManager(db: ReadableDb, id: number): CaseManager | null {
  return (
    prepared<[number], CaseManager>(db, `SELECT ${caseManagerColumns} FROM case_manager WHERE id = ?`).get(
      id,
    ) ?? null
  )
}
