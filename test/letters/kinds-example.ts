/** Invented letters of the further kinds: of each one that uses every part, and one of which hardly anything is known. */
import type {
  AftercareFacts,
  CertificateFacts,
  EndFacts,
  ExtensionFacts,
  InvitationFacts,
  NoShowFacts,
  PlacementFacts,
} from '#core/letters/kind-facts.ts'
import { bareFacts, fullFacts } from './example.ts'
import { fullReady } from './ready-example.ts'

const { kind: _k, signalled_on: _s, told_by: _t, place: _p, language: _l, texts: _x, ...letter } = fullReady
const nothing = { explanation: '', activities: '', evidence: '', advice: '', advice_opinion: '' }
const months = [
  { month: '2026-05', planned_minutes: 2400, present_minutes: 2100 },
  { month: '2026-06', planned_minutes: 4320, present_minutes: 4080 },
  { month: '2026-07', planned_minutes: 4500, present_minutes: 4320 },
  { month: '2026-08', planned_minutes: 2100, present_minutes: 2100 },
  { month: '2026-09', planned_minutes: 4320, present_minutes: 3900 },
  { month: '2026-10', planned_minutes: 4500, present_minutes: 4440 },
  { month: '2026-11', planned_minutes: 2160, present_minutes: 2160 },
]
const weeks = Array.from({ length: 26 }, (_, n) => ({
  monday: `2026-${String(5 + Math.floor(n / 4.4)).padStart(2, '0')}-04`,
  planned_minutes: 930,
  present_minutes: 870,
}))

export const fullEnd: EndFacts = {
  ...fullFacts,
  kind: 'end',
  number: '2026-0160',
  period_from: '2026-05-18',
  period_to: '2026-11-13',
  notes: [],
  next_letter_on: null,
  attendance: {
    ...fullFacts.attendance,
    weeks,
    heard: { count: 46, examples: ['de hamer', 'het rooster', 'de pauze'] },
  },
  goals: fullFacts.goals.map((goal, n) => ({
    ...goal,
    state: (['reached', 'partly', 'not'] as const)[n % 3]!,
  })),
  end: {
    ended_on: '2026-11-13',
    early: false,
    kind: 'work',
    discussed_with: 'mevrouw De Vries',
    discussed_on: '2026-11-09',
    outflow: 'job_subsidised',
  },
  per_month: months,
  workshop_minutes: 19_800,
  elsewhere_minutes: 3300,
  talks: 14,
  aftercare: [
    { month: 1, on: '2026-12-13' },
    { month: 3, on: '2027-02-13' },
    { month: 6, on: '2027-05-13' },
  ],
  texts: {
    ...fullFacts.texts,
    explanation: 'Mevrouw El Khatib begint bij de bakker waar zij werkervaring opdeed.',
    activities: 'Koken, naaien, fietsles en het spreekuur werk.',
    evidence: 'Zij werkte zes weken zelfstandig in de winkel en kwam elke dag op tijd.',
    advice: 'Wij adviseren loonkostensubsidie voor een half jaar, met een jobcoach op de werkplek.',
    advice_opinion: 'Daar ben ik blij mee. Ik wil graag hulp in het begin.',
  },
}

export const bareEnd: EndFacts = {
  ...bareFacts,
  kind: 'end',
  end: { ended_on: null, early: false, kind: null, discussed_with: '', discussed_on: null, outflow: null },
  per_month: [],
  workshop_minutes: 0,
  elsewhere_minutes: 0,
  talks: 0,
  aftercare: [],
  texts: { ...bareFacts.texts, ...nothing },
}

export const fullExtension: ExtensionFacts = {
  ...fullFacts,
  kind: 'extension',
  number: '2026-0161',
  notes: [],
  next_letter_on: null,
  per_month: months,
  agreed_months: 3,
  texts: {
    ...fullFacts.texts,
    question: 'Wilt u het traject van mevrouw El Khatib verlengen tot en met 17 mei 2027?',
    question_before: '2026-12-04',
    reached: 'Mevrouw El Khatib komt op tijd en werkt goed samen.',
    why: 'Zij begon zonder Nederlands. Nu kan zij instructies volgen, maar nog niet bellen met klanten.',
    plan: 'Drie maanden oefenen op een leerwerkplek in de winkel, met taalles op het werk.',
    asked_end_on: '2027-05-17',
  },
}

export const bareExtension: ExtensionFacts = {
  ...bareFacts,
  kind: 'extension',
  per_month: [],
  agreed_months: 3,
  texts: { ...bareFacts.texts, reached: '', why: '', plan: '', asked_end_on: null },
}

