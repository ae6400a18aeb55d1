import type { LetterState } from '#core/api/fields.ts'
import type { LetterKind } from '#core/api/letters.ts'
import { letterNumber } from '#core/letters/number-form.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/** A letter without its bytes and facts: what lists and screens need. `draft` is JSON. */
export interface LetterHead {
  id: number
  kind: LetterKind
  /** Null: about a period, not about a person. */
  participant_id: number | null
  trajectory_id: number | null
  intake_id: number | null
  signal_id: number | null
  placement_id: number | null
  aftercare_id: number | null
  project_id: number | null
  municipality_id: number | null
  /** Null: to the participant, or to a municipality as a whole. */
  case_manager_id: number | null
  staff_id: number
  period_from: string
  period_to: string
  state: LetterState
  dated_on: string
  draft: string
  number: string | null
  pdf_sha256: string | null
  finalised_at: string | null
  sent_on: string | null
  sent_how: 'post' | 'handed' | 'email' | null
  /** The letter that this one corrects. */
  replaces_id: number | null
}

const head = `l.id, l.kind, l.participant_id, l.trajectory_id, l.intake_id, l.signal_id, l.placement_id, l.aftercare_id,
  l.project_id, l.municipality_id, l.case_manager_id, l.staff_id, l.period_from, l.period_to,
  l.state, l.dated_on, l.draft, l.number, l.pdf_sha256, l.finalised_at, l.sent_on, l.sent_how, l.replaces_id`

export function letterById(db: ReadableDb, id: number): LetterHead | undefined {
  return prepared<[number], LetterHead>(db, `SELECT ${head} FROM letter l WHERE l.id = ?`).get(id)
}

/** The bytes as they left the office, with their hash; undefined for a draft. */
export function finalPdf(db: ReadableDb, id: number): { pdf: Buffer; pdf_sha256: string } | undefined {
  return prepared<[number], { pdf: Buffer; pdf_sha256: string }>(
    db,
    'SELECT pdf, pdf_sha256 FROM letter WHERE id = ? AND number IS NOT NULL',
  ).get(id)
}

/** The facts that a finalised letter rests on, as JSON; undefined for a draft. */
export function finalFacts(db: ReadableDb, id: number): string | undefined {
  return prepared<[number], { facts: string }>(
    db,
    'SELECT facts FROM letter WHERE id = ? AND number IS NOT NULL',
  ).get(id)?.facts
}

export interface RegisterFilter {
  fold: string // folded words of the person's name or the letter's number; empty for all
  state: LetterState | null
}

/** Names of a person or of a case manager who is not there are null. */
export type RegisterRow = LetterHead &
  OrNull<NameParts> &
  OrNull<CaseManagerNames> & { municipality_name: string; project_name: string }
type OrNull<T> = { [K in keyof T]: T[K] | null }

export interface CaseManagerNames {
  cm_initials: string
  cm_prefix: string
  cm_surname: string
  cm_form_of_address: 'mevrouw' | 'heer' | 'none'
}

export const registerColumns = `${head}, ${columnsOf('p', nameColumns)}, c.initials AS cm_initials, c.prefix AS cm_prefix,
  c.surname AS cm_surname, c.form_of_address AS cm_form_of_address, coalesce(m.name, '') AS municipality_name,
  coalesce(j.name, '') AS project_name`
export const registerFrom = `FROM letter l LEFT JOIN participant p ON p.id = l.participant_id
  LEFT JOIN case_manager c ON c.id = l.case_manager_id
  LEFT JOIN municipality m ON m.id = coalesce(l.municipality_id, c.municipality_id) LEFT JOIN project j ON j.id = l.project_id`

/** The newest first; at most 500. */
export function letterRegister(db: ReadableDb, filter: RegisterFilter): RegisterRow[] {
  return prepared<[RegisterFilter], RegisterRow>(
    db,
    `SELECT ${registerColumns} ${registerFrom}
     WHERE (@state IS NULL OR l.state = @state)
       AND (@fold = '' OR p.name_fold LIKE '%' || @fold || '%' OR replace(replace(l.number, '-', ' '), '.', ' ') LIKE '%' || @fold || '%')
     ORDER BY l.dated_on DESC, l.id DESC LIMIT 500`,
  ).all(filter)
}

