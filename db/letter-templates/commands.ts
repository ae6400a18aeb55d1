import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'
import type { TemplateOf } from './queries.ts'

/** One template for each kind, of the office and of each municipality. `layout` is JSON. */
export function saveTemplate(db: WritableDb, of: TemplateOf, layout: string): void {
  prepared<[TemplateOf & { layout: string }]>(
    db,
    `INSERT INTO letter_template (kind, municipality_id, layout) VALUES (@kind, @municipality_id, @layout)
     ON CONFLICT (kind, ifnull(municipality_id, 0)) DO UPDATE SET layout = excluded.layout`,
  ).run({ ...of, layout })
}

/** @throws CommandError NOT_FOUND. */
export function removeTemplate(db: WritableDb, of: TemplateOf): void {
  expectOne(
    prepared<[TemplateOf]>(
      db,
      'DELETE FROM letter_template WHERE kind = @kind AND municipality_id IS @municipality_id',
    ).run(of),
  )
}

/** Of one draft alone; null: as its template. What a colleague approved falls away. @throws CommandError NOT_FOUND when it is no draft. */
export function saveLetterLayout(db: WritableDb, id: number, layout: string | null): void {
  expectOne(
    prepared<[string | null, number]>(
      db,
      'UPDATE letter SET layout = ?, approved_by = NULL, approved_on = NULL WHERE id = ? AND number IS NULL',
    ).run(layout, id),
  )
}
