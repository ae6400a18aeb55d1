/** The copies that the program keeps by itself, beside the live database: made, listed, thinned. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { snapshotSchema, type Snapshot } from '#core/api/keeping.ts'
import { daysBetween } from '#core/calendar/dates.ts'
import { keptBeforeMigration, keptCopies } from '#core/keeping/retention.ts'
import { readContent } from '#db/copies/content.ts'
import { inspectCopy } from '#db/copies/inspect.ts'
import { writeError } from '#db/file-errors.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import type { ReadableDb, WritableDb } from '#db/database.ts'
import { publish } from '#db/publish.ts'
import type { Clock } from '../clock.ts'
import { writeDurably, type ProfileFiles } from '../sidecar.ts'

export type SnapshotReason = NonNullable<Snapshot['why']>

/** `Trajectboek 2026-11-18 14.32.05 A7KQ.db`: made then, opens with that code. */
const namePattern =
  /^Trajectboek (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})(?:\.(\d{2}))? ([0-9A-Z]{4})(?:-\d+)?\.db$/
const unfinishedPattern = /^Trajectboek .+\.db\.new-[0-9a-f]{8}(-journal)?$/

/** The file name of a copy. @param stamp of the clock, with or without seconds. */
export function copyName(stamp: string, keyId: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = `Trajectboek ${stamp} ${keyId}${number === 1 ? '' : `-${number}`}.db`
    if (!isTaken(name)) return name
  }
}

/** The code that a copy says it opens with, by its name; null when the name says nothing. */
export function keyIdInName(name: string): string | null {
  return / ([0-9A-Z]{4})(?:-\d+)?\.db$/.exec(name)?.[1] ?? null
}

/** Takes away what copies that were cut off left in a folder. Only names that such a copy can have. */
export function clearUnfinished(folder: string, ops: FileOps): void {
  for (const name of ops.list(folder)) {
    if (!unfinishedPattern.test(name)) continue
    try {
      ops.remove(join(folder, name))
    } catch {
      // held by a scanner: the next time
    }
  }
}

/** A snapshot with where it stands in the history of its office. */
export interface KeptSnapshot extends Snapshot {
  readonly commitSeq: number | null
}

const keptSchema = snapshotSchema.extend({ commitSeq: z.int().nullable() })
const indexSchema = z.object({ version: z.literal(1), copies: z.array(keptSchema) })

export class Snapshots {
  readonly #folder: string
  readonly #files: ProfileFiles
  readonly #clock: Clock

  constructor(files: ProfileFiles, clock: Clock) {
    this.#folder = files.snapshots
    this.#files = files
    this.#clock = clock
  }

