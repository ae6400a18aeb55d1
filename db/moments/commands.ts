import type { Moment } from '#core/api/moments.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, insertSql, updateSql } from '../statements.ts'

type MomentFields = Omit<Moment, 'id'>
const fields = ['happened_on', 'kind', 'title', 'remark'] as const

const rowOf = ({ happened_on, kind, title, remark }: MomentFields) => ({ happened_on, kind, title, remark })

/** @returns the new id. */
export function createMoment(db: WritableDb, moment: MomentFields, people: readonly number[]): number {
  const id = Number(prepared(db, insertSql('group_moment', fields)).run(rowOf(moment)).lastInsertRowid)
  setPeople(db, id, people)
  return id
}

/** @throws CommandError NOT_FOUND. */
export function saveMoment(
  db: WritableDb,
  id: number,
  moment: MomentFields,
  people: readonly number[],
): void {
  expectOne(prepared(db, updateSql('group_moment', fields)).run({ id, ...rowOf(moment) }))
  setPeople(db, id, people)
}

/** @throws CommandError NOT_FOUND. */
export function removeMoment(db: WritableDb, id: number): void {
  setPeople(db, id, [])
  expectOne(prepared(db, 'DELETE FROM group_moment WHERE id = ?').run(id))
}

/** Writes only who came and who went, so that the history shows just that. */
function setPeople(db: WritableDb, id: number, people: readonly number[]): void {
  const list = JSON.stringify([...new Set(people)])
  prepared(
    db,
    `DELETE FROM group_moment_person WHERE moment_id = ?
       AND participant_id NOT IN (SELECT value FROM json_each(?))`,
  ).run(id, list)
  prepared(
    db,
    `INSERT INTO group_moment_person (moment_id, participant_id) SELECT ?, value FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
  ).run(id, list)
}
