import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { OfficeFileError } from './database.ts'
import { codeOf, readError } from './file-errors.ts'

/** In the header of each of our files: "TrBk". */
export const applicationId = 0x5472426b

/** Before this release two writers could corrupt a file (sqlite.org/wal.html#walresetbug). */
const lowestEngine = [3, 51, 3] as const

/** Nobody is waited for: the office has one program at a time, and the person is told at once. */
const busyTimeoutMs = 100

/**
 * A keyed connection: scheme sqlcipher 4 with a raw key of 32 bytes, which other SQLCipher 4 tools open too.
 * Opening reads nothing yet, so it says nothing about the key or the file.
 */
export function connect(
  file: string,
  key: Buffer,
  mode: { readonly: boolean; mustExist: boolean },
): Database.Database {
  if (key.length !== 32) throw new RangeError('the key must be 32 bytes')
  checkEngine()
  const raw = new Database(file, {
    readonly: mode.readonly,
    fileMustExist: mode.mustExist,
    timeout: busyTimeoutMs,
  })
  try {
    raw.pragma("cipher = 'sqlcipher'")
    raw.pragma('legacy = 4')
    const [answer] = raw.pragma(`key = "x'${key.toString('hex')}'"`) as { ok?: string }[]
    // An engine without ciphers ignores the key without a word, and would write everything in the clear.
    if (answer?.ok !== 'ok' || raw.pragma('cipher', { simple: true }) !== 'sqlcipher') {
      throw new Error('this engine does not encrypt')
    }
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

let engineIsRight = false

function checkEngine(): void {
  if (engineIsRight) return
  const memory = new Database(':memory:')
  const version = String(memory.prepare('SELECT sqlite_version()').pluck().get())
  memory.close()
  const parts = version.split('.').map(Number)
  const difference = lowestEngine
    .map((lowest, index) => (parts[index] ?? 0) - lowest)
    .find((step) => step !== 0)
  if ((difference ?? 0) < 0) {
    throw new Error(`SQLite ${lowestEngine.join('.')} or newer is needed, this is ${version}`)
  }
  engineIsRight = true
}

/**
 * The live files that this process has open. Where locks are POSIX locks, merely opening and closing such a
 * file once more gives up the lock (sqlite.org/howtocorrupt.html, section 2.2), so it is not even looked at.
 */
const held = new Map<string, Database.Database>()

/** Remembers that `raw` holds the lock on `file`, until it is closed. */
export function hold(file: string, raw: Database.Database): void {
  const stat = statSync(file, { bigint: true })
  held.set(`${stat.dev}:${stat.ino}`, raw)
}

/**
 * Refuses by its outside what is certainly not an office file, before the engine touches it: a missing file,
 * a folder, an empty file (which the engine would open as an empty database) and an unencrypted database.
 */
export function lookAtFile(file: string): void {
  let head: Buffer
  try {
    const stat = statSync(file, { bigint: true })
    if (held.get(`${stat.dev}:${stat.ino}`)?.open) throw new OfficeFileError('FILE_IN_USE', file)
    if (!stat.isFile() || stat.size === 0n) throw new OfficeFileError('NOT_OUR_FILE', file)
    const handle = openSync(file, 'r')
    try {
      head = Buffer.alloc(16)
      readSync(handle, head, 0, 16, 0)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new OfficeFileError('NOT_FOUND', file, { cause: error })
    }
    throw readError(error, file)
  }
  if (head.toString('latin1') === 'SQLite format 3\0') throw new OfficeFileError('NOT_OUR_FILE', file)
}

/**
 * Says whose file this is, reading only: ours, of a version that we know (`latest` or older), and as long as
 * its header says. Pages that were cut off the end leave every other check right, hence the last one.
 * Returns the version of its schema.
 */
export function identify(raw: Database.Database, file: string, latest: number): number {
  raw.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (pragma(raw, 'application_id') !== applicationId) throw new OfficeFileError('NOT_OUR_FILE', file)
  const version = pragma(raw, 'user_version')
  if (version < 1) throw new OfficeFileError('NOT_OUR_FILE', file)
  if (version > latest) {
    throw new OfficeFileError('NEWER_VERSION', file, { version: lowestProgram(raw) })
  }
  if (pragma(raw, 'page_count') * pragma(raw, 'page_size') !== statSync(file).size) {
    throw new OfficeFileError('DAMAGED_FILE', file)
  }
  return version
}

function lowestProgram(raw: Database.Database): string {
  try {
    const version = raw.prepare('SELECT min_app_version FROM meta').pluck().get()
    return typeof version === 'string' ? version : ''
  } catch {
    return '' // a later version may keep it elsewhere; it is newer all the same
  }
}

/** A pragma with a number for an answer. */
export function pragma(raw: Database.Database, name: string): number {
  return Number(raw.pragma(name, { simple: true }))
}

/** Sets a pragma and reads it back: the engine ignores what it does not know or cannot do. */
export function assertPragma(
  raw: Database.Database,
  name: string,
  value: string | number,
  readBack: string | number,
): void {
  raw.pragma(`${name} = ${value}`)
  const now = raw.pragma(name, { simple: true })
  if (now !== readBack) throw new Error(`the engine refused ${name} = ${value}, it is ${String(now)}`)
}

/**
 * After a write that the disk refused: lets go of the journal, so that the next write opens it anew. Where it could
 * not be opened for writing for a moment (a virus scanner looks at it), the engine opens it for reading only
 * (os_unix.c unixOpen, os_win.c winOpen), and under the exclusive lock it would keep that: no save until the next
 * start. A journal that holds something is left alone: the engine needs it to roll back.
 */
export function renewJournal(raw: Database.Database, error: unknown): void {
  if (!/^SQLITE_(IOERR|READONLY|CANTOPEN)/.test(codeOf(error)) || !raw.open || raw.inTransaction) return
  try {
    if ((statSync(`${raw.name}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return
    raw.pragma('journal_mode = MEMORY')
    assertPragma(raw, 'journal_mode', 'TRUNCATE', 'truncate')
  } catch {
    // Never go on without a journal on the disk: a closed file is told, a half one is not.
    if (raw.open && raw.pragma('journal_mode', { simple: true }) !== 'truncate') raw.close()
  }
}

/**
 * Refuses a file that the engine could only open for reading, which it does without a word when writing was refused
 * at that moment: every save of the day would fail. Throws SQLITE_READONLY; writes nothing.
 */
export function assertWritable(raw: Database.Database, table: string): void {
  raw.exec(`DELETE FROM ${table} WHERE 0`)
}

/** Settings of the connection alone; they touch no file. */
export function setConnection(raw: Database.Database): void {
  assertPragma(raw, 'temp_store', 'MEMORY', 2) // spilled pages would lie unencrypted on the disk
  assertPragma(raw, 'cache_size', -65536, -65536)
  assertPragma(raw, 'trusted_schema', 'OFF', 0)
  assertPragma(raw, 'cell_size_check', 'ON', 1)
  assertPragma(raw, 'mmap_size', 0, 0)
  assertPragma(raw, 'foreign_keys', 'ON', 1)
}

/** Further settings of the connection that writes. */
export function setWriter(raw: Database.Database): void {
  assertPragma(raw, 'synchronous', 'FULL', 2)
  assertPragma(raw, 'secure_delete', 'ON', 1)
  assertPragma(raw, 'locking_mode', 'EXCLUSIVE', 'exclusive')
  // Without it INSERT OR REPLACE removes rows behind the history's back.
  assertPragma(raw, 'recursive_triggers', 'ON', 1)
}
