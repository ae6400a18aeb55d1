import type { FormChanges } from '#core/api/intake-form.ts'
import type { Answer } from '#core/api/intake.ts'
import { currentVersion } from '#core/intake/definition.ts'
import { formOf, withAnswered, type ResolvedForm, type StoredForm } from '#core/intake/form.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface FormVersion {
  readonly id: number
  readonly base_version: number
  readonly made_on: string
  readonly staff_name: string | null
  readonly intakes: number
}

type Row = { id: number; base_version: number; changes: string }
const stored = ({ id, base_version, changes }: Row): StoredForm => ({
  id,
  base_version,
  changes: JSON.parse(changes) as FormChanges,
})

/** The form that a new intake gets; null: the built-in one. */
export function newestForm(db: ReadableDb): StoredForm | null {
  const row = prepared<[], Row>(
    db,
    'SELECT id, base_version, changes FROM intake_form ORDER BY id DESC LIMIT 1',
  ).get()
  return row === undefined ? null : stored(row)
}

/** All versions of the office's form, newest first. */
export function allForms(db: ReadableDb): StoredForm[] {
  return prepared<[], Row>(db, 'SELECT id, base_version, changes FROM intake_form ORDER BY id DESC')
    .all()
    .map(stored)
}

/** The versions with who made them and how many intakes were held with each, newest first. */
export function formVersions(db: ReadableDb): FormVersion[] {
  return prepared<[], FormVersion>(
    db,
    `SELECT f.id, f.base_version, f.made_on, s.name AS staff_name,
            (SELECT count(*) FROM intake i WHERE i.form_id = f.id) AS intakes
     FROM intake_form f LEFT JOIN staff s ON s.id = f.staff_id ORDER BY f.id DESC`,
  ).all()
}

/** What a new intake is started with: `form_id` and `definition_version` of its row. */
export function formForNewIntake(db: ReadableDb): { formId: number | null; definitionVersion: number } {
  const newest = newestForm(db)
  return { formId: newest?.id ?? null, definitionVersion: newest?.base_version ?? currentVersion }
}

/** The form that an intake was given, with all of it that was answered. RangeError for an unknown version. */
export function formOfIntake(
  db: ReadableDb,
  intake: { definition_version: number; form_id: number | null },
  answers: readonly Answer[],
): ResolvedForm {
  const all = allForms(db)
  const own = all.find((one) => one.id === intake.form_id) ?? null
  return withAnswered(formOf(intake.definition_version, own), answers, all)
}
