import type { Host, HostPerson } from '#core/api/hosts.ts'
import { fold } from '#core/names/fold.ts'
import { sectorSearchWords } from '#core/network/sectors.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findHost, findHostPerson, listHostPeople, listPlacedAt } from './queries.ts'
import { hostFields, personFields } from './rows.ts'

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
  offers: '',
  guidance: '',
  languages: '',
  experience: '',
  remarks: '',
}

const foldOf = (host: Omit<Host, 'id'>, people: readonly string[]) =>
  fold([host.name, sectorSearchWords(host.sector), host.city, ...people].join(' '))

const namesAt = (db: WritableDb, hostId: number) =>
  listHostPeople(db, hostId)
    .filter((person) => person.active)
    .map((person) => person.name)

/** @param fields what is not given is empty; `name` must not be. @returns the new id. */
export function createHost(db: WritableDb, fields: Given<Omit<Host, 'id'>>): number {
  const host = withGiven(emptyHost, fields)
  const { lastInsertRowid } = prepared(db, insertSql('host', stored)).run({
    ...host,
    name_fold: foldOf(host, []),
  })
  return Number(lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveHost(db: WritableDb, id: number, fields: Given<Omit<Host, 'id'>>): void {
  const host: Host = withGiven(found(findHost(db, id)), fields)
  const name_fold = foldOf(host, namesAt(db, id))
  expectOne(prepared(db, updateSql('host', stored)).run({ ...host, name_fold }))
}

/**
 * Whether the organisation may still be asked.
 * @throws CommandError NOT_FOUND; HOST_HAS_PEOPLE when somebody has a place there, or is on the way to one.
 */
export function setHostActive(db: WritableDb, id: number, active: boolean): void {
  if (!active && listPlacedAt(db, id).some((one) => one.stage !== 'ended'))
    throw new CommandError('HOST_HAS_PEOPLE')
  expectOne(prepared(db, 'UPDATE host SET active = ? WHERE id = ?').run(flag(active), id))
}

/** What has to be known of somebody at an organisation; the rest is empty. */
export type NewHostPerson = Pick<HostPerson, 'host_id' | 'name'> & Given<HostPerson>

/** @returns the new id. @throws CommandError NOT_FOUND when the organisation does not exist. */
export function addHostPerson(db: WritableDb, fields: NewHostPerson): number {
  found(findHost(db, fields.host_id))
  const empty = { host_id: fields.host_id, name: '', function_title: '', phone: '', email: '', remark: '' }
  const insert = insertSql('host_person', ['host_id', ...personFields])
  const { lastInsertRowid } = prepared(db, insert).run(withGiven(empty, fields))
  refold(db, fields.host_id)
  return Number(lastInsertRowid)
}

/** Changes what is given; `active: false` for who works there no more. @throws CommandError NOT_FOUND. */
export function saveHostPerson(
  db: WritableDb,
  id: number,
  fields: Given<Omit<HostPerson, 'id' | 'host_id'>>,
): void {
  const row: HostPerson = withGiven(found(findHostPerson(db, id)), fields)
  const update = updateSql('host_person', [...personFields, 'active'])
  expectOne(prepared(db, update).run({ ...row, active: flag(row.active) }))
  refold(db, row.host_id)
}

/** Keeps the words that an organisation is found by in step with who works there. */
function refold(db: WritableDb, hostId: number): void {
  const name_fold = foldOf(found(findHost(db, hostId)), namesAt(db, hostId))
  prepared(db, 'UPDATE host SET name_fold = ? WHERE id = ?').run(name_fold, hostId)
}
