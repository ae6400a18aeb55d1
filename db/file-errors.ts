import { existsSync, openSync, closeSync } from 'node:fs'
import { OfficeFileError } from './database.ts'
import type { ErrorCode } from '#core/api/errors.ts'

/** The code of a thrown thing: `SQLITE_...` of the engine, `E...` of the file system, or the empty text. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}

/**
 * What kept a file from being read, as the office's own error. Anything unknown is returned as it is: a bug.
 * A wrong key, a damaged first page and a file of another program cannot be told apart (SQLITE_NOTADB), so
 * UNREADABLE_FILE promises neither.
 */
export function readError(error: unknown, file: string): unknown {
  if (error instanceof OfficeFileError) return error
  const code = codeOf(error)
  const as = (kind: ErrorCode) => new OfficeFileError(kind, file, { cause: error })
  if (code.startsWith('SQLITE_NOTADB')) return as('UNREADABLE_FILE')
  if (code.startsWith('SQLITE_CORRUPT')) return as('DAMAGED_FILE')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return as('FILE_IN_USE')
  if (code.startsWith('SQLITE_FULL')) return as('DISK_FULL')
  if (code.startsWith('SQLITE_READONLY')) return as('FOLDER_NOT_WRITABLE')
  if (code.startsWith('SQLITE_IOERR')) return as('UNREADABLE_FILE')
  if (code.startsWith('SQLITE_CANTOPEN')) return as(whyNotOpened(file))
  if (code.startsWith('E')) return writeError(error, file)
  return error
}

/** The engine only says "cannot open"; the file system says why. */
function whyNotOpened(file: string): ErrorCode {
  if (!existsSync(file)) return 'NOT_FOUND'
  try {
    closeSync(openSync(file, 'r+'))
    return 'FILE_IN_USE'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EBUSY') return 'FILE_IN_USE'
    return code === 'EISDIR' ? 'NOT_OUR_FILE' : 'FOLDER_NOT_WRITABLE'
  }
}

/** What kept a file or folder from being written, as the office's own error; a bug as it is. */
export function writeError(error: unknown, path: string): unknown {
  if (error instanceof OfficeFileError) return error
  const code = codeOf(error)
  const as = (kind: ErrorCode) => new OfficeFileError(kind, path, { cause: error })
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return as('DISK_FULL')
  if (code.startsWith('SQLITE_BUSY') || code === 'EBUSY' || code === 'ETXTBSY') return as('FILE_IN_USE')
  if (code.startsWith('SQLITE_CORRUPT')) return as('DAMAGED_FILE')
  // Also a stick that was pulled out (EIO) and a folder that is gone: choose another folder.
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(code)) return as('FOLDER_NOT_WRITABLE')
  if (/^E(ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR|IO|NXIO|NODEV|NAMETOOLONG|EXIST|NOTEMPTY)$/.test(code)) {
    return as('FOLDER_NOT_WRITABLE')
  }
  return error
}
