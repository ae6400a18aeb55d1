import type Database from 'better-sqlite3'
import { renewJournal } from '../connect.ts'
import { connection, OfficeFileError } from '../database.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { codeOf, writeError } from '../file-errors.ts'
import { prepared } from '../prepare.ts'
import { openSet, sealSet } from './chain.ts'
import type { CommandHead } from './chain.ts'

/** A command, or the undo of change set `undoes`; see `runCommand` and `undoChangeSet`, which are for everybody. */
export function runInChangeSet<T>(
  db: WritableDb,
  head: CommandHead,
  undoes: number | null,
  fn: (changeSetId: number) => T,
): { result: T; changeSetId: number | null } {
  return inTransaction(db, () => {
    const id = openSet(db, head, undoes)
    const result = fn(id)
    if (result instanceof Promise) throw new TypeError(`command ${head.command} must not be asynchronous`)
    const any = prepared<[number]>(db, 'SELECT 1 FROM change WHERE change_set_id = ? LIMIT 1').get(id)
    if (any === undefined) {
      prepared(db, 'DELETE FROM change_set WHERE id = ?').run(id)
      return { result, changeSetId: null }
    }
    sealSet(db, id)
    return { result, changeSetId: id }
  })
}

/** One transaction that takes the writer's place at once; every error rolls it back and is thrown on. */
export function inTransaction<T>(db: WritableDb, fn: () => T): T {
  const raw = connection(db)
  if (raw.inTransaction) throw new Error('a command cannot run inside another')
  try {
    raw.exec('BEGIN IMMEDIATE')
    const result = fn()
    // After a full disk the engine has already rolled back, whatever `fn` made of the error.
    if (!raw.inTransaction) throw new CommandError('DISK_FULL')
    raw.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(raw)
    renewJournal(raw, error)
    throw expected(error, db.name)
  }
}

function rollBack(raw: Database.Database): void {
  if (raw.open && raw.inTransaction) raw.exec('ROLLBACK')
}

/** An error of the engine that is nobody's bug, as a CommandError; every other as it is. */
function expected(error: unknown, file: string): unknown {
  if (error instanceof CommandError) return error
  // The triggers that guard what left the office; see the letter table.
  if (codeOf(error) === 'SQLITE_CONSTRAINT_TRIGGER' && (error as Error).message === 'letter is final') {
    return new CommandError('LETTER_FINAL')
  }
  const known = codeOf(error).startsWith('SQLITE_') ? writeError(error, file) : error
  if (!(known instanceof OfficeFileError)) return error
  return new CommandError(known.code, known.code === 'DISK_FULL' ? undefined : { path: file })
}
