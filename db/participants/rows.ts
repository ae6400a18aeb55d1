import type { Participant } from '#core/api/people.ts'
import type { NameParts } from '#core/names/name.ts'

/** The parts that a name is made of; see core/names. No other table has columns of these names but case_manager. */
export const nameColumns = [
  'given_names',
  'call_name',
  'initials',
  'prefix',
  'surname',
  'partner_prefix',
  'partner_surname',
  'name_use',
  'form_of_address',
] as const satisfies (keyof NameParts)[]

/** What is typed about a participant. */
export const participantFields = [
  ...nameColumns,
  'prefix_capital',
  'document_name',
  'own_script_name',
  'own_script_lang',
  'pronunciation',
  'also_known_as',
  'birth_date',
  'street',
  'house_number',
  'postcode',
  'city',
  'phone',
  'email',
  'preferred_contact',
  'languages',
  'interpreter',
  'good_to_know',
  'emergency_name',
  'emergency_phone',
  'emergency_relation',
] as const satisfies (keyof Participant)[]

/** What is made from it, so that a search or a list never has to. */
export const derivedFields = ['phone_e164', 'name_fold', 'name_key', 'sort_key'] as const

/** Only the parts of the name, of a row that holds more. */
export function namePartsOf(row: NameParts): NameParts {
  return {
    given_names: row.given_names,
    call_name: row.call_name,
    initials: row.initials,
    prefix: row.prefix,
    surname: row.surname,
    partner_prefix: row.partner_prefix,
    partner_surname: row.partner_surname,
    name_use: row.name_use,
    form_of_address: row.form_of_address,
  }
}
