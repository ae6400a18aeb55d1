import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Placement } from '#core/api/places.ts'
import { letters } from '#service/features/letters.ts'
import { placements } from '#service/features/placements.ts'
import { placing } from '#service/features/placing.ts'
import { agreementFits } from '#service/papers/agreement.ts'
import { kindOf } from '#service/letters/kinds.ts'
import { drawLetter } from '#service/letters/render.ts'
import { letterById } from '#db/letters/queries.ts'
import { aHost, aParticipant, aPlacement, aTrajectory, anOpening, openTestOffice } from '../builders/index.ts'
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
    office: {
      name: 'Werkplaats Test',
      street: 'Proefkade',
      house_number: '4',
      postcode: '9700 AB',
      city: 'Teststad',
      phone: '0123 45 67 89',
    },
  })
})
afterEach(() => office.close())

const agreed: Partial<Placement> = {
  goal: 'language',
  goal_own_words: 'Ik wil elke dag Nederlands praten met klanten.',
  explained_on: '2026-11-12',
  explained_language: 'Tigrinya',
  understood: true,
  starts_on: '2026-11-23',
  expected_end_on: '2027-01-22',
  parts: [
    { weekday: 1, part: 'morning' },
    { weekday: 1, part: 'afternoon' },
    { weekday: 4, part: 'morning' },
  ],
  minutes_per_week: 690,
  days: 'De maandag begint om 9.30 uur',
  supervisor: 'Bea Voorbeeld',
  supervisor_phone: '06 12345678',
  allowance: 'reiskosten en lunch',
  insurance: 'host',
}

function aFullPlacement(over: Partial<Placement> = {}, person: object = {}): number {
  const participant_id = aParticipant(office, {
    given_names: 'Semhar',
    surname: 'Testerinksma',
    own_script_name: 'ሰምሃር',
    ...person,
  })
  const trajectory_id = aTrajectory(office, { participant_id })
  const host_id = aHost(office, {
    name: 'Kringloop De Proefzolder',
    street: 'Zolderstraat',
    house_number: '12',
    postcode: '9700 AC',
    city: 'Teststad',
  })
  const opening_id = anOpening(office, {
    host_id,
    title: 'Naaiatelier',
    tasks: 'Kleding herstellen en vermaken\nKlanten helpen aan de balie',
  })
  return aPlacement(office, { participant_id, trajectory_id, opening_id, ...agreed, ...over })
}

/** As its sheet is drawn when it is made final today. */
async function agreementPaper(ctx: TestOffice['ctx'], placementId: number) {
  const { id } = letters.open(ctx, { kind: 'placement', about: placementId })
  const { gather, compose } = kindOf('placement')
  const content = compose({ ...gather(ctx, letterById(ctx.db, id)!), number: '2026-0001' }, 'nl')
  return { bytes: (await drawLetter(content, { draft: false })).pdf, fits: agreementFits(content) }
}

