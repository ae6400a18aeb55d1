/**
 * One complete set of office files takes the place of another: at a restore, at taking one back, and when the
 * code changes. The new set waits finished in `incoming`; a mark says that it must come in; then the old set
 * moves to a folder in `aside`, all of it, and the new one to its place. Cut off at any moment, the next start
 * finishes it. So there is always the old office or the new one, and a journal goes where its database goes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { OfficeFileError } from '#db/database.ts'
import { writeError } from '#db/file-errors.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { renameWithPatience } from '#db/publish.ts'
import { writeDurably, type ProfileFiles } from '../sidecar.ts'

/**
 * All that belongs to one office on a PC, but for what is being typed, which is kept for each code. The database
 * is first: when it is held, nothing has moved yet.
 */
export const setNames = [
  'live.db',
  'live.db-journal',
  'live.db-wal',
  'live.db-shm',
  'keyring.json',
  'keyring.json.bak',
  'place.json',
  'open.busy',
] as const

const markSchema = z.object({
  version: z.literal(1),
  /** The folder in `aside`. */
  aside: z.string().regex(/^[\w. -]+$/),
  /** Of the new set. */
  names: z.array(z.enum(setNames)),
})
type Mark = z.infer<typeof markSchema>

/** How long a file that a virus scanner holds is waited for, in ms. */
const patience = 10_000

/** An empty folder for the new set: what stands in it are copies of an attempt that came to nothing. */
export function openStage(files: ProfileFiles, ops: FileOps = nodeFiles): string {
  ops.makeFolder(files.incoming)
  for (const name of ops.list(files.incoming)) ops.remove(join(files.incoming, name))
  return files.incoming
}

/**
 * Puts the set in `incoming`, finished and flushed, in the place of the present one, which nobody may have open.
 * @param stamp names the folder in `aside`, `2026-11-18 14.32.05`.
 * @returns that folder's name, and whether anything was moved to it.
 * @throws OfficeFileError FILE_IN_USE, FOLDER_NOT_WRITABLE, DISK_FULL; then the old set is back, or the next
 * start brings in the new one.
 */
export async function swapIn(
  files: ProfileFiles,
  stamp: string,
  ops: FileOps = nodeFiles,
): Promise<{ aside: string; moved: boolean }> {
  try {
    const fresh = ops.list(files.incoming)
    const names = setNames.filter((name) => fresh.includes(name))
    if (!names.includes('live.db')) throw new Error('There is no new set')
    const mark: Mark = { version: 1, aside: freeName(files, stamp, ops), names }
    const aside = join(files.aside, mark.aside)
    ops.makeFolder(aside)
    ops.syncFolder(files.aside)
    ops.syncFolder(files.incoming)
    writeDurably(files.swapMark, JSON.stringify(mark), ops)
    try {
      await moveAside(files, mark, ops)
    } catch (error) {
      for (const name of setNames)
        if (ops.exists(join(aside, name))) await move(join(aside, name), join(files.dir, name), ops)
      removeMark(files, ops)
      throw error
    }
    const moved = ops.list(aside).length > 0
    await placeFresh(files, mark, ops)
    removeMark(files, ops)
    return { aside: mark.aside, moved }
  } catch (error) {
    throw writeError(error, files.dir)
  }
}

function freeName(files: ProfileFiles, stamp: string, ops: FileOps): string {
  let name = stamp
  for (let number = 2; ops.exists(join(files.aside, name)); number += 1) name = `${stamp}-${number}`
  return name
}

/**
 * At the start, before anything is opened: finishes what was cut off.
 * @returns whether a swap was finished. @throws OfficeFileError as `swapIn`, UNREADABLE_FILE.
 */
export async function finishSwap(files: ProfileFiles, ops: FileOps = nodeFiles): Promise<boolean> {
  if (!existsSync(files.swapMark)) {
    clearStage(files, ops)
    return false
  }
  const mark = readMark(files.swapMark)
  try {
    const waiting = existsSync(files.incoming) ? ops.list(files.incoming) : []
    // Nothing waits any more: all is in place, and what stands there may have been used since.
    if (mark.names.some((name) => waiting.includes(name))) {
      ops.makeFolder(join(files.aside, mark.aside))
      await moveAside(files, mark, ops)
      await placeFresh(files, mark, ops)
    }
    removeMark(files, ops)
    return true
  } catch (error) {
    throw writeError(error, files.dir)
  }
}

/** What stands there is a copy of what did not come in. That it cannot be removed keeps no office closed. */
function clearStage(files: ProfileFiles, ops: FileOps): void {
  try {
    if (existsSync(files.incoming)) openStage(files, ops)
  } catch {
    // the next start, or the next restore
  }
}

function readMark(file: string): Mark {
  try {
    return markSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new OfficeFileError('UNREADABLE_FILE', file, { cause })
  }
}

/** @throws OfficeFileError FILE_IN_USE, of the file that is held: nothing stands where it goes. */
async function move(from: string, to: string, ops: FileOps): Promise<void> {
  try {
    await renameWithPatience(from, to, patience, ops)
  } catch (error) {
    if (error instanceof OfficeFileError && error.code === 'FILE_IN_USE')
      throw new OfficeFileError('FILE_IN_USE', from, { cause: error })
    throw error
  }
}

/** A name that is in the new set and waits no more is in its place already: it is not old. */
async function moveAside(files: ProfileFiles, mark: Mark, ops: FileOps): Promise<void> {
  const aside = join(files.aside, mark.aside)
  for (const name of setNames) {
    const isOld = !mark.names.includes(name) || ops.exists(join(files.incoming, name))
    if (isOld && ops.exists(join(files.dir, name))) await move(join(files.dir, name), join(aside, name), ops)
  }
  ops.syncFolder(aside)
  ops.syncFolder(files.dir)
}

async function placeFresh(files: ProfileFiles, mark: Mark, ops: FileOps): Promise<void> {
  // The database comes last: until then the lock screen cannot be mistaken for a complete office.
  for (const name of mark.names.toReversed())
    if (ops.exists(join(files.incoming, name)))
      await move(join(files.incoming, name), join(files.dir, name), ops)
  ops.syncFolder(files.incoming)
  ops.syncFolder(files.dir)
}

/** Flushed before anything is opened: a mark that came back would take new files for old ones. */
function removeMark(files: ProfileFiles, ops: FileOps): void {
  ops.remove(files.swapMark)
  ops.syncFolder(files.dir)
}

/** A journal that was not left by this live database, moved aside; the engine would roll it back into it. */
export function moveStrayJournal(files: ProfileFiles, stamp: string, ops: FileOps = nodeFiles): void {
  const aside = join(files.aside, freeName(files, stamp, ops))
  ops.makeFolder(aside)
  for (const suffix of ['-journal', '-wal', '-shm'])
    if (ops.exists(files.live + suffix))
      ops.rename(files.live + suffix, join(aside, basename(files.live) + suffix))
  ops.syncFolder(aside)
  ops.syncFolder(files.dir)
}
