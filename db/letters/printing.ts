/** What went to the printer, and what of it came out well. */
import type { LetterKind } from '#core/api/letters.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'
import { registerColumns, registerFrom, type RegisterRow } from './queries.ts'

/** Each time that a letter goes to the printer. */
export function recordPrints(
  db: WritableDb,
  print: { letterIds: readonly number[]; at: string; staffId: number },
): void {
  const insert = prepared<[number, string, number]>(
    db,
    'INSERT INTO letter_print (letter_id, printed_at, staff_id) VALUES (?, ?, ?)',
  )
  for (const id of print.letterIds) insert.run(id, print.at, print.staffId)
}

/** @returns the id of a run of these letters, in this order. */
export function createRun(
  db: WritableDb,
  run: { letterIds: readonly number[]; at: string; staffId: number },
): number {
  const id = Number(
    prepared<[string, number]>(db, 'INSERT INTO print_run (made_at, staff_id) VALUES (?, ?)').run(
      run.at,
      run.staffId,
    ).lastInsertRowid,
  )
  const insert = prepared<[number, number, number]>(
    db,
    'INSERT INTO print_run_letter (run_id, position, letter_id) VALUES (?, ?, ?)',
  )
  run.letterIds.forEach((letterId, index) => insert.run(id, index + 1, letterId))
  return id
}

/** @throws CommandError NOT_FOUND when it was answered already. */
export function finishRun(db: WritableDb, id: number): void {
  expectOne(
    prepared<[number]>(db, "UPDATE print_run SET state = 'done' WHERE id = ? AND state = 'printing'").run(id),
  )
}

export interface RunLetter {
  run_id: number
  made_at: string
  position: number
  letter_id: number
  kind: LetterKind
  number: string
  dated_on: string
  state: 'final' | 'sent' | 'replaced' | 'withdrawn'
}

/** The letters of the runs of which nobody said yet how they came out; the newest run first, each in its order. */
export function openRunLetters(db: ReadableDb): RunLetter[] {
  return prepared<[], RunLetter>(
    db,
    `SELECT r.id AS run_id, r.made_at, x.position, x.letter_id, l.kind, l.number, l.dated_on, l.state
     FROM print_run r JOIN print_run_letter x ON x.run_id = r.id JOIN letter l ON l.id = x.letter_id
     WHERE r.state = 'printing' ORDER BY r.id DESC, x.position`,
  ).all()
}

/** The stored bytes of letters with a number, in the order of `ids`. */
export function storedPdfs(db: ReadableDb, ids: readonly number[]): { id: number; pdf: Buffer }[] {
  return prepared<[string], { id: number; pdf: Buffer }>(
    db,
    `SELECT l.id, l.pdf FROM json_each(?) ids JOIN letter l ON l.id = ids.value
     WHERE l.number IS NOT NULL ORDER BY ids.key`,
  ).all(JSON.stringify(ids))
}

/** Letters that are final and were never marked as sent, and are in no run that waits: the oldest number first. */
export function lettersToPrint(db: ReadableDb): RegisterRow[] {
  return prepared<[], RegisterRow>(
    db,
    `SELECT ${registerColumns} ${registerFrom} WHERE l.state = 'final' AND NOT EXISTS (
       SELECT 1 FROM print_run_letter x JOIN print_run r ON r.id = x.run_id
       WHERE x.letter_id = l.id AND r.state = 'printing')
     ORDER BY l.finalised_at, l.id`,
  ).all()
}

/** Where the letter can be mailed to: the case manager, the municipality, or the participant that it is for; '' where no address is known. Undefined for a draft. */
export function mailAddressOf(db: ReadableDb, id: number): { email: string } | undefined {
  return prepared<[number], { email: string }>(
    db,
    `SELECT coalesce(nullif(trim(c.email), ''), nullif(trim(m.email), ''), iif(c.id IS NULL AND m.id IS NULL, trim(p.email), ''), '') AS email FROM letter l
       LEFT JOIN case_manager c ON c.id = l.case_manager_id LEFT JOIN municipality m ON m.id = l.municipality_id
       LEFT JOIN participant p ON p.id = l.participant_id
     WHERE l.id = ? AND l.number IS NOT NULL`,
  ).get(id)
}
