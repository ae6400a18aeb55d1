import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '#core/api/intake.ts'
import { talentCardFields } from '#core/api/talent-card.ts'
import { definition, currentVersion } from '#core/intake/definition.ts'
import { foundIn, foundOn, withoutFound } from '#core/talent-card/careful.ts'
import { assessments } from '#service/features/assessments.ts'
import { civic } from '#service/features/civic.ts'
import { intakes } from '#service/features/intakes.ts'
import { permissions } from '#service/features/permissions.ts'
import { talentCard } from '#service/features/talent-card.ts'
import { aNote, aParticipant, aReferral, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import {
  flatText,
  fontsOf,
  hasPoppler,
  hasQpdf,
  infoOf,
  qpdfSays,
  sourceOf,
  structureOf,
} from '../letters/pdf-tools.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice({
    office: { name: 'Werkplaats Test', city: 'Teststad', phone: '0123 45 67 89', email: 'info@test.example' },
  })
})
afterEach(() => office.close())

/** Each stands somewhere in the dossier, and none may stand on the card. */
const planted = [
  'diabetes',
  'depressie',
  'bijstandsuitkering',
  'schulden',
  'Eritrea',
  'Eritrese',
  'vluchteling',
  'verblijfsvergunning',
  'moskee',
  'moslim',
  'Testerinksma',
  'Verborgen',
  '1979',
  'Geheimstraat',
  '9876',
  'Eldersdorp',
  '06 98765432',
  'prive@thuis.example',
  '123456782',
  'KL-20417',
]
const bad = `Ik heb diabetes en depressie. Mijn bijstandsuitkering is laag en ik heb schulden. Ik ben een vluchteling uit Eritrea en Eritrese van afkomst met een verblijfsvergunning. Ik ga naar de moskee en ben moslim. Mijn naam is Testerinksma, geboren in 1979, Geheimstraat 12, 9876 ZZ Eldersdorp. Bel 06 98765432 of mail prive@thuis.example. Mijn nummer is 123456782 en KL-20417.`

function answer(id: number, question: string, value: Answer['value']): void {
  intakes.saveAnswer(office.ctx, { id, answer: { question, value, noAnswer: null } })
}

function fullDossier(): number {
  const person = aParticipant(office, {
    given_names: 'Semhar Verborgen',
    call_name: 'Semhar',
    surname: 'Testerinksma',
    birth_date: '1979-03-04',
    street: 'Geheimstraat',
    house_number: '12',
    postcode: '9876 ZZ',
    city: 'Eldersdorp',
    phone: '06 98765432',
    email: 'prive@thuis.example',
    languages: 'Tigrinya, Arabisch, een beetje Engels',
    good_to_know: bad,
    also_known_as: 'moslim',
  })
  aReferral(office, { participant_id: person, client_number: 'KL-20417', purpose: bad, tried_before: bad })
  aNote(office, { participant_id: person, body: bad, in_report: true })
  civic.save(office.ctx, {
    participantId: person,
    fields: { law: 'wi2021', route: 'z', school: bad, remark: bad },
  })
  const { id } = intakes.start(office.ctx, { participantId: person })
  for (const section of definition(currentVersion).sections)
    for (const question of section.ownPage ? [] : section.questions) {
      if (question.type === 'text') answer(id, question.key, bad.slice(0, 480))
      if (question.type === 'longText') answer(id, question.key, bad)
    }
  answer(id, 'talents', `Ik kook voor grote groepen. ${bad} Ik leer snel; ik blijf rustig als het druk is.`)
  answer(id, 'energy', 'Met mensen werken')
  answer(id, 'jobs', [
    {
      job: 'Kok',
      country: 'Eritrea',
      years: '1999-2010',
      tasks: 'Ontbijt en lunch voor 60 gasten',
      liked: 'yes',
    },
    { job: 'Verkoper', country: 'Eritrea', years: '1979', tasks: bad, liked: 'no' },
  ])
  answer(id, 'volunteer_before', `Buurthuis: koffie schenken. ${bad}`)
  answer(id, 'dream_job', 'Kok in een restaurant')
  answer(id, 'sectors', ['catering', 'food'])
  answer(id, 'want_to_learn', `Ik wil Nederlands koken leren. ${bad}`)
  answer(id, 'available', ['1-morning', '1-afternoon', '3-morning'])
  answer(id, 'days_per_week', 3)
  answer(id, 'hours_per_day', 5)
  answer(id, 'driving', ['b', 'foreign'])
  assessments.addLanguage(office.ctx, {
    participantId: person,
    assessed_on: '2026-11-02',
    source: 'coach',
    levels: [
      { skill: 'speaking', level: 'A2' },
      { skill: 'reading', level: 'A1' },
    ],
  })
  return person
}

