import type { Host } from '#core/api/places.ts'
import { fold } from '#core/names/fold.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findHost } from './queries.ts'
import { hostFields } from './rows.ts'

const stored = [...hostFields, 'name_fold'] as const

const emptyHost: Omit<Host, 'id'> = {
  name: '',
  kind: 'employer',
  sector: '',
  street: '',
  house_number: '',
  postcode: '',
  city: '',
  phone: '',
  email: '',
  contact_name: '',
  contact_function: '',
  remarks: '',
}

const foldOf = (host: Omit<Host, 'id'>) =>
  fold([host.name, host.sector, host.city, host.contact_name].join(' '))

/** @param fields what is not given is empty; `name` must not be. @returns the new id. */
export function createHost(db: WritableDb, fields: Given<Omit<Host, 'id'>>): number {
  const host = withGiven(emptyHost, fields)
  const { lastInsertRowid } = prepared(db, insertSql('host', stored)).run({
    ...host,
    name_fold: foldOf(host),
  })
  return Number(lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveHost(db: WritableDb, id: number, fields: Given<Omit<Host, 'id'>>): void {
  const host: Host = withGiven(found(findHost(db, id)), fields)
  expectOne(prepared(db, updateSql('host', stored)).run({ ...host, name_fold: foldOf(host) }))
}
