/** What two dossiers say about one person, field by field, and what becomes of it when they are made one. */
import type { MergeField, MergeSide } from '#core/api/finding.ts'
import type { Participant, ParticipantFields } from '#core/api/people.ts'
import { fold } from '#core/names/fold.ts'
import { fullName } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** The columns behind one choice: an address is chosen as a whole. */
const columnsOfField = {
  given_names: ['given_names'],
  call_name: ['call_name'],
  initials: ['initials'],
  prefix: ['prefix', 'prefix_capital'],
  surname: ['surname'],
  partner_prefix: ['partner_prefix'],
  partner_surname: ['partner_surname'],
  name_use: ['name_use'],
  form_of_address: ['form_of_address'],
  document_name: ['document_name'],
  own_script_name: ['own_script_name', 'own_script_lang'],
  pronunciation: ['pronunciation'],
  also_known_as: ['also_known_as'],
  birth_date: ['birth_date'],
  address: ['street', 'house_number', 'postcode', 'city'],
  phone: ['phone'],
  email: ['email'],
  preferred_contact: ['preferred_contact'],
  languages: ['languages'],
  interpreter: ['interpreter'],
  good_to_know: ['good_to_know'],
  emergency: ['emergency_name', 'emergency_phone', 'emergency_relation'],
} as const satisfies Partial<Record<MergeField, readonly (keyof ParticipantFields)[]>>
type PersonField = keyof typeof columnsOfField
const personFields = Object.keys(columnsOfField) as PersonField[]

/** The columns of a person that are chosen; a test holds them to those that the contract has. */
export const chosenColumns: readonly string[] = Object.values(columnsOfField).flat()

/** Kept under each other when both have something: an agreement that is lost may hurt somebody. */
const lists: ReadonlyMap<MergeField, string> = new Map([
  ['good_to_know', '\n'],
  ['also_known_as', ', '],
  ['languages', ', '],
])

export interface DossierSide {
  person: Participant
  talentCard: string | null
  civic: CivicRow | null
}
export interface CivicRow {
  law: string
  route: string
  pip_on: string | null
  term_ends_on: string | null
  school: string
  remark: string
}

export function readSide(db: ReadableDb, person: Participant): DossierSide {
  return {
    person,
    talentCard:
      prepared<[number], { talent_card: string | null }>(
        db,
        'SELECT talent_card FROM participant WHERE id = ?',
      ).get(person.id)?.talent_card ?? null,
    civic:
      prepared<[number], CivicRow>(
        db,
        `SELECT law, route, pip_on, term_ends_on, school, remark FROM civic_integration WHERE participant_id = ?`,
      ).get(person.id) ?? null,
  }
}

export interface FieldDifference {
  field: MergeField
  kept: string
  other: string
  canBoth: boolean
  proposed: MergeSide
}

/** Where the two differ, and what is proposed: what is known before what is not, then the dossier that stays. */
export function differences(kept: DossierSide, other: DossierSide): FieldDifference[] {
  const all: FieldDifference[] = personFields.map((field) => {
    const [a, b] = [textOf(kept.person, field), textOf(other.person, field)]
    return { field, kept: a, other: b, canBoth: lists.has(field) && a !== '' && b !== '', proposed: 'kept' }
  })
  all.push(
    whole('talent_card', kept.talentCard ? 'yes' : '', other.talentCard ? 'yes' : ''),
    whole('civic', civicText(kept.civic), civicText(other.civic)),
  )
  const sameCard = kept.talentCard === other.talentCard
  return all
    .filter((one) => (one.field === 'talent_card' ? !sameCard : one.kept !== one.other))
    .map((one) => ({ ...one, proposed: proposal(one) }))
}

function whole(field: MergeField, kept: string, other: string): FieldDifference {
  return { field, kept, other, canBoth: false, proposed: 'kept' }
}

function civicText(row: CivicRow | null): string {
  return row === null ? '' : [row.law, row.route, row.pip_on ?? '', row.school, row.remark].join(';')
}

/** Answers that say nothing yet. */
const nothing: Partial<Record<MergeField, string>> = { name_use: 'own', form_of_address: 'none' }

function proposal({ field, kept, other, canBoth }: FieldDifference): MergeSide {
  const empty = nothing[field] ?? ''
  if (kept === empty || kept === '') return 'other'
  if (canBoth) return 'both'
  // 1990 beside 1990-02-03: the one that says more.
  if (field === 'birth_date' && other.startsWith(kept)) return 'other'
  return 'kept'
}

function textOf(person: Participant, field: PersonField): string {
  if (field === 'address') {
    const street = [person.street, person.house_number].filter(Boolean).join(' ')
    return [street, [person.postcode, person.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  }
  if (field === 'emergency')
    return [person.emergency_name, person.emergency_phone, person.emergency_relation]
      .filter(Boolean)
      .join(', ')
  return person[field] ?? ''
}

/** The fields of the dossier that stays, after the choices. A name that is nowhere else any more is kept as another name. */
export function chosenFields(
  kept: Participant,
  other: Participant,
  sideOf: (field: MergeField) => MergeSide,
): ParticipantFields {
  const result: Record<string, unknown> = { ...kept }
  for (const field of personFields) {
    const side = sideOf(field)
    const separator = lists.get(field)
    if (side === 'other') for (const column of columnsOfField[field]) result[column] = other[column]
    else if (side === 'both' && separator !== undefined)
      result[field] = together(textOf(kept, field), textOf(other, field), separator)
  }
  const fields = result as Participant
  for (const before of [kept, other]) {
    const known = fold([fullName(fields), fields.given_names, fields.also_known_as].join(' ')).split(' ')
    const name = fullName(before)
    if (
      fold(name)
        .split(' ')
        .every((word) => known.includes(word))
    )
      continue
    fields.also_known_as = together(fields.also_known_as, name, ', ')
  }
  return fields
}

/** Each part once, in order. */
function together(a: string, b: string, separator: string): string {
  const split = separator === '\n' ? /\n/ : /[,;\n]/
  const parts = [...a.split(split), ...b.split(split)].map((part) => part.trim()).filter(Boolean)
  const seen = new Set<string>()
  return parts
    .filter((part) => {
      const key = fold(part) || part
      return seen.has(key) ? false : seen.add(key)
    })
    .join(separator)
}
