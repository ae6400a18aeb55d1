import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { checkWhole, readMeta } from './check.ts'
import {
  assertPragma,
  assertWritable,
  connect,
  hold,
  identify,
  lookAtFile,
  setConnection,
  setWriter,
} from './connect.ts'
import { asWritable, connection, OfficeFileError } from './database.ts'
import type { Meta, ReadableDb, WritableDb } from './database.ts'
import { readError, writeError } from './file-errors.ts'
import { nodeFiles } from './file-ops.ts'
import type { FileOps } from './file-ops.ts'
import { ensureHistoryTriggers } from './history/triggers.ts'
import { buildSchema, latestVersion, migrateFile } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/index.ts'

export { openCopy } from './open-copy.ts'
export { checkWhole, commitSeq, readMeta } from './check.ts'

/**
 * Opens the live office file for writing, alone: the lock is taken at once and kept until `closeDb`. An older
 * schema is migrated, after a verified copy beside the file.
 * `appVersion` is written as the lowest program version when it migrates. `fullCheck` reads the whole file
 * first: for the start after an unclean end.
 *
 * Throws OfficeFileError by cause: NOT_FOUND; FILE_IN_USE, by another program; NOT_OUR_FILE, also when empty
 * or unencrypted; UNREADABLE_FILE, where a wrong key and a damaged first page cannot be told apart;
 * NEWER_VERSION, before any write; DAMAGED_FILE; FOLDER_NOT_WRITABLE; DISK_FULL.
 */
export function openLive(input: {
  file: string
  key: Buffer
  appVersion?: string | undefined
  fullCheck?: boolean
  /** For tests of migrations. */
  migrations?: readonly Migration[]
  ops?: FileOps
}): WritableDb {
  const { file, key, ops = nodeFiles, migrations: list = migrations } = input
  const latest = latestVersion(list)
  lookAtFile(file)
  let raw: Database.Database | undefined
  try {
    raw = connect(file, key, { readonly: false, mustExist: true })
    setConnection(raw)
    setWriter(raw)
    // With this locking mode the lock stays after the commit. Without asking for it now, a second program
    // would come in and only find out at its first save.
    raw.exec('BEGIN EXCLUSIVE')
    identify(raw, file, latest)
    raw.exec('COMMIT')
    assertWritable(raw, 'meta')
    const db = asWritable(raw)
    if (input.fullCheck) checkWhole(db)
    // The journal is emptied, not deleted: on Windows a deletion does not survive a power cut.
    assertPragma(raw, 'journal_mode', 'TRUNCATE', 'truncate')
    migrateFile(raw, { file, key, list, appVersion: input.appVersion, ops })
    assertPragma(raw, 'foreign_keys', 'ON', 1)
    healTriggers(raw)
    readMeta(db)
    hold(file, raw)
    return db
  } catch (error) {
    raw?.close()
    throw readError(error, file)
  }
}

/** The program may generate its triggers differently from the one that last opened this file. */
function healTriggers(raw: Database.Database): void {
  raw.exec('BEGIN IMMEDIATE')
  try {
    raw.exec(ensureHistoryTriggers(raw) ? 'COMMIT' : 'ROLLBACK')
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK')
  }
}

/**
 * Makes a new office file and opens it as `openLive` does. It is built under a temporary name beside `file`
 * and put in place when it is finished; an existing file is never touched. A journal without its database
 * (left by a database that was moved away) is set aside under another name: the engine would otherwise roll
 * it back into the new file.
 *
 * Throws OfficeFileError ALREADY_SET_UP when `file` exists, FOLDER_NOT_WRITABLE, DISK_FULL.
 */
export function createLive(input: {
  file: string
  key: Buffer
  meta: Pick<Meta, 'dbUuid' | 'keyId' | 'createdAt' | 'appVersion' | 'practice'>
  migrations?: readonly Migration[]
  ops?: FileOps
}): WritableDb {
  const { file, key, meta, ops = nodeFiles, migrations: list = migrations } = input
  const folder = dirname(file)
  const refuseExisting = () => {
    if (ops.exists(file)) throw new OfficeFileError('ALREADY_SET_UP', file)
  }
  refuseExisting()
  try {
    removeUnfinished(file, ops)
    const unfinished = unfinishedName(file)
    try {
      build(unfinished, key, meta, list)
      ops.sync(unfinished)
      for (const suffix of ['-journal', '-wal', '-shm']) {
        if (!ops.exists(file + suffix)) continue
        ops.rename(file + suffix, `${file}${suffix}.aside-${randomBytes(4).toString('hex')}`)
      }
      refuseExisting()
      ops.rename(unfinished, file)
      ops.syncFolder(folder)
    } catch (error) {
      tryRemoveUnfinished(file, ops)
      throw error
    }
  } catch (error) {
    // The engine's wrapper says this with a TypeError.
    if (!ops.exists(folder)) throw new OfficeFileError('FOLDER_NOT_WRITABLE', folder, { cause: error })
    throw writeError(error, folder)
  }
  return openLive({ file, key, migrations: list, ops })
}

function build(
  file: string,
  key: Buffer,
  meta: Pick<Meta, 'dbUuid' | 'keyId' | 'createdAt' | 'appVersion' | 'practice'>,
  list: readonly Migration[],
): void {
  const raw = connect(file, key, { readonly: false, mustExist: false })
  try {
    setConnection(raw)
    // What is cut off here is thrown away as a whole, so there is nothing to roll back and no file to leave.
    assertPragma(raw, 'journal_mode', 'MEMORY', 'memory')
    buildSchema(raw, list)
    raw
      .prepare(
        `INSERT INTO meta (id, db_uuid, key_id, created_at, app_version, min_app_version, practice)
         VALUES (1, ?, ?, ?, ?, ?, ?)`,
      )
      .run(meta.dbUuid, meta.keyId, meta.createdAt, meta.appVersion, meta.appVersion, meta.practice ? 1 : 0)
  } finally {
    raw.close()
  }
}

/** The name under which a file is made before it takes the place of `file`. */
export function unfinishedName(file: string): string {
  return `${file}.new-${randomBytes(4).toString('hex')}`
}

/** Clears what an earlier attempt left when it was cut off. Only names that `unfinishedName` can give. */
export function removeUnfinished(file: string, ops: FileOps): void {
  const folder = dirname(file)
  const start = `${basename(file)}.new-`
  for (const name of ops.list(folder)) {
    if (name.startsWith(start) && /^[0-9a-f]{8}(-journal)?$/.test(name.slice(start.length))) {
      ops.remove(`${folder}/${name}`)
    }
  }
}

/** The same after a failure, where the failure itself is what must be told. */
export function tryRemoveUnfinished(file: string, ops: FileOps): void {
  try {
    removeUnfinished(file, ops)
  } catch {
    // The next attempt starts with clearing up.
  }
}

/** Closes the file and gives up its lock. Closing twice is no harm. */
export function closeDb(db: ReadableDb): void {
  connection(db).close()
}
