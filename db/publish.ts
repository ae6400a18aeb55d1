import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commitSeq } from './check.ts'
import { connection, OfficeFileError } from './database.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { codeOf, writeError } from './file-errors.ts'
import { nodeFiles } from './file-ops.ts'
import type { FileOps } from './file-ops.ts'
import { openCopy, removeUnfinished, tryRemoveUnfinished, unfinishedName } from './open.ts'
import { prepared } from './prepare.ts'

export interface PublishResult {
  /** The visible file. */
  readonly path: string
  readonly bytes: number
  /** The last command that is in it. */
  readonly commitSeq: number
  /** `now` of the call. */
  readonly publishedAt: string
}

/** One at a time for each visible file: an older snapshot must never come in the place of a newer one. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Puts a finished, checked copy of the office in the place of the visible file: written under a temporary
 * name in the same folder, opened with the key, read as a whole, compared, flushed, and only then renamed
 * over the old one, which is never deleted first. What the copy holds is fixed at the moment it is made; only
 * the renaming waits, while Explorer or a virus scanner holds the old file.
 *
 * Throws OfficeFileError FOLDER_NOT_WRITABLE, DISK_FULL, FILE_IN_USE (the old file was held for longer than
 * `retryForMs`), DAMAGED_FILE (the copy was not right). In each case the old file is as it was.
 */
export async function publish(
  db: WritableDb,
  input: {
    folder: string
    fileName: string
    key: Buffer
    /** Moment, `YYYY-MM-DDTHH:MM:SSZ`. */
    now: string
    /** How long to go on trying to rename. Shorter at shutdown. */
    retryForMs?: number
    ops?: FileOps
  },
): Promise<PublishResult> {
  const path = join(input.folder, input.fileName)
  const before = underWay.get(path)
  const mine = (async () => {
    if (before) await before.catch(() => undefined)
    return await replace(db, path, input)
  })()
  underWay.set(path, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(path) === mine) underWay.delete(path)
  }
}

async function replace(
  db: WritableDb,
  path: string,
  input: { folder: string; key: Buffer; now: string; retryForMs?: number; ops?: FileOps },
): Promise<PublishResult> {
  const { folder, key, ops = nodeFiles, retryForMs = 60_000 } = input
  try {
    removeUnfinished(path, ops)
    const unfinished = unfinishedName(path)
    const wanted = counts(db)
    connection(db).prepare('VACUUM INTO ?').run(unfinished)
    const copy = openCopy({ file: unfinished, key })
    const found = counts(copy)
    copy.close()
    if (found.commitSeq !== wanted.commitSeq || found.participants !== wanted.participants) {
      throw new OfficeFileError('DAMAGED_FILE', path)
    }
    ops.sync(unfinished)
    const bytes = ops.size(unfinished)
    // The engine leaves an empty file behind on a full disk, and would open it as an empty database.
    if (bytes === 0) throw new OfficeFileError('DISK_FULL', path)
    await renameWithPatience(unfinished, path, retryForMs, ops)
    ops.syncFolder(folder)
    return { path, bytes, commitSeq: wanted.commitSeq, publishedAt: input.now }
  } catch (error) {
    tryRemoveUnfinished(path, ops)
    // What went wrong with the unfinished file is told about the folder or about the visible file.
    const known = writeError(error, folder)
    if (!(known instanceof OfficeFileError)) throw known
    const about = known.code === 'FOLDER_NOT_WRITABLE' ? folder : path
    throw new OfficeFileError(known.code, about, { cause: error })
  }
}

function counts(db: ReadableDb): { commitSeq: number; participants: number } {
  const row = prepared<[], { n: number }>(db, 'SELECT count(*) AS n FROM participant').get()
  return { commitSeq: commitSeq(db), participants: row?.n ?? 0 }
}

/** On Windows a file that somebody has open cannot be replaced; scanners and indexers hold one for seconds. */
export async function renameWithPatience(
  from: string,
  to: string,
  retryForMs: number,
  ops: FileOps,
): Promise<void> {
  let pause = 50
  for (let waited = 0; ; waited += pause, pause = Math.min(pause * 2, 500)) {
    try {
      ops.rename(from, to)
      return
    } catch (error) {
      if (!/^E(PERM|BUSY|ACCES)$/.test(codeOf(error))) throw error
      if (waited >= retryForMs) throw new OfficeFileError('FILE_IN_USE', to, { cause: error })
      await wait(pause)
    }
  }
}