export const fullNoShow: NoShowFacts = {
  ...letter,
  kind: 'no_show',
  number: '2026-0162',
  period_from: '2026-10-21',
  period_to: '2026-11-18',
  days: [
    { day: '2026-11-09', minutes: 360 },
    { day: '2026-11-12', minutes: 180 },
    { day: '2026-11-16', minutes: 360 },
  ],
  planned_minutes: 3600,
  present_minutes: 2700,
  notified_minutes: 180,
  last_present_on: '2026-11-05',
  contacts: [
    { on: '2026-11-09', kind: 'phone', body: '' },
    { on: '2026-11-12', kind: 'visit', body: 'Niemand deed open. Wij lieten een briefje achter.' },
    { on: '2026-11-13', kind: 'note', body: 'Haar zus belt ons terug.' },
  ],
  texts: {
    tried: 'Wij sturen deze week ook een brief.',
    question: 'Hebt u contact met mevrouw El Khatib? Wilt u met ons bespreken hoe wij verdergaan?',
    question_before: '2026-11-25',
  },
}

export const bareNoShow: NoShowFacts = {
  ...fullNoShow,
  number: null,
  days: [],
  planned_minutes: 0,
  present_minutes: 0,
  notified_minutes: 0,
  last_present_on: null,
  contacts: [],
  texts: { tried: '', question: '', question_before: null },
}

export const fullInvitation: InvitationFacts = {
  ...letter,
  kind: 'invitation',
  number: '2026-0163',
  caseManager: null,
  municipality: { name: '', address_line: '', postcode: '', city: '' },
  address: { street: 'Voorbeeldstraat', house_number: '7 b', postcode: '4531AB', city: 'Terneuzen' },
  texts: {
    subject: 'Gesprek over uw intake',
    on: '2026-11-25',
    from: 630,
    until: 690,
    place: 'Weverstraat 12, Terneuzen, de voordeur',
    bring: 'Uw paspoort of verblijfspas\nUw diploma’s, als u die hebt',
    more: 'Er is een tolk. Wij hebben koffie en thee.',
  },
}

export const bareInvitation: InvitationFacts = {
  ...fullInvitation,
  number: null,
  office: { ...fullInvitation.office, phone: '' },
  address: { street: '', house_number: '', postcode: '', city: '' },
  texts: { subject: '', on: null, from: 600, until: 660, place: '', bring: '', more: '' },
}

export const fullPlacement: PlacementFacts = {
  ...letter,
  kind: 'placement',
  number: '2026-0164',
  caseManager: null,
  full_name: 'Samira el Khatib',
  own_script_name: 'سميرة الخطيب',
  host: {
    name: 'Kringloop De Proefzolder',
    street: 'Zolderstraat',
    house_number: '12',
    postcode: '9700 AC',
    city: 'Teststad',
  },
  title: 'Naaiatelier',
  tasks: 'Kleding herstellen en vermaken\nKlanten helpen aan de balie',
  placement: {
    kind: 'work_experience',
    goal: 'language',
    goal_own_words: 'Ik wil elke dag Nederlands praten met klanten.',
    explained_on: '2026-11-12',
    explained_language: 'Arabisch',
    understood: true,
    starts_on: '2026-11-23',
    expected_end_on: '2027-01-22',
    days: 'De maandag begint om 9.30 uur',
    minutes_per_week: 690,
    supervisor: 'Bea Voorbeeld',
    parts: [
      { weekday: 1, part: 'morning' },
      { weekday: 4, part: 'morning' },
    ],
    allowance: 'reiskosten en lunch',
    insurance: 'host',
    supervisor_phone: '06 12345678',
    agreed_on: '2026-11-17',
    job_form: '',
  },
}

export const fullAftercare: AftercareFacts = {
  ...letter,
  kind: 'aftercare',
  number: '2026-0165',
  month: 6,
  due_on: '2026-11-14',
  done_on: '2026-11-16',
  outcome: 'moved_on',
  benefit_ended: 'partly',
  moved_on_to: 'Bakkerij De Proef, 24 uur per week',
  ended_on: '2026-05-14',
  outflow: 'work_experience',
  went_to: 'Kringloop De Proefzolder, Winkel',
  tries: 2,
  story: 'Ik sta nu in de winkel. De klanten kennen mijn naam.',
  story_kept_back: false,
  texts: {
    told: 'Het contract is voor een jaar. De werkgever is tevreden.',
    withStory: true,
    question: 'Wilt u de loonkostensubsidie verlengen?',
    question_before: '2026-12-04',
  },
}

export const fullCertificate: CertificateFacts = {
  ...letter,
  kind: 'certificate',
  number: '2026-0166',
  period_from: '2026-05-18',
  period_to: '2026-11-13',
  full_name: 'Samira el Khatib',
  ended: true,
  present_minutes: 23_100,
  learnt: ['op tijd komen', 'afspraken nakomen', 'samenwerken', 'veilig en hygiënisch werken'],
  heard: { count: 46, examples: ['de hamer', 'het rooster', 'de pauze'] },
  texts: {
    learnt: 'Koken voor dertig gasten',
    wish: 'U was de eerste die de deur opende en de laatste die lachte. Dank u wel.',
  },
}
