import { dirname } from 'node:path'
import { checkWhole, readMeta } from '../check.ts'
import { assertPragma, connect, setConnection, setWriter } from '../connect.ts'
import { connection, OfficeFileError } from '../database.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { codeOf, writeError } from '../file-errors.ts'
import { nodeFiles } from '../file-ops.ts'
import type { FileOps } from '../file-ops.ts'
import { openSet, sealSet } from '../history/chain.ts'
import type { CommandHead } from '../history/chain.ts'
import { inTransaction } from '../history/run.ts'
import { closeDb, openCopy, openLive } from '../open.ts'
import { prepared } from '../prepare.ts'

/**
 * Makes a file with everything that is in `db`, under another key. The engine changes the key of a copy that is
 * nobody's yet, never of a file in use: a change of key that is cut off half-way leaves neither key right. The new
 * file then is opened with the new key, read as a whole and compared.
 *
 * Its history has one change set more, of `head`, so that it is newer than every copy with the old key.
 * `file` must be a name of its own: what stands there from an attempt that was cut off is taken away.
 * Throws OfficeFileError DISK_FULL, FOLDER_NOT_WRITABLE, DAMAGED_FILE; then there is no such file.
 */
export function buildRekeyed(
  db: WritableDb,
  input: {
    file: string
    oldKey: Buffer
    newKey: Buffer
    newKeyId: string
    head: CommandHead
    ops?: FileOps
  },
): void {
  const { file, oldKey, newKey, newKeyId, head, ops = nodeFiles } = input
  const folder = dirname(file)
  try {
    removeWithJournals(file, ops)
    const wanted = contentOf(db)
    connection(db).prepare('VACUUM INTO ?').run(file)
    changeKey(file, oldKey, newKey)
    const renewed = openLive({ file, key: newKey, ops })
    try {
      if (contentOf(renewed) !== wanted) throw new OfficeFileError('DAMAGED_FILE', file)
      inTransaction(renewed, () => {
        prepared(renewed, 'UPDATE meta SET key_id = ?').run(newKeyId)
        sealSet(renewed, openSet(renewed, head, null))
      })
      checkWhole(renewed)
      if (readMeta(renewed).keyId !== newKeyId) throw new OfficeFileError('DAMAGED_FILE', file)
    } finally {
      closeDb(renewed)
    }
    if (opens(file, oldKey)) throw new Error('the new file still opens with the old key')
    for (const suffix of journals) if (ops.exists(file + suffix)) ops.remove(file + suffix)
    ops.sync(file)
    ops.syncFolder(folder)
  } catch (error) {
    tryRemove(file, ops)
    throw writeError(error, folder)
  }
}

const journals = ['-journal', '-wal', '-shm'] as const

function removeWithJournals(file: string, ops: FileOps): void {
  for (const suffix of [...journals, '']) if (ops.exists(file + suffix)) ops.remove(file + suffix)
}

/** After a failure, where the failure itself is what must be told. */
function tryRemove(file: string, ops: FileOps): void {
  try {
    removeWithJournals(file, ops)
  } catch {
    // The next attempt starts with clearing up.
  }
}

function changeKey(file: string, oldKey: Buffer, newKey: Buffer): void {
  if (newKey.length !== 32) throw new RangeError('the key must be 32 bytes')
  const raw = connect(file, oldKey, { readonly: false, mustExist: true })
  try {
    setConnection(raw)
    setWriter(raw)
    // With a write-ahead log a change of key corrupts the file (better-sqlite3-multiple-ciphers issue 91).
    assertPragma(raw, 'journal_mode', 'TRUNCATE', 'truncate')
    raw.pragma(`rekey = "x'${newKey.toString('hex')}'"`)
  } finally {
    raw.close()
  }
}

function opens(file: string, key: Buffer): boolean {
  try {
    openCopy({ file, key }).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'UNREADABLE_FILE') return false
    throw error
  }
}

/** What two files with the same content have the same: the ends of both chains, and how many rows there are of what. */
function contentOf(db: ReadableDb): string {
  const row = prepared(
    db,
    `SELECT db_uuid, commit_seq, audit_seq,
            (SELECT hash FROM change_set ORDER BY id DESC LIMIT 1) AS changes_end,
            (SELECT hash FROM audit ORDER BY id DESC LIMIT 1) AS audit_end,
            (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM participant) AS participants,
            (SELECT count(*) FROM attendance) AS attendance, (SELECT total(length(pdf)) FROM letter) AS letters
       FROM meta`,
  ).get()
  return JSON.stringify(row)
}
