import type { Staff } from '#core/api/app.ts'
import type { WritableDb } from '#db/database.ts'
import type { HostServices } from './host.ts'

/** An opened office with somebody signed in: what every feature gets. */
export interface OfficeContext {
  readonly db: WritableDb
  readonly staff: Staff
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
}
