import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { OfficeFileError } from '#db/database.ts'

/** The files of one PC's profile. All but the visible one, which is in the folder that the office chose. */
export interface ProfileFiles {
  readonly dir: string
  /** The live database: private, never copied by hand. */
  readonly live: string
  /** The live database while set-up makes it. */
  readonly newLive: string
  /** Who can open it on this PC. */
  readonly keyring: string
  /** What else is needed before anybody signed in, and about this PC only. */
  readonly place: string
  /** Stands only while set-up runs: what it made may be taken away when it did not finish. */
  readonly setupMark: string
  /** Stands while the live database is open: there at the start means that the program did not end well. */
  readonly openMark: string
}

export function profileFiles(dir: string): ProfileFiles {
  return {
    dir,
    live: join(dir, 'live.db'),
    newLive: join(dir, 'new-live.db'),
    keyring: join(dir, 'keyring.json'),
    place: join(dir, 'place.json'),
    setupMark: join(dir, 'setup.busy'),
    openMark: join(dir, 'open.busy'),
  }
}

/** The file that people see, copy and put back. */
export const visibleFileName = 'Trajectboek.db'

const placeSchema = z.object({
  version: z.literal(1),
  language: z.enum(['nl', 'en']),
  practice: z.boolean(),
  /** Of the last publish: when, and up to which commit; null before the first. */
  published: z.object({ at: z.string(), commitSeq: z.int() }).nullable(),
})
export type Place = z.infer<typeof placeSchema>

/** @throws OfficeFileError UNREADABLE_FILE when it is missing or not what this program wrote. */
export function readPlace(file: string): Place {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new OfficeFileError('UNREADABLE_FILE', file, { cause })
  }
}

export function writePlace(file: string, place: Place): void {
  writeDurably(file, JSON.stringify(place, null, 2))
}

/** Old or new after a power cut, never a part: a temporary file beside it, flushed, then renamed over it. */
export function writeDurably(file: string, text: string): void {
  const temporary = `${file}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
}

/** Removes a file. False when it is still there: one that cannot be removed must not keep the others. */
export function removeFile(path: string): boolean {
  try {
    rmSync(path, { force: true })
    return true
  } catch {
    return false
  }
}

/** The database with its journal; and it is no failure when there is none. */
export function removeDatabase(file: string): void {
  for (const path of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) removeFile(path)
}

/** Takes away what an unfinished set-up left. Touches nothing once a live database stands. */
export function clearUnfinishedSetup(files: ProfileFiles): void {
  if (!existsSync(files.setupMark)) return
  removeDatabase(files.newLive)
  if (!existsSync(files.live)) {
    removeSidecars(files)
  }
  removeFile(files.setupMark)
}

/** The sidecars with what their writers leave beside them. */
export function removeSidecars(files: ProfileFiles): void {
  for (const path of [files.keyring, `${files.keyring}.bak`, files.place])
    for (const file of [path, `${path}.new`]) removeFile(file)
}