const pdfOf = async (participantId: number) => {
  const { pdf, fits } = await talentCard.pdf(office.ctx, { participantId })
  return { bytes: Buffer.from(pdf, 'base64'), fits }
}
const permit = (participantId: number) =>
  permissions.give(office.ctx, { participantId, kind: 'talent_card', given_on: '2026-11-18', remark: bad })

describe('the card from the dossier', () => {
  test.skipIf(!hasPoppler)(
    'says what somebody can, and nothing that an employer has no business with',
    async () => {
      const person = fullDossier()
      permit(person)
      const { bytes, fits } = await pdfOf(person)
      const text = flatText(bytes)
      for (const wanted of [
        'Ik ben Semhar',
        'Ik zoek een plek als kok in een restaurant.',
        'Ik kook voor grote groepen',
        'Ik leer snel',
        'Kok: ontbijt en lunch voor 60 gasten',
        'Tigrinya',
        'Arabisch',
        'eenvoudig gesprek',
        'Maandag en woensdagochtend',
        '2 dagen per week',
        'Werkplaats Test',
        '0123 45 67 89',
      ])
        expect(text).toContain(wanted)
      const raw = sourceOf(bytes)
      for (const word of planted) {
        expect(text.toLowerCase()).not.toContain(word.toLowerCase())
        expect(raw).not.toContain(word)
      }
      expect(text.replaceAll(' ', '')).not.toContain('VOORBEELD')
      expect(fits).toBe(true)
      const { card, avoid } = talentCard.get(office.ctx, { participantId: person })
      expect(foundOn(card, avoid)).toEqual([])
    },
  )

  test('of somebody of whom nothing is known is still a card', async () => {
    const person = aParticipant(office, { surname: 'Abdi' })
    expect(talentCard.get(office.ctx, { participantId: person }).card).toMatchObject({
      name: 'Abdi',
      can: '',
    })
    expect((await pdfOf(person)).fits).toBe(true)
  })
})

