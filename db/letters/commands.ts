import type { LetterKind } from '#core/api/letters.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'
import { letterById, nextNumber } from './queries.ts'

export interface NewDraft {
  kind: LetterKind
  /** Null: about a period, not about a person. */
  participant_id: number | null
  /** Null: to the participant, or to a municipality as a whole. */
  case_manager_id: number | null
  /** What it is about, by kind; left out: null. */
  trajectory_id?: number | null
  intake_id?: number
  signal_id?: number
  placement_id?: number
  aftercare_id?: number
  project_id?: number | null
  municipality_id?: number | null
  staff_id: number
  period_from: string
  period_to: string
  dated_on: string
  draft: string
}

const aboutNothing = {
  trajectory_id: null,
  intake_id: null,
  signal_id: null,
  placement_id: null,
  aftercare_id: null,
  project_id: null,
  municipality_id: null,
}

/** @returns the id of the new draft. */
export function createDraft(db: WritableDb, draft: NewDraft): number {
  const { lastInsertRowid } = prepared<[Required<NewDraft> | object]>(
    db,
    `INSERT INTO letter (kind, participant_id, trajectory_id, intake_id, signal_id, placement_id, aftercare_id, project_id,
                         municipality_id, case_manager_id, staff_id, period_from, period_to, dated_on, draft)
     VALUES (@kind, @participant_id, @trajectory_id, @intake_id, @signal_id, @placement_id, @aftercare_id, @project_id,
             @municipality_id, @case_manager_id, @staff_id, @period_from, @period_to, @dated_on, @draft)`,
  ).run({ ...aboutNothing, ...draft })
  return Number(lastInsertRowid)
}

/** What a colleague approved is what they saw: with other words the approval falls away. */
export function saveDraft(db: WritableDb, id: number, draft: string): void {
  mustBeDraft(db, id)
  prepared<[{ id: number; draft: string }]>(
    db,
    `UPDATE letter SET draft = @draft, approved_by = iif(draft IS @draft, approved_by, NULL),
       approved_on = iif(draft IS @draft, approved_on, NULL) WHERE id = @id`,
  ).run({ id, draft })
}

/** Other days for a draft; both count. An approval falls away. */
export function savePeriod(db: WritableDb, id: number, from: string, to: string): void {
  mustBeDraft(db, id)
  prepared<[string, string, number]>(
    db,
    'UPDATE letter SET period_from = ?, period_to = ?, approved_by = NULL, approved_on = NULL WHERE id = ?',
  ).run(from, to, id)
}

export function removeDraft(db: WritableDb, id: number): void {
  mustBeDraft(db, id)
  prepared<[number]>(db, 'DELETE FROM letter WHERE id = ?').run(id)
}

export interface Final {
  id: number
  number: string // from `nextNumber`; the same as on the page
  dated_on: string
  facts: string
  pdf: Uint8Array
  pages: number
  pdf_sha256: string
  finalised_at: string
}

/**
 * Makes a draft final: number, bytes, hash and facts together. From here on the row cannot change (a trigger
 * of the schema sees to that). CHANGED_SINCE when the number on the page is taken by now.
 */
export function finaliseLetter(db: WritableDb, final: Final): void {
  mustBeDraft(db, final.id)
  const year = Number(final.dated_on.slice(0, 4))
  if (nextNumber(db, year) !== final.number) throw new CommandError('CHANGED_SINCE')
  prepared<[number]>(
    db,
    'INSERT INTO letter_number (year, last) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1',
  ).run(year)
  const { changes } = prepared<[Final]>(
    db,
    `UPDATE letter SET state = 'final', number = @number, dated_on = @dated_on, facts = @facts, pdf = @pdf, pages = @pages,
       pdf_sha256 = @pdf_sha256, finalised_at = @finalised_at
     WHERE id = @id AND number IS NULL`,
  ).run(final)
  if (changes !== 1) throw new CommandError('LETTER_FINAL')
}

/** How numbers are written from now on. */
export function saveNumberForm(db: WritableDb, form: string): void {
  expectOne(prepared<[string]>(db, 'UPDATE office SET letter_number_form = ? WHERE id = 1').run(form))
}

export interface Sent {
  id: number
  sent_on: string
  sent_how: 'post' | 'handed' | 'email'
}

/** Only what is final can be sent. */
export function markSent(db: WritableDb, sent: Sent): void {
  expectOne(
    prepared<[Sent]>(
      db,
      `UPDATE letter SET state = 'sent', sent_on = @sent_on, sent_how = @sent_how
     WHERE id = @id AND state IN ('final', 'sent')`,
    ).run(sent),
  )
}

function mustBeDraft(db: WritableDb, id: number): void {
  const letter = found(letterById(db, id))
  if (letter.number !== null) throw new CommandError('LETTER_FINAL')
}
