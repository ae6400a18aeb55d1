import type { Staff } from '#core/api/app.ts'
import type { WritableDb } from '#db/database.ts'
import type { Drafts } from '#db/drafts/drafts.ts'
import type { HostServices } from './host.ts'

/** An opened office with somebody signed in: what every feature gets. */
export interface OfficeContext {
  readonly db: WritableDb
  /** Who is signed in, with the role of this moment. */
  readonly staff: Staff
  /** What is being typed and was not saved yet. */
  readonly drafts: Drafts
  readonly host: HostServices
  /** The office's day, `YYYY-MM-DD`. Fixed in the practice office, the clock's otherwise. */
  readonly today: string
  /** This moment, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string
  /**
   * Runs `fn` as one command: one transaction, one change set in the history, then a publish soon after.
   * Returns after the commit. `changeSetId` is null when nothing changed.
   */
  command<T>(name: string, fn: () => T): { result: T; changeSetId: number | null }
  /** Takes back the last change set, or the given one; see db/history. */
  undo(changeSetId?: number): { command: string; changeSetId: number }
  /** Who can open the office on this PC: the sidecar beside the live database. */
  readonly access: OfficeAccess
}

export interface OfficeAccess {
  has(staffId: number): boolean
  /** Makes the slot of a password ready: a second of work, so before the command. */
  prepare(password: string): Promise<PreparedSlot>
  /** Whether this is the password of who is signed in: a second of work. */
  isPassword(password: string): Promise<boolean>
  /** This person's password opens nothing any more. @throws OfficeFileError; then it still does. */
  remove(staffId: number): Promise<void>
  /** What the locked screen shows; after the office was renamed. Never rejects: the next sign-in does it again. */
  rename(office: { name: string; language: 'nl' | 'en' }): Promise<void>
}

export interface PreparedSlot {
  /** From now on this person opens the office with that password. @throws OfficeFileError; then nothing changed. */
  put(person: { id: number; name: string }): Promise<void>
}
