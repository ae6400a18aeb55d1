import type { LetterKind } from '#core/api/letters.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Whose template: of one municipality, or (null) of the office. */
export interface TemplateOf {
  kind: LetterKind
  municipality_id: number | null
}

/** The layout as JSON; undefined without a template. */
export function templateLayout(db: ReadableDb, of: TemplateOf): string | undefined {
  return prepared<[TemplateOf], { layout: string }>(
    db,
    'SELECT layout FROM letter_template WHERE kind = @kind AND municipality_id IS @municipality_id',
  ).get(of)?.layout
}

/** Every template that the office made; of the office as a whole first. */
export function listTemplates(db: ReadableDb): (TemplateOf & { municipality: string })[] {
  return prepared<[], TemplateOf & { municipality: string }>(
    db,
    `SELECT t.kind, t.municipality_id, coalesce(m.name, '') AS municipality
     FROM letter_template t LEFT JOIN municipality m ON m.id = t.municipality_id
     ORDER BY t.municipality_id IS NOT NULL, m.name COLLATE NOCASE, t.id`,
  ).all()
}

/** How a letter is put together: by itself, or as the template of its municipality or else of the office. JSON. */
export interface LetterLayouts {
  kind: LetterKind
  municipality_id: number | null
  own: string | null
  template: string | null
}

export function letterLayouts(db: ReadableDb, letterId: number): LetterLayouts | undefined {
  return prepared<[number], LetterLayouts>(
    db,
    `SELECT w.kind, w.municipality_id, w.layout AS own, (
        SELECT t.layout FROM letter_template t
        WHERE t.kind = w.kind AND (t.municipality_id IS NULL OR t.municipality_id = w.municipality_id)
        ORDER BY t.municipality_id IS NULL LIMIT 1) AS template
     FROM (SELECT l.kind, l.layout, coalesce(l.municipality_id, c.municipality_id) AS municipality_id
           FROM letter l LEFT JOIN case_manager c ON c.id = l.case_manager_id WHERE l.id = ?) w`,
  ).get(letterId)
}
