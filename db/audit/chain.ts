import { createHash } from 'node:crypto'
import type { ReadableDb, WritableDb } from '../database.ts'
import { inTransaction } from '../history/run.ts'
import { prepared } from '../prepare.ts'

export type AuditAction =
  'view' | 'print' | 'export' | 'sign_in' | 'sign_out' | 'failed_sign_in' | 'restore' | 'code' | 'copy'

/** What is written down of one thing that somebody did and that changed nothing. */
export interface AuditEntry {
  /** Moment, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
  /** Null where nobody was signed in. */
  readonly staffId: number | null
  readonly action: AuditAction
  /** The procedure, such as `participants.get`; never anything personal. */
  readonly what: string
  readonly participantId: number | null
}

interface AuditRow {
  id: number
  at: string
  staff_id: number | null
  action: string
  what: string
  participant_id: number | null
  after_set: number
  prev_hash: string
  hash: string
}

/**
 * Adds rows to the chain, in one transaction of their own; on the disk when it returns. Not inside a command.
 * Throws CommandError DISK_FULL, FOLDER_NOT_WRITABLE, DAMAGED_FILE; then none of them was added.
 */
export function appendAudit(db: WritableDb, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return
  inTransaction(db, () => {
    const last = prepared<[], { id: number; hash: string }>(
      db,
      'SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1',
    ).get()
    const after_set =
      prepared<[], { id: number }>(db, 'SELECT id FROM change_set ORDER BY id DESC LIMIT 1').get()?.id ?? 0
    let { id, hash: prev_hash } = last ?? { id: 0, hash: '' }
    for (const { at, staffId, action, what, participantId } of entries) {
      id += 1
      const row = {
        id,
        at,
        staff_id: staffId,
        action,
        what,
        participant_id: participantId,
        after_set,
        prev_hash,
      }
      const hash = hashOf(row)
      prepared(
        db,
        `INSERT INTO audit (id, at, staff_id, action, what, participant_id, after_set, prev_hash, hash)
         VALUES (@id, @at, @staff_id, @action, @what, @participant_id, @after_set, @prev_hash, @hash)`,
      ).run({ ...row, hash })
      prev_hash = hash
    }
    prepared(db, 'UPDATE meta SET audit_seq = audit_seq + ?').run(entries.length)
  })
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const content = [row.prev_hash, row.id, row.at, row.staff_id, row.action, row.what, row.participant_id]
  return createHash('sha256')
    .update(JSON.stringify([...content, row.after_set]))
    .digest('hex')
}

export type AuditCheck =
  | { readonly whole: true; readonly rows: number }
  /** `at` is of that row, or where it is gone of the nearest one before it; '' when there is none. */
  | { readonly whole: false; readonly rows: number; readonly id: number; readonly at: string }

/** Recomputes the chain and names the first row that was altered or taken out by something else than this program. */
export function verifyAudit(db: ReadableDb): AuditCheck {
  const counted = prepared<[], { audit_seq: number }>(db, 'SELECT audit_seq FROM meta').get()?.audit_seq ?? 0
  const rows = prepared<[], { n: number }>(db, 'SELECT count(*) AS n FROM audit').get()?.n ?? 0
  let before: Pick<AuditRow, 'id' | 'at' | 'hash'> = { id: 0, at: '', hash: '' }
  for (const row of prepared<[], AuditRow>(db, 'SELECT * FROM audit ORDER BY id').iterate()) {
    if (row.id !== before.id + 1) return { whole: false, rows, id: before.id + 1, at: before.at }
    const own = row.hash === hashOf(row)
    if (row.prev_hash !== before.hash && own && row.id > 1) {
      // Its own hash is right: then the row before it was altered and hashed again.
      return { whole: false, rows, id: before.id, at: before.at }
    }
    if (!own || row.prev_hash !== before.hash) return { whole: false, rows, id: row.id, at: row.at }
    before = row
  }
  if (counted !== before.id) {
    const id = counted > before.id ? before.id + 1 : before.id
    return { whole: false, rows, id, at: before.at }
  }
  return { whole: true, rows }
}
