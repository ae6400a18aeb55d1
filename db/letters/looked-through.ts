/** What staff decide about a draft beside its words. */
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { found } from '../statements.ts'
import { letterById } from './queries.ts'

/** `facts` is JSON: what changes are counted from. LETTER_FINAL for a letter that stands. */
export function saveSeen(db: WritableDb, id: number, facts: string): void {
  mustBeDraft(db, id)
  prepared<[string, number]>(db, 'UPDATE letter SET seen_facts = ? WHERE id = ?').run(facts, id)
}

/** LETTER_FINAL for a letter that stands. */
export function saveCaseManager(db: WritableDb, id: number, caseManagerId: number): void {
  mustBeDraft(db, id)
  prepared<[number, number]>(db, 'UPDATE letter SET case_manager_id = ? WHERE id = ?').run(caseManagerId, id)
}

function mustBeDraft(db: WritableDb, id: number): void {
  if (found(letterById(db, id)).number !== null) throw new CommandError('LETTER_FINAL')
}
