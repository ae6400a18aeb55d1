import type { Checkin } from '#core/api/placing.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { columnsOf, expectOne, insertSql, updateSql } from '../statements.ts'

const fields = ['happened_on', 'with_whom', 'going', 'body'] as const satisfies (keyof Checkin)[]
const columns = columnsOf('c', ['id', 'placement_id', 'staff_id', ...fields])
const insert = insertSql('placement_checkin', ['placement_id', 'staff_id', ...fields])
const update = updateSql('placement_checkin', fields)

/** How it went at a placement, the newest first. */
export function checkinsOf(db: ReadableDb, placementId: number): (Checkin & { staffName: string })[] {
  return prepared<[number], Checkin & { staffName: string }>(
    db,
    `SELECT ${columns}, s.name AS staffName FROM placement_checkin c JOIN staff s ON s.id = c.staff_id
      WHERE c.placement_id = ? ORDER BY c.happened_on DESC, c.id DESC`,
  ).all(placementId)
}

export function findCheckin(db: ReadableDb, id: number): Checkin | null {
  return (
    prepared<[number], Checkin>(db, `SELECT ${columns} FROM placement_checkin c WHERE c.id = ?`).get(id) ??
    null
  )
}

/** @returns the new id. */
export function createCheckin(db: WritableDb, checkin: Omit<Checkin, 'id'>): number {
  return Number(prepared<[typeof checkin]>(db, insert).run(checkin).lastInsertRowid)
}

/** Where, and by whom, stays the same. @throws CommandError NOT_FOUND. */
export function saveCheckin(db: WritableDb, checkin: Checkin): void {
  expectOne(prepared<[Checkin]>(db, update).run(checkin))
}

/** @throws CommandError NOT_FOUND. */
export function removeCheckin(db: WritableDb, id: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM placement_checkin WHERE id = ?').run(id))
}
