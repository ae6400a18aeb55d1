/** What is looked at before anybody signs in, and when the live database is opened. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { OfficeFileError, type WritableDb } from '#db/database.ts'
import { codeOf, writeError } from '#db/file-errors.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { closeDb, openLive, readMeta } from '#db/open.ts'
import { Access } from '../access.ts'
import { clearUnfinishedSetup, readPlace, writeDurably, type Place, type ProfileFiles } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'
import { finishSwap, moveStrayJournal } from './swap.ts'
import { recognise } from './visible-file.ts'

export interface FoundOffice {
  readonly access: Access | null
  readonly place: Place | null
  /** Why the office that is here cannot be opened. */
  readonly failure: OfficeFileError | null
}

type Door = Pick<DeskDoor, 'files' | 'host' | 'passwordCost' | 'disks' | 'ops' | 'clock'>

/**
 * Looks which files are there, after finishing what was cut off. A part of an office is a failure, never an empty
 * office. Never rejects.
 */
export async function lookAtProfile(door: Door, practice: boolean): Promise<FoundOffice> {
  const { files, host, passwordCost, disks, ops, clock } = door
  let [access, place]: [Access | null, Place | null] = [null, null]
  try {
    if (disks.isNetwork(files.dir)) throw new OfficeFileError('NOT_THIS_PLACE', files.dir, { why: 'network' })
    mkdirSync(files.dir, { recursive: true })
    clearUnfinishedSetup(files)
    await finishSwap(files, ops)
    const [live, hasKeyring, hasPlace] = [files.live, files.keyring, files.place].map(existsSync)
    if (!live && !hasKeyring && !hasPlace && !hasHistory(files)) return { access, place, failure: null }
    // Without this file nothing is lost: the office itself knows the rest when it is opened.
    place = (await placeIn(files.place)) ?? { version: 1, language: 'nl', practice, published: null }
    if (live) keepStrayJournal(files, () => clock.stamp(), ops)
    const failure = live ? null : new OfficeFileError('UNREADABLE_FILE', files.live)
    access = await Access.load(files.keyring, host, passwordCost)
    return { access, place, failure }
  } catch (error) {
    const failure =
      error instanceof OfficeFileError
        ? error
        : new OfficeFileError('FOLDER_NOT_WRITABLE', files.dir, { cause: error })
    const live = existsSync(files.live)
    return { access, place, failure: live ? failure : missing(files, failure) }
  }
}

/** The database comes first: without it, a keyring that is gone too is of no use. */
function missing(files: ProfileFiles, failure: OfficeFileError): OfficeFileError {
  return failure.path === files.keyring ? new OfficeFileError('UNREADABLE_FILE', files.live) : failure
}

/**
 * Null when it is gone or is not what this program wrote. A disk that does not give it now is asked again, and when it
 * goes on refusing the start says so: taken for gone, it would be written anew, and what it knows forgotten.
 */
async function placeIn(file: string): Promise<Place | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      return readPlace(file)
    } catch (error) {
      const code = codeOf(error instanceof OfficeFileError ? error.cause : error)
      if (!code.startsWith('E') || code === 'ENOENT') return null
      if (tries === 3) throw error
      await wait(50)
    }
  }
}

/** An office was here: its copies still are. */
function hasHistory(files: ProfileFiles): boolean {
  return [files.snapshots, files.aside].some((folder) => existsSync(folder) && readdirSync(folder).length > 0)
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Which file this is, also when another is put under its name. */
function identity(file: string): string {
  const stat = statSync(file, { bigint: true })
  return `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`
}

/**
 * A journal with something in it is played back into the database beside it. Where another file was put under the
 * database's name since, the engine must not get it to see: it would write old pages into the new file. It moves
 * aside, never away.
 */
function keepStrayJournal(files: ProfileFiles, stamp: () => string, ops: DeskDoor['ops']): void {
  const hot = ['-journal', '-wal'].some(
    (suffix) => (statSync(files.live + suffix, { throwIfNoEntry: false })?.size ?? 0) > 0,
  )
  if (hot && isAnotherFile(files)) moveStrayJournal(files, stamp(), ops)
}

/** Only where the folder is still the one that it was: not after all of it was moved to another disk. */
function isAnotherFile({ dir, live, openMark }: ProfileFiles): boolean {
  const noted = attempt(() => markSchema.parse(JSON.parse(readFileSync(openMark, 'utf8'))))
  return noted !== null && noted.folder === identity(dir) && noted.live !== identity(live)
}

const markSchema = z.object({ folder: z.string(), live: z.string() })

/** Opens the live database; `whole` reads all of it, as is done after an unclean end. @throws OfficeFileError. */
export function openChecked(
  door: Pick<DeskDoor, 'files' | 'version' | 'ops'>,
  key: Buffer,
  whole: boolean,
): WritableDb {
  const { dir, live, openMark } = door.files
  const unclean = existsSync(openMark)
  const db = openLive({ file: live, key, appVersion: door.version, fullCheck: whole || unclean })
  try {
    // After an unclean end also what the engine cannot know: that each row of the history follows the one before.
    if (unclean && !verifyHistory(db).whole) throw new OfficeFileError('DAMAGED_FILE', live)
    writeDurably(openMark, JSON.stringify({ folder: identity(dir), live: identity(live) }), door.ops)
    return db
  } catch (error) {
    closeDb(db)
    throw writeError(error, dir)
  }
}

/** Notes in the place file what it lacks and the opened office knows. */
export function learn(
  { files, access, place: placeNow, putPlace }: DeskDoor,
  db: WritableDb,
  key: Buffer,
): void {
  const [folder, place] = [access()?.folder, placeNow()]
  if (place === null || folder === undefined) return
  const { practice } = readMeta(db)
  const visible = place.visible ?? recognise(folder, db, key, files.dir)
  if (visible === place.visible && practice === place.practice) return
  putPlace({ ...place, practice, ...(visible === undefined ? {} : { visible }) })
}
