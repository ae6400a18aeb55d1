import type { Opening } from '#core/api/places.ts'
import type { WritableDb } from '../database.ts'
import { findHost } from '../hosts/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { setWeekParts } from '../week-parts.ts'
import { findOpening } from './queries.ts'
import { openingFields } from './rows.ts'
import type { OpeningLists } from './rows.ts'

const insert = insertSql('opening', ['host_id', ...openingFields])
const update = updateSql('opening', openingFields)

/** What has to be known of an opening; the rest is empty, for one person and open. */
export type NewOpening = Pick<Opening, 'host_id' | 'title' | 'kind'> & Given<Opening & OpeningLists>

const emptyOpening: Omit<Opening, 'id' | 'host_id' | 'title' | 'kind'> = {
  tasks: '',
  days: '',
  minutes_per_week: null,
  capacity: 1,
  language_level: '',
  demands: '',
  open_from: null,
  open_until: null,
  closed: false,
  sector: '',
  place: '',
  postcode: '',
  surroundings: '',
  company: '',
  licence: '',
  insurance: '',
  parts_needed: null,
  confirmed_on: null,
}

/** @returns the new id. @throws CommandError NOT_FOUND when the organisation does not exist. */
export function createOpening(db: WritableDb, { parts, heavy, ...fields }: NewOpening): number {
  found(findHost(db, fields.host_id))
  const { host_id, title, kind } = fields
  const row = withGiven<Omit<Opening, 'id'>>({ ...emptyOpening, host_id, title, kind }, fields)
  const id = Number(prepared(db, insert).run({ ...row, closed: flag(row.closed) }).lastInsertRowid)
  replaceLists(db, id, { parts, heavy })
  return id
}

/** Changes what is given; the half-days and what is heavy are replaced whole. @throws CommandError NOT_FOUND. */
export function saveOpening(
  db: WritableDb,
  id: number,
  { parts, heavy, ...fields }: Given<Opening, (typeof openingFields)[number]> & Given<OpeningLists>,
): void {
  const row: Opening = withGiven<Opening>(found(findOpening(db, id)), fields)
  expectOne(prepared(db, update).run({ ...row, closed: flag(row.closed) }))
  replaceLists(db, id, { parts, heavy })
}

/** What stays the same is not touched, so that the history says what was changed. */
function replaceLists(db: WritableDb, id: number, { parts, heavy }: Given<OpeningLists>): void {
  if (parts !== undefined) setWeekParts(db, 'opening', id, parts)
  if (heavy !== undefined) {
    const lists = { id, json: JSON.stringify(heavy) }
    prepared<[typeof lists]>(
      db,
      `DELETE FROM opening_demand WHERE opening_id = @id AND item NOT IN (
         SELECT e.value ->> 'item' FROM json_each(@json) e)`,
    ).run(lists)
    prepared<[typeof lists]>(
      db,
      `INSERT INTO opening_demand (opening_id, item, amount)
       SELECT @id, e.value ->> 'item', e.value ->> 'amount' FROM json_each(@json) e WHERE true
       ON CONFLICT (opening_id, item) DO UPDATE SET amount = excluded.amount`,
    ).run(lists)
  }
}