export function registerRow(db: ReadableDb, id: number): RegisterRow | undefined {
  return prepared<[number], RegisterRow>(db, `SELECT ${registerColumns} ${registerFrom} WHERE l.id = ?`).get(
    id,
  )
}

/** The newest letter about this intake that was not withdrawn. */
export function letterOfIntake(db: ReadableDb, intakeId: number): RegisterRow | undefined {
  return prepared<[number], RegisterRow>(
    db,
    `SELECT ${registerColumns} ${registerFrom}
     WHERE l.intake_id = ? AND l.kind = 'intake' AND l.state NOT IN ('withdrawn', 'replaced') ORDER BY l.id DESC LIMIT 1`,
  ).get(intakeId)
}

/** The newest draft of a statement of hours about this trajectory; undefined when there is none. */
export function hoursDraftOf(db: ReadableDb, trajectoryId: number): number | undefined {
  return prepared<[number], { id: number }>(
    db,
    `SELECT id FROM letter WHERE trajectory_id = ? AND kind = 'hours' AND state IN ('draft', 'review')
       AND replaces_id IS NULL ORDER BY id DESC LIMIT 1`,
  ).get(trajectoryId)?.id
}

/** What decides when a trajectory's next progress letter is due. */
export interface DueRow extends NameParts {
  trajectory_id: number
  participant_id: number
  starts_on: string
  planned_end_on: string
  ended_on: string | null
  last_period_to: string | null
  draft_id: number | null
  municipality_id: number
  municipality_name: string
}

const dueColumns = `t.id AS trajectory_id, t.participant_id, t.starts_on, t.planned_end_on, t.ended_on,
  (SELECT max(l.period_to) FROM letter l WHERE l.trajectory_id = t.id AND l.kind = 'progress' AND l.state IN ('final', 'sent')) AS last_period_to,
  (SELECT max(l.id) FROM letter l WHERE l.trajectory_id = t.id AND l.kind = 'progress' AND l.state IN ('draft', 'review')
    AND l.replaces_id IS NULL) AS draft_id,
  m.id AS municipality_id, m.name AS municipality_name, ${columnsOf('p', nameColumns)}`
const dueFrom = `FROM trajectory t JOIN participant p ON p.id = t.participant_id JOIN referral r ON r.id = t.referral_id
  JOIN case_manager c ON c.id = r.case_manager_id JOIN municipality m ON m.id = c.municipality_id`

/** The trajectories that run on this day, in the order of the list of names. */
export function dueRows(db: ReadableDb, day: string): DueRow[] {
  return prepared<[{ day: string }], DueRow>(
    db,
    `SELECT ${dueColumns} ${dueFrom}
     WHERE t.starts_on <= @day AND (t.ended_on IS NULL OR t.ended_on >= @day)
     ORDER BY p.sort_key, p.id`,
  ).all({ day })
}

export function dueRow(db: ReadableDb, trajectoryId: number): DueRow | undefined {
  return prepared<[number], DueRow>(db, `SELECT ${dueColumns} ${dueFrom} WHERE t.id = ?`).get(trajectoryId)
}

/** The number that the next finalised letter of this year gets, in the office's form: counted on, without gaps. */
export function nextNumber(db: ReadableDb, year: number): string {
  const row = prepared<[number], { last: number }>(db, 'SELECT last FROM letter_number WHERE year = ?').get(
    year,
  )
  return letterNumber(numberForm(db), year, (row?.last ?? 0) + 1)
}

/** How numbers are written from now on; those that were given stay as they are. */
export function numberForm(db: ReadableDb): string {
  const row = prepared<[], { letter_number_form: string }>(
    db,
    'SELECT letter_number_form FROM office WHERE id = 1',
  ).get()
  return row?.letter_number_form ?? '{year}-{number}'
}
