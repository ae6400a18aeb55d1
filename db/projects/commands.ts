import type { ProjectFields } from '#core/api/projects.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven, type Given } from '../statements.ts'
import { findProject } from './queries.ts'

const columns = [
  'name',
  'municipality_id',
  'starts_on',
  'ends_on',
  'target_screened',
  'target_started',
  'target_placed',
  'remarks',
  'active',
] as const
const insert = insertSql('project', columns)
const update = updateSql('project', columns)

/** @returns the new id. */
export function createProject(db: WritableDb, project: ProjectFields): number {
  return Number(prepared(db, insert).run({ ...project, active: flag(project.active) }).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveProject(db: WritableDb, id: number, fields: Given<ProjectFields>): void {
  const row = withGiven(found(findProject(db, id)), fields)
  expectOne(prepared(db, update).run({ ...row, active: flag(row.active) }))
}
