import { statSync } from 'node:fs'
import type { CopyCause } from '#core/api/keeping.ts'
import { OfficeFileError } from '../database.ts'
import { codeOf } from '../file-errors.ts'
import { openCopy } from '../open-copy.ts'
import { readContent } from './content.ts'
import type { OfficeContent } from './content.ts'
import { readHoldings, type Holdings } from './holdings.ts'
import { firstPage, isOtherKind, pageSize, peek } from './header.ts'
import { withoutWal } from './wal.ts'

export type Inspected =
  | {
      readonly cause: 'good'
      readonly bytes: number
      readonly key: Buffer
      readonly content: OfficeContent
      /** Where it was asked for. */
      readonly holdings: Holdings | null
    }
  | {
      readonly cause: Exclude<CopyCause, 'good'>
      readonly bytes: number
      /** With newer_version: the lowest program version that opens it. */
      readonly version: string | null
    }

/**
 * Says what a file is, by cause, with the keys that are known here. Reads all of it and changes nothing, also
 * not beside it: a copy in WAL mode is looked at in `scratch`, a private folder on this PC.
 */
export function inspectCopy(input: {
  file: string
  keys: readonly Buffer[]
  scratch: string
  /** Also which rows are in it, to be compared with those of another file. */
  withHoldings?: boolean
}): Inspected {
  const { file, keys, scratch } = input
  let bytes = 0
  const not = (cause: Exclude<CopyCause, 'good'>, version: string | null = null): Inspected => ({
    cause,
    bytes,
    version,
  })
  let page: Buffer
  try {
    const stat = statSync(file)
    if (!stat.isFile()) return not('unreadable')
    bytes = stat.size
    if (bytes === 0) return not('empty')
    page = firstPage(file)
  } catch (error) {
    return not(/^E(NOENT|NOTDIR)$/.test(codeOf(error)) ? 'missing' : 'unreadable')
  }
  if (page.toString('latin1', 0, 16) === 'SQLite format 3\0') return not('not_ours')
  // Shorter than one page: the engine would take it for an empty database.
  if (page.length < pageSize) return not('not_a_database')
  for (const key of keys) {
    const head = peek(page, key)
    try {
      const read = (path: string) => {
        const copy = openCopy({ file: path, key })
        try {
          return { content: readContent(copy), holdings: input.withHoldings ? readHoldings(copy) : null }
        } finally {
          copy.close()
        }
      }
      const found = head?.wal ? withoutWal({ file, key, scratch }, read) : read(file)
      return { cause: 'good', bytes, key, ...found }
    } catch (error) {
      const cause = causeOf(error)
      if (cause === 'needs_code' && head === null) continue // perhaps another key
      if (cause === 'newer_version') return not(cause, (error as OfficeFileError).version ?? '')
      return not(cause === 'needs_code' ? 'damaged' : cause)
    }
  }
  return not(isOtherKind(page) ? 'not_a_database' : 'needs_code')
}

function causeOf(error: unknown): Exclude<CopyCause, 'good'> {
  if (!(error instanceof OfficeFileError)) throw error
  switch (error.code) {
    case 'NOT_FOUND':
      return 'missing'
    case 'NOT_OUR_FILE':
      return 'not_ours'
    case 'NEWER_VERSION':
      return 'newer_version'
    case 'DAMAGED_FILE':
      return 'damaged'
    case 'UNREADABLE_FILE':
      return codeOf(error.cause).startsWith('SQLITE_NOTADB') ? 'needs_code' : 'unreadable'
    case 'FILE_IN_USE':
    case 'FOLDER_NOT_WRITABLE':
      return 'unreadable'
    default:
      throw error
  }
}