describe('permission', () => {
  const code = async (participantId: number) => {
    try {
      await talentCard.print(office.ctx, { participantId })
      return 'printed'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  test.skipIf(!hasPoppler)(
    'is needed to print, until it is taken back; before it the sheet is an example',
    async () => {
      const person = aParticipant(office)
      expect(await code(person)).toBe('PERMISSION_NEEDED')
      expect(flatText((await pdfOf(person)).bytes).replaceAll(' ', '')).toContain('VOORBEELD')
      permissions.give(office.ctx, {
        participantId: person,
        kind: 'photo',
        given_on: '2026-11-18',
        remark: '',
      })
      expect(await code(person)).toBe('PERMISSION_NEEDED')
      const { id } = permit(person)
      expect(talentCard.get(office.ctx, { participantId: person }).permittedOn).toBe('2026-11-18')
      expect(await code(person)).toBe('printed')
      permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-18' })
      expect(await code(person)).toBe('PERMISSION_NEEDED')
      expect(await code(999)).toBe('NOT_FOUND')
    },
  )
})

describe('in own words', () => {
  test('is kept whole from the first change, and follows the dossier again after a reset', () => {
    const person = fullDossier()
    const get = () => talentCard.get(office.ctx, { participantId: person })
    const before = get()
    expect(before.kept).toBe(false)
    talentCard.save(office.ctx, { participantId: person, fields: { words: 'Werken is leven' } })
    expect(get()).toMatchObject({ kept: true, card: { ...before.card, words: 'Werken is leven' } })
    const { changeSetId } = talentCard.reset(office.ctx, { participantId: person })
    expect(get()).toEqual(before)
    office.ctx.undo(changeSetId ?? undefined)
    expect(get().card.words).toBe('Werken is leven')
  })

  test('what does not belong on it is pointed at, wherever it stands', () => {
    const person = fullDossier()
    const { card, avoid } = talentCard.get(office.ctx, { participantId: person })
    for (const field of talentCardFields)
      expect(foundOn({ ...card, [field]: 'Mail prive@thuis.example' }, avoid)).toMatchObject([
        { field, about: 'number', word: 'prive@thuis.example' },
      ])
    expect(foundOn({ ...card, can: bad }, avoid).map(({ about }) => about)).toEqual(
      expect.arrayContaining(['health', 'benefit', 'origin', 'religion', 'age', 'number', 'person']),
    )
  })

  test.each([
    'Ik speel muziek in de avond',
    'Ik heb een rijbewijs en 12 jaar ervaring',
    'Ik werkte van 2011 tot 2019 in de bouw',
    'Ik praat graag met klanten en help bij klachten',
    'Ik houd de kas bij tot op de cent',
  ])('%s is fine', (text) => expect(foundIn(text, ['Vries'])).toEqual([]))

  test('only the sentence with the word goes', () => {
    expect(withoutFound('Ik kook. Ik ben ziek! Ik lach.\nAsiel in 2020', [])).toBe('Ik kook. Ik lach.')
  })
})

describe('the sheet', () => {
  const long = (lines: number, words: number) =>
    Array.from({ length: lines }, (_, n) => `${n + 1} ${'werkzaamheden '.repeat(words)}`.trim()).join('\n')

  test.skipIf(!hasPoppler || !hasQpdf)(
    'is one tagged A4 with its own fonts, the same bytes each time',
    async () => {
      const person = fullDossier()
      permit(person)
      const { bytes } = await pdfOf(person)
      expect(qpdfSays(bytes)).toBe('ok')
      expect(infoOf(bytes)).toMatch(/Pages:\s+1\n/u)
      expect(infoOf(bytes)).toMatch(/Tagged:\s+yes/u)
      expect(infoOf(bytes)).toMatch(/A4/u)
      expect(infoOf(bytes)).not.toContain('Semhar')
      expect(structureOf(bytes)).toMatch(/H1[\s\S]*H2[\s\S]*LBody/u)
      for (const font of fontsOf(bytes)) expect(font).toMatch(/ yes yes yes /u)
      expect((await pdfOf(person)).bytes.equals(bytes)).toBe(true)
    },
  )

  test.skipIf(!hasPoppler)('says when it is too much, and stays one page', async () => {
    const person = aParticipant(office)
    const fields = { can: long(8, 4), experience: long(8, 4), looking_for: long(2, 8), words: long(1, 8) }
    talentCard.save(office.ctx, { participantId: person, fields })
    expect((await pdfOf(person)).fits).toBe(true)
    talentCard.save(office.ctx, { participantId: person, fields: { can: long(60, 12) } })
    const { bytes, fits } = await pdfOf(person)
    expect(fits).toBe(false)
    expect(infoOf(bytes)).toMatch(/Pages:\s+1\n/u)
  })

  test('any letters at all: other scripts, emoji, one word as long as the page', async () => {
    const person = aParticipant(office)
    const odd = ['سميرة الخطيب', '👩‍🍳 koken', 'x'.repeat(400), '\u202eabc', '<b>vet</b>'].join('\n')
    const fields = Object.fromEntries(talentCardFields.map((field) => [field, odd.slice(0, 480)]))
    talentCard.save(office.ctx, { participantId: person, fields })
    expect((await pdfOf(person)).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
