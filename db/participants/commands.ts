import type { ParticipantFields } from '#core/api/people.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { searchFold, soundKey } from '#core/names/fold.ts'
import { keptPrefix, sortKey } from '#core/names/name.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
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
  prefix_capital: false,
  surname: '',
  partner_prefix: '',
  partner_surname: '',
  name_use: 'own',
  form_of_address: 'none',
  document_name: '',
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
  emergency_name: '',
  emergency_phone: '',
  emergency_relation: '',
}

/** As it is stored: the prefix as it is written after a first name. */
function stored(fields: ParticipantFields) {
  const prefix = keptPrefix(fields.prefix, fields.prefix_capital)
  return { ...fields, prefix, prefix_capital: flag(fields.prefix_capital), ...derived(fields) }
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
  const { lastInsertRowid } = prepared(db, insert).run({ ...stored(row), created_on: createdOn })
  return Number(lastInsertRowid)
}

/** Changes what is given; one name must be left. @throws CommandError NOT_FOUND. */
export function saveParticipant(db: WritableDb, id: number, fields: Given<ParticipantFields>): void {
  const row = withGiven<ParticipantFields>(found(findParticipant(db, id)), fields)
  expectOne(prepared(db, update).run({ ...stored(row), id }))
}
