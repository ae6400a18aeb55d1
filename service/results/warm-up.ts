import { setImmediate as turn } from 'node:timers/promises'
import type { ReadableDb } from '#db/database.ts'
import { readAhead } from '#db/results/kept.ts'

/**
 * Reads what reports count, a few milliseconds at a time, so that the first report comes at once. For a quiet moment;
 * everything works without it.
 */
export async function prepareReports(db: ReadableDb): Promise<void> {
  const ahead = readAhead(db)
  while (db.open && ahead.next().done !== true) await turn()
}
