import type { Opening } from '#core/api/places.ts'
import type { WritableDb } from '../database.ts'
import { findHost } from '../hosts/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findOpening } from './queries.ts'
import { openingFields } from './rows.ts'

const insert = insertSql('opening', ['host_id', ...openingFields])
const update = updateSql('opening', openingFields)

/** What has to be known of an opening; the rest is empty, for one person and open. */
export type NewOpening = Pick<Opening, 'host_id' | 'title' | 'kind'> & Given<Opening>

/** @returns the new id. @throws CommandError NOT_FOUND when the organisation does not exist. */
export function createOpening(db: WritableDb, fields: NewOpening): number {
  found(findHost(db, fields.host_id))
  const empty: Omit<Opening, 'id'> = {
    host_id: fields.host_id,
    title: fields.title,
    kind: fields.kind,
    tasks: '',
    days: '',
    minutes_per_week: null,
    capacity: 1,
    language_level: '',
    demands: '',
    open_from: null,
    open_until: null,
    closed: false,
  }
  const row = withGiven(empty, fields)
  return Number(prepared(db, insert).run({ ...row, closed: flag(row.closed) }).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveOpening(
  db: WritableDb,
  id: number,
  fields: Given<Opening, (typeof openingFields)[number]>,
): void {
  const row: Opening = withGiven<Opening>(found(findOpening(db, id)), fields)
  expectOne(prepared(db, update).run({ ...row, closed: flag(row.closed) }))
}
