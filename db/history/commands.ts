import { readMeta } from '../check.ts'
import { connection } from '../database.ts'
import type { WritableDb } from '../database.ts'
import { openSet, sealSet } from './chain.ts'
import type { CommandHead } from './chain.ts'
import { inTransaction, runInChangeSet } from './run.ts'
import { dropHistoryTriggers, ensureHistoryTriggers } from './triggers.ts'

export { verifyHistory } from './chain.ts'
export type { CommandHead, HistoryCheck } from './chain.ts'
export { commandToUndo, undoChangeSet } from './undo.ts'

/**
 * Runs `fn` as one command: one transaction, one change set. When this returns, the change is on the disk.
 * When `fn` throws, nothing happened; the error is thrown on. `changeSetId` is null when `fn` changed
 * nothing. `fn` is synchronous: a promise is refused, because another command would run inside this one.
 *
 * Throws CommandError for expected failures: those of `fn`, LETTER_FINAL where a finalised letter would
 * change, DISK_FULL, FOLDER_NOT_WRITABLE, DAMAGED_FILE.
 */
export function runCommand<T>(
  db: WritableDb,
  head: CommandHead,
  fn: () => T,
): { result: T; changeSetId: number | null } {
  return runInChangeSet(db, head, null, fn)
}

/**
 * Runs `fn` in one transaction without row history, for filling a practice office with thousands of rows. One
 * change set without changes stands in the chain for it; it cannot be undone.
 */
export function bulkLoad<T>(db: WritableDb, fn: () => T): T {
  return inTransaction(db, () => {
    const raw = connection(db)
    dropHistoryTriggers(raw)
    const result = fn()
    if (result instanceof Promise) throw new TypeError('a bulk load must not be asynchronous')
    ensureHistoryTriggers(raw)
    sealSet(db, openSet(db, { command: 'bulk_load', staffId: null, at: readMeta(db).createdAt }, null))
    return result
  })
}
