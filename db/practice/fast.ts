import { assertPragma } from '../connect.ts'
import { connection } from '../database.ts'
import type { WritableDb } from '../database.ts'
import { bulkLoad } from '../history/commands.ts'

/**
 * Runs `fill` without waiting for the disk at each commit: only for a file that is thrown away as a whole when
 * it is cut off, as an office that is being founded is. When this returns, everything is on the disk.
 */
export async function withoutWaiting<T>(db: WritableDb, fill: () => Promise<T>): Promise<T> {
  const raw = connection(db)
  assertPragma(raw, 'synchronous', 'OFF', 0)
  let result: T
  try {
    result = await fill()
  } finally {
    assertPragma(raw, 'synchronous', 'FULL', 2)
  }
  // A commit that waits takes all earlier ones of this file to the disk with it.
  bulkLoad(db, () => undefined)
  return result
}
