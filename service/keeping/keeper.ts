import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CopiesState } from '#core/api/keeping.ts'
import { readContent } from '#db/copies/content.ts'
import { commitSeq } from '#db/check.ts'
import type { WritableDb } from '#db/database.ts'
import { writeError } from '#db/file-errors.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { cleanUp } from './cleaning.ts'
import { cloudOf } from './cloud.ts'
import type { DeskDoor } from './door.ts'
import { checkCopyFolder } from './place-check.ts'
import { isOutside, SecondFolder } from './second-folder.ts'
import { copyName, type KeptSnapshot, Snapshots, type SnapshotReason } from './snapshots.ts'
import { verifiedCopy } from './verified-copy.ts'

/** Times in milliseconds. */
export interface KeeperTimes {
  /** At most one snapshot in this time, while there are changes. */
  readonly every: number
  /** After a change, so that it does not come in the middle of a row of saves. */
  readonly quiet: number
  /** Between attempts where one failed. */
  readonly retry: number
}
export const keeperTimes: KeeperTimes = { every: 30 * 60_000, quiet: 5_000, retry: 10 * 60_000 }

/** Without a copy outside this PC for longer than this, in ms, staff are told. */
const longestInside = 7 * 24 * 60 * 60_000

/** Makes the copies of an opened office by the clock, and those that staff ask for. */
export class Keeper {
  readonly #door: DeskDoor
  readonly #db: WritableDb
  readonly #key: Buffer
  readonly #ops: FileOps
  readonly #times: KeeperTimes
  readonly #second: SecondFolder
  readonly #snapshots: Snapshots
  #timer: NodeJS.Timeout | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(
    door: DeskDoor,
    office: { db: WritableDb; key: Buffer },
    times: KeeperTimes = keeperTimes,
    ops: FileOps = nodeFiles,
  ) {
    this.#door = door
    this.#db = office.db
    this.#key = office.key
    this.#ops = ops
    this.#times = times
    this.#snapshots = new Snapshots(door.files, door.clock)
    this.#second = new SecondFolder(door, this.#snapshots, office.key, ops, times.retry)
  }

  /** What an earlier time left to be done. Never throws. */
  start(): void {
    try {
      this.#snapshots.adoptMigrationCopies(this.#db, this.#ops)
      if (this.#isBehind()) this.changed()
      else void this.#second.bringUp()
    } catch (error) {
      this.#door.log({ event: 'snapshot_failed', error })
    }
  }

  /** A command was committed. Never throws and returns at once. */
  changed(): void {
    if (this.#timer !== null) return
    this.#schedule(Math.max(this.#times.quiet, this.#times.every - this.#sinceLast()))
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#byClock('time')
    }, delay)
    this.#timer.unref()
  }

  /** @returns null when it failed, which is tried again. */
  async #byClock(why: SnapshotReason): Promise<void> {
    try {
      if (this.#isBehind()) await this.make(why)
    } catch (error) {
      this.#door.log({ event: 'snapshot_failed', error })
      if (this.#timer === null && why === 'time') this.#schedule(this.#times.retry)
    }
  }

  #isBehind(): boolean {
    return this.#newest()?.commitSeq !== commitSeq(this.#db)
  }

  #newest(): KeptSnapshot | undefined {
    const [newest] = this.#snapshots.list()
    return newest?.keyId === this.#door.access()?.keyId ? newest : undefined
  }

  /** In ms; a clock that was put back counts as long ago. */
  #sinceLast(): number {
    const last = this.#newest()
    const since = last === undefined ? Infinity : Date.parse(this.#door.clock.now()) - Date.parse(last.madeAt)
    return since >= 0 ? since : Infinity
  }

  /** Makes a snapshot now, whatever the clock says, and brings it to the second folder after that. @throws OfficeFileError. */
  async make(why: SnapshotReason): Promise<KeptSnapshot> {
    const made = await this.#inTurn(async () => {
      const copy = await this.#snapshots.make(this.#db, this.#key, why, this.#ops)
      await cleanUp({ ...this.#door, ops: this.#ops })
      return copy
    })
    void this.#second.bringUp()
    return made
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run)
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  /**
   * Before the office is closed: a snapshot when something changed since the last one; at signing out only when
   * its time has come, as a screen that is locked often must not drive out the older ones. Never rejects.
   */
  async closing(why: 'closing' | 'sign_out'): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (why === 'closing') await this.#byClock('closing')
    else if (this.#sinceLast() >= this.#times.every) await this.#byClock('time')
    await this.#queue
    if (why === 'closing') await this.#second.bringUp()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#second.stop()
  }

  state(): CopiesState {
    this.#snapshots.learn(this.#key, this.#ops)
    const { second, outside } = this.#door.place() ?? {}
    const folders = [this.#door.access()?.folder ?? '', second?.folder ?? '']
    const clouds = folders.flatMap((folder) => {
      const service = folder === '' ? null : cloudOf(folder, process.env)
      return service === null ? [] : [{ folder, service }]
    })
    const content = readContent(this.#db)
    const since = Date.parse(this.#door.clock.now()) - Date.parse(outside?.at ?? content.createdAt)
    const toLose = content.participantIds.length > 0 && !content.practice
    return {
      snapshots: this.#snapshots.list(),
      secondFolder: second?.folder ?? null,
      secondOnSameDisk:
        second !== undefined && !isOutside(second.folder, this.#door.files.dir, this.#door.disks),
      secondProblem: second === undefined ? null : this.#second.problem,
      lastOutsideAt: outside?.at ?? null,
      outsideOverdue: toLose && since > longestInside && outside?.commitSeq !== content.commitSeq,
      cloud: clouds[0] ?? null,
    }
  }

  /** @throws OfficeFileError NOT_THIS_PLACE, CommandError FOLDER_NOT_WRITABLE. A folder that cannot be written later is no error. */
  async setSecondFolder(folder: string | null): Promise<void> {
    const place = this.#door.place()
    if (place === null) return
    const { second: _before, ...rest } = place
    if (folder === null) {
      this.#door.putPlace(rest)
      return
    }
    const full = this.#check(folder)
    this.#door.putPlace({ ...rest, second: { folder: full, commitSeq: null } })
    this.#makeFolder(full)
    if (this.#isBehind()) await this.make('asked')
    await this.#second.bringUp()
  }

  #makeFolder(folder: string): void {
    try {
      this.#ops.makeFolder(folder)
    } catch (error) {
      throw writeError(error, folder)
    }
  }

  #check(folder: string): string {
    return checkCopyFolder(folder, this.#door.files.dir, this.#door.access()?.folder ?? '')
  }

  /**
   * Copies the office as it is now to a stick, reads back and compares. When this settles, the stick can be taken
   * out. @throws OfficeFileError NOT_THIS_PLACE, COPY_DIFFERS, DISK_FULL and others; CommandError FOLDER_NOT_WRITABLE.
   */
  async toStick(folder: string): Promise<{ path: string; bytes: number; participants: number }> {
    const full = this.#check(folder)
    const known = this.#newest()
    const newest =
      known !== undefined && !this.#isBehind() && this.#snapshots.has(known.id)
        ? known
        : await this.make('asked')
    this.#makeFolder(full)
    const stamp = this.#door.clock.stamp().slice(0, '2026-11-18 14.32'.length)
    const name = copyName(stamp, newest.keyId, (taken) => existsSync(join(full, taken)))
    const source = this.#snapshots.path(newest.id)
    const { path, bytes } = await verifiedCopy({ source, folder: full, name, key: this.#key }, this.#ops)
    const place = this.#door.place()
    if (place !== null && isOutside(full, this.#door.files.dir, this.#door.disks)) {
      const outside = { at: this.#door.clock.now(), commitSeq: newest.commitSeq ?? 0 }
      this.#door.putPlace({ ...place, outside })
    }
    return { path, bytes, participants: newest.participants ?? 0 }
  }
}
