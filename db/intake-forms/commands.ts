import type { FormChanges } from '#core/api/intake-form.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Keeps a new version of the office's form. @returns its id, higher than all before. */
export function insertForm(
  db: WritableDb,
  form: { baseVersion: number; changes: FormChanges; madeOn: string; staffId: number },
): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO intake_form (base_version, changes, made_on, staff_id)
     VALUES (@baseVersion, @changes, @madeOn, @staffId)`,
  ).run({ ...form, changes: JSON.stringify(form.changes) })
  return Number(lastInsertRowid)
}
