import { createHash } from 'node:crypto'
import { commitSeq } from '#db/check.ts'
import type { ReadableDb } from '#db/database.ts'
import { prepared } from '#db/prepare.ts'

/**
 * One text for everything that the office holds: equal exactly when every row of every table is. Left out are the
 * audit (looking at things writes there too), the file's own row (its key changes with the code), and what a
 * migration writes about itself. The hashes of the history are left to `verifyHistory`.
 */
export function contentOf(db: ReadableDb): string {
  const tables = prepared<[], { name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
        AND name NOT IN ('audit', 'meta') ORDER BY name`,
  ).all()
  const hash = createHash('sha256')
  for (const { name } of tables) {
    hash.update(`\n${name}\n`)
    for (const row of prepared<[], Record<string, unknown>>(db, `SELECT * FROM "${name}"`).iterate()) {
      if (name === 'change_set') {
        if (String(row['command']).startsWith('migrate_')) continue
        delete row['hash']
        delete row['prev_hash']
      }
      for (const [column, value] of Object.entries(row))
        if (value instanceof Uint8Array) row[column] = hex(value)
      hash.update(JSON.stringify(row))
    }
  }
  return hash.digest('hex').slice(0, 24)
}

const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export interface Looked {
  readonly content: string
  /** How many commands changed something. */
  readonly seq: number
}

export const lookAt = (db: ReadableDb): Looked => ({ content: contentOf(db), seq: commitSeq(db) })
