import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { OfficeFileError } from '#db/database.ts'
import { nodeFiles, renameShortly, type FileOps } from '#db/file-ops.ts'

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
  /** What is being typed. One file for each code, so that each is of the key that opens the live database. */
  drafts(keyId: string): string
  /** Stands only while set-up runs: what it made may be taken away when it did not finish. */
  readonly setupMark: string
  /** Stands while the live database is open: there at the start means that the program did not end well. */
  readonly openMark: string
  /** Copies by the clock and before what changes much, see keeping/snapshots.ts. */
  readonly snapshots: string
  /** A complete new set of files before it takes the place of the present one, see keeping/swap.ts. */
  readonly incoming: string
  /** Sets of files that gave way, each in a folder with its moment; see keeping/cleaning.ts. */
  readonly aside: string
  /** Stands while one set takes the place of another. */
  readonly swapMark: string
}

export function profileFiles(dir: string): ProfileFiles {
  return {
    dir,
    live: join(dir, 'live.db'),
    newLive: join(dir, 'new-live.db'),
    keyring: join(dir, 'keyring.json'),
    place: join(dir, 'place.json'),
    drafts: (keyId) => join(dir, `drafts-${keyId}.db`),
    setupMark: join(dir, 'setup.busy'),
    openMark: join(dir, 'open.busy'),
    snapshots: join(dir, 'snapshots'),
    incoming: join(dir, 'incoming'),
    aside: join(dir, 'aside'),
    swapMark: join(dir, 'swap.busy'),
  }
}

/** The file that people see, copy and put back. */
export const visibleFileName = 'Trajectboek.db'

const auditEntry = z.object({
  at: z.string(),
  staffId: z.int().nullable(),
  action: z.enum([
    'view',
    'print',
    'export',
    'sign_in',
    'sign_out',
    'failed_sign_in',
    'restore',
    'code',
    'copy',
  ]),
  what: z.string(),
  participantId: z.int().nullable(),
})

const fingerprint = z.object({ bytes: z.int(), head: z.string() })

const placeSchema = z.object({
  version: z.literal(1),
  language: z.enum(['nl', 'en']),
  practice: z.boolean(),
  /** Of the last publish: when, and up to which commit; null before the first. */
  published: z.object({ at: z.string(), commitSeq: z.int() }).nullable(),
  /** Where the visible file stands, for when the keyring, which says so too, cannot be read. */
  folder: z.string().optional(),
  /** After how many minutes without a key or mouse the screen is blanked; 10 when nobody chose. */
  lockMinutes: z.int().min(1).max(10).optional(),
  /** The recovery code: which, since when, and when somebody last typed it from the paper. */
  code: z.object({ keyId: z.string(), madeAt: z.string(), checkedAt: z.string().nullable() }).optional(),
  /** What could not be written in the audit yet: nobody was signed in, or the disk was full. */
  auditLater: z.array(auditEntry).optional(),
  /** The visible file as this program wrote it last, and as it is about to; see keeping/visible-file.ts. */
  visible: fingerprint.extend({ coming: fingerprint.optional() }).optional(),
  /** What the live database held when it was last published: what would be missing when it cannot be read. */
  last: z
    .object({
      at: z.string(),
      commitSeq: z.int(),
      participants: z.int(),
      notes: z.int().optional(),
      attendance: z.int().optional(),
      letters: z.int().optional(),
    })
    .optional(),
  /** The second folder, and the last command that is in the copy there. */
  second: z.object({ folder: z.string(), commitSeq: z.int().nullable() }).optional(),
  /** The last copy outside this PC, on a stick or in the second folder. */
  outside: z.object({ at: z.string(), commitSeq: z.int() }).optional(),
  /** Work that restores left behind: of commands after `after`, between two moments; see keeping/lines.ts. */
  left: z.array(z.object({ after: z.int(), from: z.string(), to: z.string() })).optional(),
  /** The last restore: when, and the folder in `aside` that can be put back. */
  restored: z.object({ at: z.string(), aside: z.string() }).optional(),
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

export function writePlace(file: string, place: z.input<typeof placeSchema>, ops?: FileOps): void {
  writeDurably(file, JSON.stringify(place, null, 2), ops)
}

/** Old or new after a power cut, never a part: a temporary file beside it, flushed, then renamed over it. */
export function writeDurably(file: string, text: string, ops: FileOps = nodeFiles): void {
  const temporary = `${file}.new`
  ops.write(temporary, text)
  ops.sync(temporary)
  renameShortly(temporary, file, ops)
  ops.syncFolder(dirname(file))
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
