import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nl, en } from '#core/i18n/index.ts'
import { firstPage } from '#db/copies/header.ts'
import { readContent } from '#db/copies/content.ts'
import { inspectCopy } from '#db/copies/inspect.ts'
import { readMeta } from '#db/check.ts'
import { OfficeFileError, type ReadableDb, type WritableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { publish } from '#db/publish.ts'
import { visibleFileName, type Place } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'

/**
 * What tells one finished file from every other: its size and a hash of its first page. That page is encrypted
 * with a new random vector each time a file is made, so that no two have the same.
 */
export function fingerprint(path: string): { bytes: number; head: string } {
  const head = createHash('sha256').update(firstPage(path)).digest('hex')
  return { bytes: statSync(path).size, head }
}

/** What no file has: for a visible file of which it is certain that this program did not write it. */
export const notOurs: NonNullable<Place['visible']> = { bytes: 0, head: '' }

/**
 * Whether a visible file stands in `folder` that this program did not write last. One that cannot be read counts as
 * such. Where nothing is known of it (see `recognise`), it does not.
 */
export function isChangedByOthers(folder: string, place: Pick<Place, 'visible'>): boolean {
  try {
    return !isOurs(folder, place)
  } catch {
    return true
  }
}

/** @throws an error of the file system when the visible file cannot be read now. */
function isOurs(folder: string, { visible }: Pick<Place, 'visible'>): boolean {
  const path = join(folder, visibleFileName)
  if (visible === undefined || !existsSync(path)) return true
  const now = fingerprint(path)
  // Cut off around the renaming, the one that was about to come may stand there already.
  return [visible, visible.coming].some((ours) => ours?.bytes === now.bytes && ours.head === now.head)
}

/**
 * Who wrote the visible file, when the place file does not say: ours when it holds no more than the office itself.
 * Undefined when there is none.
 */
export function recognise(folder: string, db: ReadableDb, key: Buffer, scratch: string): Place['visible'] {
  const path = join(folder, visibleFileName)
  if (!existsSync(path)) return undefined
  const look = () => inspectCopy({ file: path, keys: [key], scratch })
  // Twice, before it is called a stranger's: a disk may refuse once.
  const first = look()
  const seen = first.cause === 'good' ? first : look()
  const { dbUuid, commitSeq } = readMeta(db)
  const ours = seen.cause === 'good' && seen.content.dbUuid === dbUuid && seen.content.commitSeq <= commitSeq
  return ours ? fingerprint(path) : notOurs
}

/** How long one publish waits for a visible file that Explorer or a scanner holds, in ms; then comes a retry. */
const renameFor = 20_000

/**
 * Brings the visible file up to the last save, unless it is somebody else's, and notes what it wrote.
 * @returns the moment it is of. @throws OfficeFileError NOT_OUR_FILE, and those of `publish`.
 */
export async function publishVisible(
  door: Pick<DeskDoor, 'access' | 'place' | 'putPlace' | 'clock' | 'ops'>,
  db: WritableDb,
  key: Buffer,
): Promise<string> {
  const access = door.access()
  if (access === null || door.place() === null) throw new CommandError('NOT_SET_UP')
  const { folder } = access
  const now = door.clock.now()
  assertOurs(folder, door.place())
  const { counts } = readContent(db)
  const ops = carefulFiles(folder, door)
  const to = { folder, fileName: visibleFileName }
  const { path, commitSeq } = await publish(db, { ...to, key, now, retryForMs: renameFor, ops })
  const place = door.place()
  if (place !== null)
    door.putPlace({
      ...place,
      published: { at: now, commitSeq },
      visible: fingerprint(path),
      last: { at: now, commitSeq, ...counts },
    })
  return now
}

/**
 * File operations that put nothing over a visible file of somebody else: looked at just before it is replaced. What
 * replaces it is noted first, so that a power cut in between does not make a stranger of our own file.
 */
function carefulFiles(folder: string, door: Pick<DeskDoor, 'place' | 'putPlace' | 'ops'>): FileOps {
  let noted = '' // a renaming that is tried again
  return {
    ...door.ops,
    rename(from, to) {
      const place = door.place()
      assertOurs(folder, place)
      if (place !== null && noted !== from) {
        door.putPlace({ ...place, visible: { ...present(to), coming: fingerprint(from) } })
        noted = from
      }
      door.ops.rename(from, to)
    },
  }
}

/** What stands there now and is ours: also one that was on its way and came, without that being noted. */
const present = (path: string) => (existsSync(path) ? fingerprint(path) : notOurs)

/** @throws OfficeFileError NOT_OUR_FILE; an error of the file system while a scanner holds the file: later, then. */
function assertOurs(folder: string, place: Place | null): void {
  if (place !== null && !isOurs(folder, place))
    throw new OfficeFileError('NOT_OUR_FILE', join(folder, visibleFileName))
}

/**
 * Gives the file that somebody put in the place of the visible one another name in the same folder.
 * @param day `YYYY-MM-DD`. @returns the new path.
 */
export function moveFoundFile(folder: string, day: string, language: 'nl' | 'en'): string {
  const { foundFile } = (language === 'en' ? en : nl).defaults
  for (let number = 1; ; number += 1) {
    const name = `${foundFile} ${day}${number === 1 ? '' : ` ${number}`}`
    const path = join(folder, visibleFileName.replace('.db', ` (${name}).db`))
    if (existsSync(path)) continue
    nodeFiles.rename(join(folder, visibleFileName), path)
    nodeFiles.syncFolder(folder)
    return path
  }
}
