/** The person: name, address, how to reach them. Everything is invented; see texts/names.ts. */
import type { ParticipantFields } from '#core/api/people.ts'
import type { Random } from './random.ts'
import type { HardCase, Spec } from './plan.ts'
import { origins, streets, towns } from './texts/names.ts'
import type { Origin } from './texts/names.ts'
import { goodToKnow, relations } from './texts/notes.ts'

export interface Person {
  readonly fields: ParticipantFields
  readonly origin: Origin
  /** For sentences: the call name or first given name; the only name of who has one. */
  readonly shortName: string
}

interface Made extends Partial<ParticipantFields> {
  readonly origin: string
}

/** What is fixed of a hard case; the rest is drawn as for everybody. */
const made: Partial<Record<HardCase, Made>> = {
  one_name: { origin: 'dari', surname: 'Zarmina', given_names: '', form_of_address: 'mevrouw' },
  arabic_script: {
    origin: 'arabic',
    given_names: 'Widad',
    prefix: 'el',
    surname: 'Khatib',
    form_of_address: 'mevrouw',
    own_script_name: 'وداد الخطيب',
    own_script_lang: 'ar',
  },
  tigrinya_script: {
    origin: 'tigrinya',
    given_names: 'Filmon',
    surname: 'Gebremedhin',
    form_of_address: 'heer',
    own_script_name: 'ፊልሞን ገብረመድህን',
    own_script_lang: 'ti',
  },
  prefix_van_der: {
    origin: 'dutch',
    given_names: 'Jolanda Maria',
    call_name: 'Jolanda',
    prefix: 'van der',
    surname: 'Weide',
    form_of_address: 'mevrouw',
  },
  prefix_t: {
    origin: 'dutch',
    given_names: 'Stefan',
    prefix: "'t",
    surname: 'Hart',
    form_of_address: 'heer',
  },
  birth_year_only: { origin: 'somali', birth_date: '1988' },
  first_of_january: { origin: 'tigrinya', birth_date: '1990-01-01' },
  alike_1: {
    origin: 'arabic',
    given_names: 'Mohamed',
    prefix: 'al',
    surname: 'Ahmad',
    birth_date: '1992-04-17',
    form_of_address: 'heer',
    own_script_name: 'محمد الأحمد',
    own_script_lang: 'ar',
  },
  alike_2: {
    origin: 'arabic',
    given_names: 'Muhammad',
    surname: 'Alahmad',
    birth_date: '1979-09-03',
    form_of_address: 'heer',
    own_script_name: 'محمد الأحمد',
    own_script_lang: 'ar',
  },
  cyrillic_script: {
    origin: 'ukrainian',
    given_names: 'Oksana',
    surname: 'Kovalenko',
    form_of_address: 'mevrouw',
    own_script_name: 'Оксана Коваленко',
    own_script_lang: 'uk',
  },
  turkish_letters: {
    origin: 'turkish',
    given_names: 'İbrahim Çağlar',
    call_name: 'Çağlar',
    surname: 'Gündoğdu',
    form_of_address: 'heer',
  },
  partner_name: {
    origin: 'turkish',
    given_names: 'Gülşen',
    surname: 'Şahin',
    partner_prefix: 'van den',
    partner_surname: 'Broek',
    name_use: 'partner_own',
    form_of_address: 'mevrouw',
  },
}

/** The invented person of this line of the plan. */
export function inventPerson(spec: Spec, random: Random): Person {
  const given = spec.hard === null ? undefined : made[spec.hard]
  const origin =
    origins.find((one) => one.code === given?.origin) ??
    random.weighted(origins.map((one) => [one, one.weight] as const))
  const woman = random.chance(0.5)
  const [first, firstOwn] = random.pick(woman ? origin.women : origin.men)
  const [prefix, surname, surnameOwn] = random.pick(origin.surnames)
  const [city, digits] = random.pick(towns)
  const withOwnScript = origin.script !== '' && random.chance(0.6)
  const phone = `06 12 34 ${two(random.int(0, 99))} ${two(random.int(0, 99))}`
  const drawn: ParticipantFields = {
    given_names: first,
    call_name: '',
    initials: '',
    prefix,
    prefix_capital: false,
    surname,
    partner_prefix: '',
    partner_surname: '',
    name_use: 'own',
    form_of_address: random.chance(0.03) ? 'none' : woman ? 'mevrouw' : 'heer',
    document_name: '',
    own_script_name: withOwnScript ? `${firstOwn} ${surnameOwn}` : '',
    own_script_lang: withOwnScript ? origin.script : '',
    pronunciation: '',
    also_known_as: '',
    birth_date: `${random.int(1966, 2006)}-${two(random.int(1, 12))}-${two(random.int(2, 28))}`,
    street: random.pick(streets),
    house_number: String(random.int(1, 180)),
    postcode: `${digits} ${random.pick(letters)}${random.pick(letters)}`,
    city,
    phone: random.chance(0.95) ? phone : '',
    email: random.chance(0.4) ? `deelnemer${spec.id}@post.example` : '',
    preferred_contact: random.pick(['phone', 'whatsapp', 'whatsapp', 'letter'] as const),
    languages: [origin.language, origin.otherLanguages].filter((text) => text !== '').join(', '),
    interpreter:
      origin.code === 'dutch' ? 'none' : random.pick(['', 'none', 'none', 'phone', 'family'] as const),
    good_to_know: random.pick(goodToKnow),
    ...emergency(spec.id, origin),
  }
  const { origin: _origin, ...fixed } = given ?? { origin: '' }
  const fields = given?.surname === undefined ? drawn : { ...drawn, ...noName }
  const all = { ...fields, ...fixed }
  return { fields: all, origin, shortName: all.call_name || all.given_names || all.surname }
}

/** Where a name is given, nothing of a drawn one stays. */
const noName = { given_names: '', prefix: '', surname: '', own_script_name: '', own_script_lang: '' }

/** Without those that a postcode may not have together (SA, SD, SS) or that are easily misread. */
const letters: readonly string[] = [...'ABCDEGHJKLMNPRTVWXZ']

const two = (n: number): string => String(n).padStart(2, '0')

/** `{naam}` and `{hij}` of an invented text, about this person. A sentence begins with a capital. */
export function about(person: Pick<Person, 'fields' | 'shortName'>, text: string): string {
  const { form_of_address: form } = person.fields
  const they = form === 'mevrouw' ? pronouns.mevrouw : form === 'heer' ? pronouns.heer : person.shortName
  return text.replaceAll('{naam}', person.shortName).replaceAll('{hij}', they)
}

const pronouns = { mevrouw: 'zij', heer: 'hij' }

/** The municipality that sent somebody: where they live. */
export function municipalityOf(person: Person): number {
  return towns.findIndex(([city]) => city === person.fields.city) + 1
}

/** Whom to call if something happens; of one in seven that is not known yet. Drawn from the number alone. */
function emergency(
  id: number,
  origin: Origin,
): Pick<ParticipantFields, 'emergency_name' | 'emergency_phone' | 'emergency_relation'> {
  if (id % 7 === 3) return { emergency_name: '', emergency_phone: '', emergency_relation: '' }
  const [name = ''] = origin.women[id % origin.women.length] ?? []
  const relation = relations[id % relations.length] ?? ''
  const phone = `06 12 35 ${two(id % 100)} ${two((id * 7) % 100)}`
  return { emergency_name: name, emergency_phone: phone, emergency_relation: relation }
}
