/** Invented people and talks around the office: ambassadors, contacts with organisations and municipalities, evenings. */
import type { HelpKind } from '#core/api/ambassadors.ts'
import type { WeekPart } from '#core/api/fields.ts'
import type { ContactKind, ThemeEvening } from '#core/api/network.ts'

export interface AmbassadorText {
  readonly name: string
  readonly languages: string[]
  /** Weekdays and parts, such as "4-morning". */
  readonly parts: readonly `${number}-${WeekPart['part']}`[]
  readonly remark: string
}

export const ambassadors: readonly AmbassadorText[] = [
  {
    name: 'Selam Voorbeeld',
    languages: ['Tigrinya', 'Amhaars'],
    parts: ['2-morning', '4-morning', '4-afternoon'],
    remark: 'Belt graag een dag van tevoren.',
  },
  {
    name: 'Yonas Verzonnen',
    languages: ['Tigrinya'],
    parts: ['1-evening', '3-evening', '6-morning'],
    remark: 'Werkt overdag, kan alleen in de avond en op zaterdag.',
  },
  {
    name: 'Hala Oefening',
    languages: ['Arabisch', 'Koerdisch'],
    parts: ['1-morning', '3-morning', '4-morning', '5-morning'],
    remark: '',
  },
  {
    name: 'Oksana Proefstuk',
    languages: ['Oekraïens', 'Russisch'],
    parts: ['2-afternoon', '5-morning', '5-afternoon'],
    remark: 'Helpt ook met brieven van de gemeente.',
  },
  { name: 'Farid Bedacht', languages: ['Dari', 'Farsi'], parts: ['3-afternoon', '4-evening'], remark: '' },
]

export interface ContactText {
  readonly kind: ContactKind
  readonly body: string
  readonly question?: string
  readonly answer?: string
  readonly satisfaction?: number
  readonly aboutSomebody?: boolean
}

export const hostContacts: readonly ContactText[] = [
  { kind: 'visit', body: 'Rondleiding gehad en kennisgemaakt met het team.', satisfaction: 4 },
  {
    kind: 'phone',
    body: 'Gebeld over hoe het gaat op de werkvloer.',
    question: 'Mag iemand vrij nemen voor het Suikerfeest, en hoe regelen we dat?',
  },
  {
    kind: 'coaching',
    body: 'Besproken hoe je werk voordoet zonder veel woorden.',
    question: 'Hebben jullie kaarten met plaatjes van het werk?',
    answer: 'Ja, een set met twintig kaarten gestuurd.',
    satisfaction: 5,
  },
  { kind: 'email', body: 'Nieuwe openingstijden doorgekregen.', satisfaction: 3 },
]

export const caseManagerContacts: readonly ContactText[] = [
  { kind: 'phone', body: 'Gebeld over de voortgang. Alles loopt volgens plan.', aboutSomebody: true },
  {
    kind: 'email',
    body: 'Mail over de reiskosten.',
    question: 'Kan de gemeente de reiskosten naar de plek betalen?',
    aboutSomebody: true,
  },
  {
    kind: 'meeting',
    body: 'Overleg over alle deelnemers van dit kwartaal.',
    question: 'Wanneer komen er weer nieuwe aanmeldingen?',
    answer: 'Begin volgende maand, waarschijnlijk drie mensen.',
  },
]

export const evenings: readonly (Omit<ThemeEvening, 'id' | 'happens_on' | 'guests'> & { daysAgo: number })[] =
  [
    {
      theme: 'Werken met weinig Nederlands',
      questions: 'Hoe leg je veiligheid uit? Wie bel je als iemand niet komt?',
      remark: 'Soep en brood vooraf, dat werkte goed.',
      daysAgo: 40,
    },
    {
      theme: 'Feestdagen en vrije dagen',
      questions: 'Welke dagen zijn belangrijk voor wie?',
      remark: '',
      daysAgo: 190,
    },
  ]

export const helpKinds: readonly HelpKind[] = ['talk', 'visit', 'letter', 'intake']

/** What organisations offer and how it goes there, taken in turn. */
export const hostWords = [
  {
    offers: 'Vast team, rustige werkplek, samen eten.',
    guidance: 'daily',
    languages: 'Arabisch, Engels',
    experience: 'Twee mensen geplaatst, beide volgehouden.',
  },
  { offers: 'Werk dat je kunt afkijken.', guidance: 'some', languages: 'Engels', experience: '' },
  {
    offers: '',
    guidance: 'none',
    languages: '',
    experience: 'Weinig tijd voor uitleg in de drukke maanden.',
  },
] as const
