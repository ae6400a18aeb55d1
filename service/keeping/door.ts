import type { Staff } from '#core/api/app.ts'
import type { WritableDb } from '#db/database.ts'
import type { FileOps } from '#db/file-ops.ts'
import type { Access } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { HostServices } from '../host.ts'
import type { Log } from '../log.ts'
import type { Publisher } from '../publisher.ts'
import type { Place, ProfileFiles } from '../sidecar.ts'
import type { Disks } from './place-check.ts'

/** What the work on the office as a whole (its codes, its copies, another file in its place) asks of the desk. */
export interface DeskDoor {
  readonly files: ProfileFiles
  readonly host: HostServices
  readonly clock: Clock
  readonly version: string
  readonly suggestedFolder: string
  readonly log: Log
  /** A cheaper scrypt, for tests. */
  readonly passwordCost: number | undefined
  readonly disks: Disks
  /** The real file system; a test makes it fail. */
  readonly ops: FileOps
  /** Null where there is no keyring, or none that can be read. */
  access(): Access | null
  place(): Place | null
  /** @throws what the file system throws; the new place then still counts until the end. */
  putPlace(place: Place): void
  /** The key of a live file that could not be opened with it; null in every other case. */
  rescueKey(): Buffer | null
  /** The opened office with who is signed in. */
  opened(): { db: WritableDb; key: Buffer; staff: Staff; publisher: Publisher } | null
  /** Runs after, and before, every other change of who is in. Not inside itself. */
  inTurn<T>(run: () => Promise<T>): Promise<T>
  /** Lets running calls finish, publishes and closes; nobody is signed in afterwards. Only in turn. */
  closeOffice(): Promise<void>
  /** @returns false when this person does not work here (any more). Only in turn. @throws OfficeFileError. */
  openOffice(key: Buffer, staffId: number): boolean
  /** Looks anew which files there are. Only in turn, with the office closed. */
  look(): Promise<void>
}
