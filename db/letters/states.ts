/** A colleague looks at a letter; a letter takes the place of another, or is withdrawn. */
import type { LetterState } from '#core/api/fields.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'
import { registerColumns, registerFrom, type RegisterRow } from './queries.ts'

/** Who asked, what the colleague said, and which letters stand before and after this one. */
export interface LetterStanding {
  id: number
  state: LetterState
  number: string | null
  asked_by: number | null
  askedName: string
  asked_on: string | null
  approved_by: number | null
  approvedName: string
  approved_on: string | null
  review_remark: string
  withdrawn_on: string | null
  withdrawn_why: string
  replacesId: number | null
  replacesNumber: string | null
  replacesDate: string | null
  /** The newest letter in its place, a draft too. */
  replacedById: number | null
  replacedByNumber: string | null
}

export function letterStanding(db: ReadableDb, id: number): LetterStanding {
  return found(
    prepared<[number], LetterStanding>(
      db,
      `SELECT l.id, l.state, l.number, l.asked_by, coalesce(a.name, '') AS askedName, l.asked_on, l.approved_by,
         coalesce(b.name, '') AS approvedName, l.approved_on, l.review_remark, l.withdrawn_on, l.withdrawn_why,
         o.id AS replacesId, o.number AS replacesNumber, o.dated_on AS replacesDate, n.id AS replacedById,
         n.number AS replacedByNumber
       FROM letter l LEFT JOIN staff a ON a.id = l.asked_by LEFT JOIN staff b ON b.id = l.approved_by
         LEFT JOIN letter o ON o.id = l.replaces_id
         LEFT JOIN letter n ON n.id = (SELECT max(x.id) FROM letter x WHERE x.replaces_id = l.id)
       WHERE l.id = ?`,
    ).get(id),
  )
}

/** A letter that waits for a colleague's look. */
export type ReviewRow = RegisterRow & { askedBy: number; askedName: string; askedOn: string }

/** What a colleague is asked to look at and nobody approved yet; the longest waiting first. */
export function lettersInReview(db: ReadableDb): ReviewRow[] {
  return prepared<[], ReviewRow>(
    db,
    `SELECT ${registerColumns}, l.asked_by AS askedBy, a.name AS askedName, l.asked_on AS askedOn
     ${registerFrom} JOIN staff a ON a.id = l.asked_by
     WHERE l.state = 'review' AND l.approved_on IS NULL ORDER BY l.asked_on, l.id`,
  ).all()
}

/** A colleague is asked to look; what was said and approved before is over. @throws CommandError LETTER_FINAL. */
export function askReview(db: WritableDb, ask: { id: number; staffId: number; on: string }): void {
  mustBeOpen(db, ask.id)
  prepared<[typeof ask]>(
    db,
    `UPDATE letter SET state = 'review', asked_by = @staffId, asked_on = @on, approved_by = NULL, approved_on = NULL,
       review_remark = '' WHERE id = @id`,
  ).run(ask)
}

/** Back with whoever writes it, with what the colleague said. @throws CommandError LETTER_FINAL. */
export function backToDraft(db: WritableDb, back: { id: number; remark: string }): void {
  mustBeOpen(db, back.id)
  prepared<[typeof back]>(
    db,
    `UPDATE letter SET state = 'draft', approved_by = NULL, approved_on = NULL, review_remark = @remark WHERE id = @id`,
  ).run(back)
}

/** @throws CommandError LETTER_FINAL; LETTER_REVIEW when nobody asked, or by who asked. */
export function approveLetter(db: WritableDb, approval: { id: number; staffId: number; on: string }): void {
  mustBeOpen(db, approval.id)
  const { state, asked_by } = letterStanding(db, approval.id)
  if (state !== 'review' || asked_by === approval.staffId) throw new CommandError('LETTER_REVIEW')
  prepared<[typeof approval]>(
    db,
    `UPDATE letter SET approved_by = @staffId, approved_on = @on, review_remark = '' WHERE id = @id`,
  ).run(approval)
}

/**
 * The open correction of this letter, or a new one with the same words. @returns its id.
 * @throws CommandError NOT_FOUND unless the letter has a number and stands.
 */
export function replaceLetter(db: WritableDb, replacement: { id: number; on: string }): number {
  const standing = letterStanding(db, replacement.id)
  if (standing.state !== 'final' && standing.state !== 'sent') throw new CommandError('NOT_FOUND')
  if (standing.replacedById !== null) return standing.replacedById
  return Number(
    prepared<[typeof replacement]>(
      db,
      `INSERT INTO letter (kind, participant_id, trajectory_id, intake_id, signal_id, placement_id, aftercare_id, project_id,
         municipality_id, case_manager_id, staff_id, period_from, period_to, dated_on, draft, layout, replaces_id)
       SELECT l.kind, coalesce(p.merged_into, l.participant_id), l.trajectory_id, l.intake_id, l.signal_id, l.placement_id,
         l.aftercare_id, l.project_id, l.municipality_id, l.case_manager_id, l.staff_id, l.period_from, l.period_to, @on,
         l.draft, l.layout, l.id
       FROM letter l LEFT JOIN participant p ON p.id = l.participant_id WHERE l.id = @id`,
    ).run(replacement).lastInsertRowid,
  )
}

/**
 * The letter that this one corrects is replaced, also where it was withdrawn meanwhile: so that an undo cannot put it
 * back beside the new one. In the command that finalises. @throws CommandError CHANGED_SINCE when another came first.
 */
export function markReplaced(db: WritableDb, replacesId: number): void {
  const { changes } = prepared<[number]>(
    db,
    `UPDATE letter SET state = 'replaced', withdrawn_on = NULL WHERE id = ? AND state IN ('final', 'sent', 'withdrawn')`,
  ).run(replacesId)
  if (changes !== 1) throw new CommandError('CHANGED_SINCE')
}

/** It keeps its number; the time that it covered is due again. @throws CommandError NOT_FOUND unless it stands. */
export function withdrawLetter(db: WritableDb, withdrawal: { id: number; on: string; why: string }): void {
  expectOne(
    prepared<[typeof withdrawal]>(
      db,
      `UPDATE letter SET state = 'withdrawn', withdrawn_on = @on, withdrawn_why = @why
       WHERE id = @id AND state IN ('final', 'sent')`,
    ).run(withdrawal),
  )
}

/** The newest day on a letter with a number; null before the first. */
export function lastLetterDay(db: ReadableDb): string | null {
  return (
    prepared<[], { on: string | null }>(
      db,
      'SELECT max(dated_on) AS "on" FROM letter WHERE number IS NOT NULL',
    ).get()?.on ?? null
  )
}

function mustBeOpen(db: ReadableDb, id: number): void {
  if (letterStanding(db, id).number !== null) throw new CommandError('LETTER_FINAL')
}
