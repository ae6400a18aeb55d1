import type Database from 'better-sqlite3'
import type { ErrorCode } from '#core/api/errors.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/**
 * An opened, checked office file that may be read. Functions that only read take this one: it has no way to
 * run SQL other than `prepared` of db/prepare.ts, and what that gives has no `run`.
 */
export interface ReadableDb {
  readonly name: string
  readonly open: boolean
  readonly inTransaction: boolean
  readonly [readable]: true
}

/** The live office file, opened for writing. Commands take this one; any reader accepts it too. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true
}

/** The connection itself, for the engine (db/*.ts, db/history) only: never for an aggregate. */
export function connection(db: ReadableDb): Database.Database {
  return db as unknown as Database.Database
}

/** The brand that says: opened by db/open.ts, with key and settings read back. */
export function asReadable(raw: Database.Database): ReadableDb {
  return raw as unknown as ReadableDb
}

export function asWritable(raw: Database.Database): WritableDb {
  return raw as unknown as WritableDb
}

/**
 * A file that cannot be opened or written, by cause. `path` is the file (or folder) it is about; it reaches
 * the screen, never a log. `version` goes with NEWER_VERSION: the lowest program version that opens it; `why`
 * with NOT_THIS_PLACE.
 */
export class OfficeFileError extends Error {
  readonly code: ErrorCode
  readonly path: string
  readonly version: string | undefined
  readonly why: 'network' | 'same_disk' | 'inside_profile' | undefined

  constructor(
    code: ErrorCode,
    path: string,
    options?: { version?: string; why?: OfficeFileError['why']; cause?: unknown },
  ) {
    super(code, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'OfficeFileError'
    this.code = code
    this.path = path
    this.version = options?.version
    this.why = options?.why
  }
}

/** What the database itself needs to know about an office; one row, made with the file. */
export interface Meta {
  readonly dbUuid: string
  readonly keyId: string
  /** Moment, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly createdAt: string
  /** Counts commands that changed something: orders copies of one office, also when a clock was wrong. */
  readonly commitSeq: number
  readonly appVersion: string
  /** The lowest program version that can open this file. */
  readonly minAppVersion: string
  readonly practice: boolean
}
