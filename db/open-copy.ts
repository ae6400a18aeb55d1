import type Database from 'better-sqlite3'
import { checkWhole } from './check.ts'
import { connect, identify, lookAtFile, setConnection } from './connect.ts'
import { asReadable, OfficeFileError } from './database.ts'
import type { ReadableDb } from './database.ts'
import { codeOf, readError } from './file-errors.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/index.ts'

/** A copy that was opened and read as a whole. */
export type Copy = ReadableDb & { readonly schemaVersion: number; close(): void }

/**
 * Opens a finished copy for reading only (also from a write-protected stick) and checks it as a whole. It may
 * be of an older schema: `schemaVersion` tells. Close it with `close()` or `closeDb`: on Windows an open file
 * cannot be replaced.
 *
 * Throws OfficeFileError NOT_FOUND, NOT_OUR_FILE, UNREADABLE_FILE, NEWER_VERSION, DAMAGED_FILE, FILE_IN_USE.
 */
export function openCopy(input: {
  file: string
  key: Buffer
  /** For tests of migrations. */
  migrations?: readonly Migration[]
}): Copy {
  const { file, key } = input
  lookAtFile(file)
  let raw: Database.Database | undefined
  try {
    raw = connect(file, key, { readonly: true, mustExist: true })
    setConnection(raw)
    const schemaVersion = identify(raw, file, (input.migrations ?? migrations).length)
    const db = asReadable(raw)
    checkWhole(db)
    return Object.assign(raw, { schemaVersion }) as unknown as Copy
  } catch (error) {
    raw?.close()
    // A journal beside the copy that is still to be rolled back: it was copied in the middle of a save.
    if (codeOf(error).startsWith('SQLITE_READONLY')) {
      throw new OfficeFileError('DAMAGED_FILE', file, { cause: error })
    }
    throw readError(error, file)
  }
}
