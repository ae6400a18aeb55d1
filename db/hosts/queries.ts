import type { Host } from '#core/api/places.ts'
import { fold } from '#core/names/fold.ts'
import type { ReadableDb } from '../database.ts'
import { runningStages } from '../openings/queries.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { hostFields } from './rows.ts'

const columns = columnsOf('h', ['id', ...hostFields])

/**
 * Organisations by name, of which every typed word occurs in the name, the sector, the town or the contact.
 * `openings` counts what is not closed, `placed` the people who are there now.
 */
export function listHosts(db: ReadableDb, query: string): (Host & { openings: number; placed: number })[] {
  return prepared<[string, string], Host & { openings: number; placed: number }>(
    db,
    `SELECT ${columns},
            (SELECT count(*) FROM opening o WHERE o.host_id = h.id AND o.closed = 0) AS openings,
            (SELECT count(*) FROM placement l JOIN opening o ON o.id = l.opening_id
              WHERE o.host_id = h.id AND l.stage IN (SELECT value FROM json_each(?))) AS placed
       FROM host h
      WHERE h.active = 1
        AND NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(h.name_fold, word.value) = 0)
      ORDER BY h.name COLLATE NOCASE, h.id`,
  ).all(runningStages, JSON.stringify(typedWords(query)))
}

export function findHost(db: ReadableDb, id: number): Host | null {
  return prepared<[number], Host>(db, `SELECT ${columns} FROM host h WHERE h.id = ?`).get(id) ?? null
}

function typedWords(query: string): string[] {
  return fold(query)
    .split(' ')
    .filter((word) => word !== '')
}
