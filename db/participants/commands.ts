import type { ParticipantFields } from '#core/api/people.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { searchFold, soundKey } from '#core/names/fold.ts'
import { sortKey } from '#core/names/name.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findParticipant } from './queries.ts'
import { derivedFields, participantFields } from './rows.ts'

const insert = insertSql('participant', [...participantFields, ...derivedFields, 'created_on'])
const update = updateSql('participant', [...participantFields, ...derivedFields])

/** Somebody of whom nothing is known yet. */
export const emptyParticipant: ParticipantFields = {
  given_names: '',
  call_name: '',
  initials: '',
  prefix: '',
  surname: '',
  partner_prefix: '',
  partner_surname: '',
  name_use: 'own',
  form_of_address: 'none',
  own_script_name: '',
  own_script_lang: '',
  pronunciation: '',
  also_known_as: '',
  birth_date: null,
  street: '',
  house_number: '',
  postcode: '',
  city: '',
  phone: '',
  email: '',
  preferred_contact: '',
  languages: '',
  interpreter: '',
  good_to_know: '',
}

/** The columns that are made from the others. A number that is not understood is kept as typed only. */
function derived(fields: ParticipantFields) {
  const phone = normalisePhone(fields.phone)
  return {
    phone_e164: phone.ok ? phone.e164 : '',
    name_fold: searchFold(fields),
    name_key: soundKey(fields),
    sort_key: sortKey(fields),
  }
}

/** @param fields what is not given is empty; one name must be there. @returns the new id. */
export function createParticipant(
  db: WritableDb,
  fields: Given<ParticipantFields>,
  createdOn: string,
): number {
  const row = withGiven(emptyParticipant, fields)
  const { lastInsertRowid } = prepared(db, insert).run({ ...row, ...derived(row), created_on: createdOn })
  return Number(lastInsertRowid)
}

/** Changes what is given; one name must be left. @throws CommandError NOT_FOUND. */
export function saveParticipant(db: WritableDb, id: number, fields: Given<ParticipantFields>): void {
  const row = withGiven<ParticipantFields>(found(findParticipant(db, id)), fields)
  expectOne(prepared(db, update).run({ ...row, ...derived(row), id }))
}
