import type { CopiesState } from '#core/api/keeping.ts'
import type { FileOps } from '#db/file-ops.ts'
import { cloudOf } from './cloud.ts'
import type { DeskDoor } from './door.ts'
import type { Disks } from './place-check.ts'
import type { Snapshots } from './snapshots.ts'
import { verifiedCopy } from './verified-copy.ts'

type Problem = NonNullable<CopiesState['secondProblem']>

/** Whether a copy in `folder` is still there when the disk of this PC is gone. */
export function isOutside(folder: string, profileDir: string, disks: Disks): boolean {
  const device = disks.device(folder)
  const other = device === null || device !== disks.device(profileDir)
  return other || disks.isNetwork(folder) || cloudOf(folder, process.env) !== null
}

/**
 * The folder on another disk that is written by itself: after each snapshot, its newest stands there under one
 * name. What cannot be written is tried again; that it could not is kept to be told.
 */
export class SecondFolder {
  readonly #door: DeskDoor
  readonly #snapshots: Snapshots
  readonly #key: Buffer
  readonly #ops: FileOps
  readonly #retry: number
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #stopped = false
  problem: Problem | null = null

  /** @param retry time between attempts, in ms. */
  constructor(door: DeskDoor, snapshots: Snapshots, key: Buffer, ops: FileOps, retry: number) {
    this.#door = door
    this.#snapshots = snapshots
    this.#key = Buffer.from(key) // closing the office wipes the other
    this.#ops = ops
    this.#retry = retry
  }

  /** Writes the newest snapshot there when it is not there yet. Never rejects. */
  bringUp(): Promise<void> {
    this.#running ??= this.#write().finally(() => (this.#running = null))
    return this.#running
  }

  async #write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const { second } = this.#door.place() ?? {}
    const keyId = this.#door.access()?.keyId
    const newest = this.#snapshots.list().find((snapshot) => snapshot.keyId === keyId)
    if (second === undefined || newest === undefined || second.commitSeq === newest.commitSeq) return
    try {
      await verifiedCopy(
        {
          source: this.#snapshots.path(newest.id),
          folder: second.folder,
          name: `Trajectboek ${newest.keyId}.db`,
          key: this.#key,
        },
        this.#ops,
      )
      const place = this.#door.place()
      if (place === null || place.second?.folder !== second.folder) return // another was chosen meanwhile
      this.#door.putPlace({
        ...place,
        second: { folder: second.folder, commitSeq: newest.commitSeq },
        ...(isOutside(second.folder, this.#door.files.dir, this.#door.disks)
          ? { outside: { at: this.#door.clock.now(), commitSeq: newest.commitSeq ?? 0 } }
          : {}),
      })
      this.problem = null
    } catch (error) {
      this.problem = problemOf(error)
      this.#door.log({ event: 'second_folder_failed', error })
      if (this.#stopped) return
      this.#timer = setTimeout(() => void this.bringUp(), this.#retry)
      this.#timer.unref()
    }
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    void (this.#running ?? Promise.resolve()).then(() => this.#key.fill(0))
  }
}

function problemOf(error: unknown): Problem {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'DISK_FULL' || code === 'FILE_IN_USE' || code === 'COPY_DIFFERS'
    ? code
    : 'FOLDER_NOT_WRITABLE'
}
