import type { OpeningView } from '#core/api/places.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { openingFields, openingOf } from './rows.ts'
import type { OpeningViewRow } from './rows.ts'

/** The stages in which somebody is really there and takes a place, as a bound list. */
export const runningStages = JSON.stringify(['trial', 'placed'])

const select = `SELECT ${columnsOf('o', ['id', 'host_id', ...openingFields])}, h.name AS hostName,
       (SELECT count(*) FROM placement l
         WHERE l.opening_id = o.id AND l.stage IN (SELECT value FROM json_each(@runningStages))) AS taken
  FROM opening o JOIN host h ON h.id = o.host_id`

/** What all organisations offer, closed openings too, by organisation. `taken` counts who is there now. */
export function listOpenings(db: ReadableDb): OpeningView[] {
  return prepared<[{ runningStages: string }], OpeningViewRow>(
    db,
    `${select} WHERE h.active = 1 ORDER BY h.name COLLATE NOCASE, h.id, o.closed, o.title COLLATE NOCASE, o.id`,
  )
    .all({ runningStages })
    .map(openingOf)
}

/** What one organisation offers: open first. */
export function listOpeningsAt(db: ReadableDb, hostId: number): OpeningView[] {
  return prepared<[{ runningStages: string; hostId: number }], OpeningViewRow>(
    db,
    `${select} WHERE o.host_id = @hostId ORDER BY o.closed, o.title COLLATE NOCASE, o.id`,
  )
    .all({ runningStages, hostId })
    .map(openingOf)
}

export function findOpening(db: ReadableDb, id: number): OpeningView | null {
  const row = prepared<[{ runningStages: string; id: number }], OpeningViewRow>(
    db,
    `${select} WHERE o.id = @id`,
  ).get({ runningStages, id })
  return row === undefined ? null : openingOf(row)
}