  path(id: string): string {
    return join(this.#folder, id)
  }

  /** Whether this is the name of a snapshot that is there: names come from the screen. */
  has(id: string): boolean {
    return namePattern.test(id) && existsSync(this.path(id))
  }

  /**
   * Newest first, in the order in which they were made. What is known of them stands in an index beside them; of
   * one that is not in it, what its name says.
   */
  list(): KeptSnapshot[] {
    return this.#inOrder().toReversed()
  }

  #inOrder(): KeptSnapshot[] {
    if (!existsSync(this.#folder)) return []
    const names = readdirSync(this.#folder).filter((name) => namePattern.test(name))
    const known = this.#index().filter(({ id }) => names.includes(id))
    const strangers = names.filter((name) => !known.some(({ id }) => id === name)).toSorted()
    return [...strangers.flatMap((name) => this.#byName(name)), ...known]
  }

  #index(): KeptSnapshot[] {
    try {
      return indexSchema.parse(JSON.parse(readFileSync(join(this.#folder, 'snapshots.json'), 'utf8'))).copies
    } catch {
      return []
    }
  }

  #byName(id: string): KeptSnapshot[] {
    const [, day = '', hour = '', minute = '', second = '00', keyId = ''] = namePattern.exec(id) ?? []
    const at = new Date(`${day}T${hour}:${minute}:${second}`)
    const bytes = statSync(this.path(id), { throwIfNoEntry: false })?.size
    if (bytes === undefined || Number.isNaN(at.getTime())) return []
    const madeAt = `${at.toISOString().slice(0, 19)}Z`
    return [{ id, madeAt, bytes, keyId, participants: null, lastChangeAt: null, why: null, commitSeq: null }]
  }

  /** Reads with `key` what the index does not know. Of those that do not open with it, no more is known after it. */
  learn(key: Buffer, ops: FileOps = nodeFiles): void {
    const copies = this.#inOrder()
    const learnt = copies.map((copy) => {
      if (copy.participants !== null) return copy
      const seen = inspectCopy({ file: this.path(copy.id), keys: [key], scratch: this.#files.dir })
      if (seen.cause !== 'good') return copy
      const { participantIds, lastChangeAt, commitSeq } = seen.content
      return { ...copy, participants: participantIds.length, lastChangeAt, commitSeq }
    })
    if (learnt.some((copy, at) => copy !== copies[at])) this.#write(learnt, ops)
  }

  /**
   * Makes one of the office as it is now, opened and read as a whole after it was written, and takes away those
   * that are not kept any longer. @throws OfficeFileError.
   */
  async make(
    db: WritableDb,
    key: Buffer,
    why: SnapshotReason,
    ops: FileOps = nodeFiles,
  ): Promise<KeptSnapshot> {
    try {
      ops.makeFolder(this.#folder)
      clearUnfinished(this.#folder, ops)
      const about = this.#about(db)
      const now = this.#clock.now()
      const id = copyName(this.#clock.stamp(), about.keyId, (name) => existsSync(this.path(name)))
      const { bytes } = await publish(db, { folder: this.#folder, fileName: id, key, now, ops })
      const made: KeptSnapshot = { id, madeAt: now, bytes, why, ...about }
      this.#write([...this.#inOrder().filter((copy) => copy.id !== id), made], ops)
      this.#thin(ops)
      return made
    } catch (error) {
      throw writeError(error, this.#folder)
    }
  }

  #about(db: ReadableDb) {
    const { keyId, participantIds, lastChangeAt, commitSeq } = readContent(db)
    return { keyId, participants: participantIds.length, lastChangeAt, commitSeq }
  }

  /** Takes in the verified copies that the engine made beside the live database before it migrated. */
  adoptMigrationCopies(db: ReadableDb, ops: FileOps = nodeFiles): void {
    const { dir } = this.#files
    for (const name of ops.list(dir)) {
      if (!/^live\.db\.before-v\d+-\d+$/.test(name)) continue
      mkdirSync(this.#folder, { recursive: true })
      const about = this.#about(db)
      const id = copyName(this.#clock.stamp(), about.keyId, (taken) => existsSync(this.path(taken)))
      ops.rename(join(dir, name), this.path(id))
      ops.syncFolder(this.#folder)
      const bytes = ops.size(this.path(id))
      const commitSeq = Number(/-(\d+)$/.exec(name)?.[1])
      const made: KeptSnapshot = {
        ...about,
        id,
        madeAt: this.#clock.now(),
        bytes,
        commitSeq,
        why: 'before_migration',
      }
      this.#write([...this.#inOrder().filter((copy) => copy.id !== id), made], ops)
    }
  }

  #write(copies: readonly KeptSnapshot[], ops: FileOps): void {
    const text = JSON.stringify({ version: 1, copies }, null, 2)
    writeDurably(join(this.#folder, 'snapshots.json'), text, ops)
  }

  /** Only after one was made and read back: of the office as it is now a good copy stands then. */
  #thin(ops: FileOps): void {
    const copies = this.#inOrder()
    const stay = keptCopies(copies.map(({ id }) => ({ id, day: id.slice(12, 22) })))
    const today = this.#clock.today()
    for (const { id, why } of copies) {
      // What an older program can still open, for when the newer one turns out to be wrong.
      const age = daysBetween(id.slice(12, 22), today)
      if (stay.has(id) || (why === 'before_migration' && age < keptBeforeMigration)) continue
      try {
        ops.remove(this.path(id))
      } catch {
        // held by a scanner: the next time
      }
    }
  }
}
