import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import {
  assertPragma,
  assertWritable,
  connect,
  hold,
  lookAtFile,
  pragma,
  renewJournal,
  setConnection,
  setWriter,
} from '../connect.ts'
import { OfficeFileError } from '../database.ts'
import { CommandError } from '../errors.ts'
import { codeOf, readError, writeError } from '../file-errors.ts'
import { nodeFiles } from '../file-ops.ts'
import type { FileOps } from '../file-ops.ts'

/** In the header: "TrBd". Never taken for an office. */
const draftsId = 0x54724264

const schema = /* sql */ `
CREATE TABLE draft (
  staff_id INTEGER NOT NULL,
  form     TEXT NOT NULL,
  content  TEXT NOT NULL, -- JSON
  saved_at TEXT NOT NULL,
  PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;`

export interface Draft {
  readonly content: unknown
  /** Moment, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly savedAt: string
}

/** A draft with whose it is, to carry it over into another file. */
export interface StoredDraft {
  readonly staffId: number
  readonly form: string
  /** JSON. */
  readonly content: string
  readonly savedAt: string
}

/**
 * What is being typed and was not saved yet, in an encrypted file of its own, so that the office's file holds only
 * what somebody saved. What `save` returned from is on the disk.
 * Every method throws CommandError DISK_FULL, FOLDER_NOT_WRITABLE, DAMAGED_FILE.
 */
export interface Drafts {
  save(staffId: number, form: string, draft: Draft): void
  get(staffId: number, form: string): Draft | null
  clear(staffId: number, form: string): void
  /** Of somebody who left. */
  clearAll(staffId: number): void
  /** The newest first. */
  list(staffId: number): { form: string; savedAt: string }[]
  all(): StoredDraft[]
  close(): void
}

/**
 * Opens the drafts, and makes the file when there is none. A file that cannot be read (damaged, or of another key)
 * is put aside under another name and a new one made: drafts must never keep an office closed.
 * `drafts` fills a new file before it is used. Throws OfficeFileError FILE_IN_USE, FOLDER_NOT_WRITABLE, DISK_FULL.
 */
export function openDrafts(input: {
  file: string
  key: Buffer
  drafts?: readonly StoredDraft[]
  ops?: FileOps
}): Drafts {
  const { file, key, drafts = [], ops = nodeFiles } = input
  const isNew = !ops.exists(file)
  try {
    return draftsOf(open(file, key, drafts, ops), file)
  } catch (error) {
    const known = isNew ? writeError(error, file) : readError(error, file)
    if (!(known instanceof OfficeFileError) || !/^(UNREADABLE|DAMAGED|NOT_OUR)_FILE$/.test(known.code))
      throw known
    try {
      setAside(file, ops)
      return draftsOf(open(file, key, drafts, ops), file)
    } catch (again) {
      throw writeError(again, file)
    }
  }
}

function open(file: string, key: Buffer, drafts: readonly StoredDraft[], ops: FileOps): Database.Database {
  const isNew = !ops.exists(file)
  if (!isNew) lookAtFile(file)
  const raw = connect(file, key, { readonly: false, mustExist: !isNew })
  try {
    setConnection(raw)
    setWriter(raw)
    raw.exec('BEGIN EXCLUSIVE')
    if (isNew) {
      raw.pragma(`application_id = ${draftsId}`)
      raw.exec(schema)
      const insert = raw.prepare('INSERT INTO draft (staff_id, form, content, saved_at) VALUES (?, ?, ?, ?)')
      for (const { staffId, form, content, savedAt } of drafts) insert.run(staffId, form, content, savedAt)
    } else if (pragma(raw, 'application_id') !== draftsId) {
      throw new OfficeFileError('NOT_OUR_FILE', file)
    }
    raw.exec('COMMIT')
    assertWritable(raw, 'draft')
    if (isNew) ops.syncFolder(dirname(file))
    assertPragma(raw, 'journal_mode', 'TRUNCATE', 'truncate')
    const answer = raw.pragma('quick_check(1)', { simple: true })
    if (answer !== 'ok') throw new OfficeFileError('DAMAGED_FILE', file)
    hold(file, raw)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

function setAside(file: string, ops: FileOps): void {
  const mark = randomBytes(4).toString('hex')
  for (const suffix of ['-journal', '-wal', '-shm', ''])
    if (ops.exists(file + suffix)) ops.rename(file + suffix, `${file}${suffix}.aside-${mark}`)
}

function draftsOf(raw: Database.Database, file: string): Drafts {
  const put = raw.prepare(
    `INSERT INTO draft (staff_id, form, content, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
  )
  const one = raw.prepare<[number, string], { content: string; saved_at: string }>(
    'SELECT content, saved_at FROM draft WHERE staff_id = ? AND form = ?',
  )
  const remove = raw.prepare('DELETE FROM draft WHERE staff_id = ? AND form = ?')
  const removeAll = raw.prepare('DELETE FROM draft WHERE staff_id = ?')
  const mine = raw.prepare<[number], { form: string; savedAt: string }>(
    'SELECT form, saved_at AS savedAt FROM draft WHERE staff_id = ? ORDER BY saved_at DESC, form',
  )
  const everybody = raw.prepare<[], StoredDraft>(
    'SELECT staff_id AS staffId, form, content, saved_at AS savedAt FROM draft ORDER BY staff_id, form',
  )
  return {
    save: (staffId, form, { content, savedAt }) =>
      void guard(() => put.run(staffId, form, JSON.stringify(content), savedAt)),
    get: (staffId, form) =>
      guard(() => {
        const row = one.get(staffId, form)
        return row === undefined
          ? null
          : { content: JSON.parse(row.content) as unknown, savedAt: row.saved_at }
      }),
    clear: (staffId, form) => void guard(() => remove.run(staffId, form)),
    clearAll: (staffId) => void guard(() => removeAll.run(staffId)),
    list: (staffId) => guard(() => mine.all(staffId)),
    all: () => guard(() => everybody.all()),
    close: () => raw.close(),
  }

  function guard<T>(run: () => T): T {
    try {
      return run()
    } catch (error) {
      renewJournal(raw, error)
      const known = codeOf(error).startsWith('SQLITE_') ? writeError(error, file) : error
      if (!(known instanceof OfficeFileError)) throw error
      throw new CommandError(known.code, known.code === 'DISK_FULL' ? undefined : { path: file })
    }
  }
}
