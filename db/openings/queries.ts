import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { openingFields, openingOf } from './rows.ts'
import type { OpeningViewRow, StoredOpening } from './rows.ts'

/** The stages in which somebody is really there and takes a place, as a bound list. */
export const runningStages = JSON.stringify(['trial', 'placed'])

const select = `SELECT ${columnsOf('o', ['id', 'host_id', ...openingFields])}, h.name AS hostName, h.city AS hostPlace,
       (SELECT count(*) FROM placement l
         WHERE l.opening_id = o.id AND l.stage IN (SELECT value FROM json_each(@runningStages))) AS taken,
       (SELECT json_group_array(json_object('weekday', weekday, 'part', part)
                 ORDER BY weekday, CASE part WHEN 'morning' THEN 1 WHEN 'afternoon' THEN 2 ELSE 3 END)
          FROM opening_part WHERE opening_id = o.id) AS parts,
       (SELECT json_group_array(json_object('item', item, 'amount', amount) ORDER BY item)
          FROM opening_demand WHERE opening_id = o.id) AS heavy
  FROM opening o JOIN host h ON h.id = o.host_id`

/** What all organisations offer, closed openings too, by organisation. `taken` counts who is there now. */
export function listOpenings(db: ReadableDb): StoredOpening[] {
  return prepared<[{ runningStages: string }], OpeningViewRow>(
    db,
    `${select} WHERE h.active = 1 ORDER BY h.name COLLATE NOCASE, h.id, o.closed, o.title COLLATE NOCASE, o.id`,
  )
    .all({ runningStages })
    .map(openingOf)
}

/** What one organisation offers: open first. */
export function listOpeningsAt(db: ReadableDb, hostId: number): StoredOpening[] {
  return prepared<[{ runningStages: string; hostId: number }], OpeningViewRow>(
    db,
    `${select} WHERE o.host_id = @hostId ORDER BY o.closed, o.title COLLATE NOCASE, o.id`,
  )
    .all({ runningStages, hostId })
    .map(openingOf)
}

export function findOpening(db: ReadableDb, id: number): StoredOpening | null {
  const row = prepared<[{ runningStages: string; id: number }], OpeningViewRow>(
    db,
    `${select} WHERE o.id = @id`,
  ).get({ runningStages, id })
  return row === undefined ? null : openingOf(row)
}