/** Kept, to look at: test/output/papers. */
function keep(name: string, bytes: Uint8Array): void {
  const folder = path.join(import.meta.dirname, '../output/papers')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.pdf`), bytes)
}

const onePage = (bytes: Uint8Array) => expect(infoOf(bytes)).toMatch(/^Pages: +1$/mu)

describe.skipIf(!hasPoppler)('the agreement about a place', () => {
  test('says all that was agreed, to the participant, and is signed by three', async () => {
    const { bytes, fits } = await agreementPaper(office.ctx, aFullPlacement())
    keep('agreement', bytes)
    const text = flatText(bytes)
    for (const wanted of [
      'Afspraken over uw plek',
      'Semhar Testerinksma',
      'ሰምሃር',
      'Kringloop De Proefzolder',
      'Zolderstraat 12, 9700 AC Teststad',
      'U oefent uw Nederlands.',
      'Ik wil elke dag Nederlands praten met klanten.',
      'uitgelegd op 12 november 2026. De taal was: Tigrinya. U hebt het begrepen.',
      'Naaiatelier (vrijwilligerswerk).',
      'Kleding herstellen en vermaken. Klanten helpen aan de balie.',
      'U begint op maandag 23 november 2026. U bent hier tot en met 22 januari 2027.',
      'Maandag en donderdagochtend. 11,5 uur per week.',
      'De maandag begint om 9.30 uur.',
      'Een vrije dag vraagt u op tijd',
      'Bea Voorbeeld, 06 12345678',
      'Coach Test, 0123 45 67 89',
      'Deze plek kost u niets. U krijgt: reiskosten en lunch.',
      'Kringloop De Proefzolder heeft u verzekerd',
      'Handtekening',
    ])
      expect(text).toContain(wanted)
    expect(text.match(/Handtekening/gu)).toHaveLength(3)
    expect(fits).toBe(true)
    onePage(bytes)
    expect(infoOf(bytes)).not.toMatch(/Semhar|Testerinksma|Kringloop/u)
    expect(fontsOf(bytes).every((line) => / yes yes yes /u.test(line))).toBe(true)
    expect(structureOf(bytes)).toMatch(/H1[\s\S]*Afspraken over uw plek/u)
    if (hasQpdf) expect(qpdfSays(bytes)).toBe('ok')
  })

  test('leaves a line to write on for what nobody knows yet', async () => {
    const id = aPlacement(office, { starts_on: null, stage: 'introduction' })
    const { bytes, fits } = await agreementPaper(office.ctx, id)
    keep('agreement-open', bytes)
    const text = flatText(bytes)
    for (const line of [
      'In uw eigen woorden:',
      'Uitgelegd op, en in welke taal:',
      'Uw taken:',
      'Eerste dag:',
      'Laatste dag:',
      'Uren per week:',
      'Bij Buurthuis Test:',
      'Wie verzekert u?',
      'U krijgt geen loon.',
    ])
      expect(text).toContain(line)
    expect(fits).toBe(true)
    onePage(bytes)
    expect(placing.get(office.ctx, { id }).gaps).toEqual([
      'own_words',
      'explained',
      'tasks',
      'starts',
      'parts',
      'hours',
      'supervisor',
      'insurance',
    ])
    expect(placing.get(office.ctx, { id: aFullPlacement() }).gaps).toEqual([])
  })

  test.each([
    ['job', 'agency', 'U krijgt loon van het uitzendbureau.'],
    ['job', '', 'U krijgt loon. Dat staat in uw arbeidscontract.'],
    ['learn_work', '', 'Deze plek kost u niets.'],
  ] as const)('of a %s (%s) says what is paid', async (kind, job_form, words) => {
    const { bytes } = await agreementPaper(office.ctx, aFullPlacement({ kind, job_form, allowance: '' }))
    expect(flatText(bytes)).toContain(words)
    expect(flatText(bytes)).not.toContain('U krijgt geen loon')
  })

  test('is one page however long the words are, and says when something is left out', async () => {
    const long = 'Dit is een heel lange zin over het werk en over alles wat daarbij hoort. '
    const most: Partial<Placement> = {
      goal_own_words: long.repeat(250),
      explained_language: long.repeat(6).slice(0, 499),
      days: long.repeat(6).slice(0, 499),
      supervisor: long.repeat(6).slice(0, 499),
      supervisor_phone: '0'.repeat(499),
      allowance: long.repeat(6).slice(0, 499),
      parts: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
        { weekday, part: 'morning' as const },
        { weekday, part: 'evening' as const },
      ]),
    }
    const participant_id = aParticipant(office, {
      given_names: 'Testa '.repeat(80).trim(),
      surname: 'Testerinksma-'.repeat(30),
      own_script_name: 'ሰምሃር '.repeat(60),
    })
    const host_id = aHost(office, {
      name: 'Kringloop De Proefzolder en '.repeat(17).trim(),
      street: 'S'.repeat(490),
    })
    const opening_id = anOpening(office, {
      host_id,
      title: long.repeat(6).slice(0, 499),
      tasks: long.repeat(260),
    })
    const id = aPlacement(office, { ...agreed, ...most, participant_id, opening_id })
    const { bytes, fits } = await agreementPaper(office.ctx, id)
    keep('agreement-longest', bytes)
    onePage(bytes)
    expect(fits).toBe(false)
    const text = flatText(bytes)
    // Whatever is cut, what has to be there is.
    for (const wanted of ['U begint op', '11,5 uur per week', 'Wij zijn het hiermee eens', '…'])
      expect(text).toContain(wanted)
    if (hasQpdf) expect(qpdfSays(bytes)).toBe('ok')
    const ordinary = await agreementPaper(office.ctx, aFullPlacement({ goal_own_words: long.repeat(6) }))
    keep('agreement-much', ordinary.bytes)
    expect(ordinary.fits).toBe(true)
    onePage(ordinary.bytes)
  })

  test('names in any script, and the same facts give the same bytes', async () => {
    const id = aFullPlacement({}, { given_names: 'محمد', surname: 'الخطيب', own_script_name: 'محمد الخطيب' })
    const first = await agreementPaper(office.ctx, id)
    keep('agreement-arabic', first.bytes)
    const again = await agreementPaper(office.ctx, id)
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(again.bytes))).toBe(0)
    // What a screen reader says stands in the file in the order of speaking.
    const spoken = Buffer.from('\ufeffمحمد الخطيب', 'utf16le').swap16().toString('latin1')
    const escaped = spoken.replaceAll(/[()\\]/gu, String.raw`\$&`)
    expect(sourceOf(first.bytes)).toContain(`/ActualText (${escaped}`)
    expect(fontsOf(first.bytes).join('\n')).toContain('NotoSansArabic')
    onePage(first.bytes)
  })

  test('is a letter with a number: made final it is in the register, and never changes', async () => {
    const id = aFullPlacement({ agreed_on: '2026-11-17' })
    const { id: letterId } = letters.open(office.ctx, { kind: 'placement', about: id })
    expect(placing.get(office.ctx, { id }).agreements).toEqual([{ id: letterId, number: null }])
    expect(letters.get(office.ctx, { id: letterId })).toMatchObject({ placementId: id, gaps: [] })
    const { number } = await letters.finalise(office.ctx, { id: letterId })
    const opened: string[] = []
    const ctx = {
      ...office.ctx,
      host: {
        ...office.ctx.host,
        openDocument: (doc: { fileName: string }) => {
          opened.push(doc.fileName)
          return Promise.resolve({ path: null, url: null })
        },
      },
    }
    await letters.openForPrint(ctx, { id: letterId })
    expect(opened).toEqual([`${number} overeenkomst plek.pdf`])
    const { pdf } = await letters.pdf(office.ctx, { id: letterId })
    const bytes = Buffer.from(pdf, 'base64')
    expect(flatText(bytes)).toContain('Datum: 17 november 2026')
    expect(flatText(bytes)).toContain(`Nummer ${number}`)
    expect(letters.register(office.ctx, { query: number, state: null })).toMatchObject([
      { kind: 'placement', number },
    ])
    // What changes afterwards is for another agreement.
    placements.save(office.ctx, { id, fields: { supervisor: 'Iemand Anders' } })
    expect((await letters.pdf(office.ctx, { id: letterId })).pdf).toBe(pdf)
    const { id: next } = letters.open(office.ctx, { kind: 'placement', about: id })
    expect(next).not.toBe(letterId)
    expect(placing.get(office.ctx, { id }).agreements).toEqual([
      { id: next, number: null },
      { id: letterId, number },
    ])
  })
})
