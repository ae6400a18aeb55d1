import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FormChanges } from '#core/api/intake-form.ts'
import type { Answer } from '#core/api/intake.ts'
import { formWords } from '#core/intake/form-words.ts'
import { questionNumbers, type ResolvedForm } from '#core/intake/form.ts'
import { formOfIntake } from '#db/intake-forms/queries.ts'
import { findIntake } from '#db/intakes/queries.ts'
import { found } from '#db/statements.ts'
import { intakeForms } from '#service/features/intake-forms.ts'
import { intakes } from '#service/features/intakes.ts'
import { blankPaper, filledPaper, type Paper } from '#service/papers/intake-papers.ts'
import { aParticipant, aReferral, openTestOffice, type TestOffice } from '../builders/index.ts'
import * as pdf from '../letters/pdf-tools.ts'
import { allTypes, ownAnswers, ownForm } from './example.ts'

const named = { given_names: 'Testa', surname: 'Voorbeeldnaam' }

/** An intake under the office's own form with every own question answered. */
function withIntake(office: TestOffice, changes: FormChanges = ownForm): number {
  intakeForms.save(office.ctx, { basedOn: null, changes })
  const participantId = aParticipant(office, named)
  aReferral(office, { participant_id: participantId, purpose: 'Taal en ritme' })
  const { id } = intakes.start(office.ctx, { participantId })
  for (const [question, value] of Object.entries(ownAnswers))
    intakes.saveAnswer(office.ctx, {
      id,
      answer: { question, value: value as Answer['value'], noAnswer: null },
    })
  intakes.saveAnswer(office.ctx, {
    id,
    answer: { question: 'mother_tongue', value: 'ትግርኛ en العربية', noAnswer: null },
  })
  intakes.saveAnswer(office.ctx, {
    id,
    answer: { question: 'money_worries', value: null, noAnswer: 'declined' },
  })
  intakes.saveAnswer(office.ctx, {
    id,
    answer: { question: 'body_work', value: { standing: 'well', lifting: 'not' }, noAnswer: null },
  })
  intakes.saveAnswer(office.ctx, {
    id,
    answer: {
      question: 'jobs',
      value: [{ job: 'Kok', country: 'Eritrea', years: '4', liked: 'yes' }],
      noAnswer: null,
    },
  })
  intakes.saveNotes(office.ctx, { id, notes: 'Praat graag over koken.\nKomt met de bus.' })
  return id
}

const formNow = (office: TestOffice): ResolvedForm => intakeForms.current(office.ctx).form
const blankOf = (office: TestOffice): Promise<Paper> => blankPaper(office.ctx, formNow(office))
function filledOf(office: TestOffice, id: number): Promise<Paper> {
  const intake = found(findIntake(office.db, id))
  return filledPaper(office.ctx, formOfIntake(office.db, intake, intake.answers), intake)
}
/** What a tool says of the file: poppler's reading order follows columns, `-raw` the order of drawing. */
const tool = (bytes: Uint8Array, name: string, before: string[], after: string[] = []): string =>
  pdf.withFile(bytes, (file) => execFileSync(name, [...before, file, ...after], { encoding: 'utf8' }))
const keep = (name: string, bytes: Uint8Array): void => {
  const folder = process.env['PAPERS_TO']
  if (folder) writeFileSync(`${folder}/${name}.pdf`, bytes)
}

describe('the papers', () => {
  test.skipIf(!pdf.hasPoppler)('the blank form asks every question, in order, with its number', async () => {
    using office = openTestOffice()
    withIntake(office)
    const { bytes } = await blankOf(office)
    keep('blank', bytes)
    const text = pdf.flatText(bytes)
    const raw = tool(bytes, 'pdftotext', ['-raw'], ['-']).replaceAll(/\s+/gu, ' ')
    const form = formNow(office)
    const words = formWords(form, 'nl')
    for (const [key, number] of questionNumbers(form))
      expect(raw).toContain(`${number} ${words.question(key)}`)
    for (const own of allTypes) expect(text).toContain(own.question)
    expect(text).toContain('Dit vragen we om de reis te plannen.')
    expect(text).toContain('Formulier 2.1')
    expect(text).toMatch(/Bladzijde 1 van \d+/)
    expect(text).not.toContain('Voorbeeldnaam')
  })

  test.skipIf(!pdf.hasPoppler)('the filled form has every answer, the notes, who and when', async () => {
    using office = openTestOffice()
    const id = withIntake(office)
    const { bytes, fileName } = await filledOf(office, id)
    keep('filled', bytes)
    const text = pdf.flatText(bytes)
    for (const part of [
      'Intake van Testa Voorbeeldnaam',
      'Begonnen op 18 november 2026 door',
      'Taal en ritme',
      'Een tafel. Een stoel van eikenhout.',
      '12 kilometer',
      '03-2025',
      'Brood',
      'Appel Citroen',
      '3. Citroen',
      'Lintzaag Op school',
      'Wil niet zeggen',
      'Niet ingevuld',
      'Praat graag over koken. Komt met de bus.',
      'ትግርኛ',
    ])
      expect(text).toContain(part)
    for (const own of allTypes) expect(text).toContain(own.question)
    expect(`${fileName} ${pdf.infoOf(bytes)}`).not.toContain('Voorbeeldnaam')
  })

  test.skipIf(!pdf.hasPoppler || !pdf.hasQpdf)(
    'both are whole, tagged, with every letter inside',
    async () => {
      using office = openTestOffice()
      const id = withIntake(office)
      for (const { bytes } of [await blankOf(office), await filledOf(office, id)]) {
        expect(pdf.qpdfSays(bytes)).toBe('ok')
        const fonts = pdf.fontsOf(bytes)
        expect(fonts.length).toBeGreaterThan(1)
        for (const font of fonts) expect(font).toMatch(/ yes yes (yes|no ) /)
        expect(pdf.infoOf(bytes)).toMatch(/Tagged:\s+yes/)
        expect(pdf.sourceOf(bytes)).toContain('/Lang (nl-NL)')
        const structure = tool(bytes, 'pdfinfo', ['-struct'])
        for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(structure).toContain(tag)
        // Nothing in the margin where the holes come, and nothing over the right edge.
        expect(pdf.wordsAt(bytes).filter((word) => word.left < 24.5 || word.right > 196)).toEqual([])
      }
    },
  )

  test('are the same to the byte when made again', async () => {
    using office = openTestOffice()
    const id = withIntake(office)
    expect(Buffer.compare((await blankOf(office)).bytes, (await blankOf(office)).bytes)).toBe(0)
    expect(Buffer.compare((await filledOf(office, id)).bytes, (await filledOf(office, id)).bytes)).toBe(0)
  })

  test.skipIf(!pdf.hasPoppler)('a very long answer goes on overleaf, whole', async () => {
    using office = openTestOffice()
    const id = withIntake(office)
    const long = Array.from({ length: 900 }, (_, n) => `woord${n}`).join(' ')
    intakes.saveAnswer(office.ctx, { id, answer: { question: 'own_goal', value: long, noAnswer: null } })
    const { bytes } = await filledOf(office, id)
    const words = new Set(pdf.wordsAt(bytes).map((word) => word.text))
    for (let n = 0; n < 900; n += 1) expect(words).toContain(`woord${n}`)
  })

  test('are opened by the host', async () => {
    using office = openTestOffice()
    const id = withIntake(office)
    const opened: string[] = []
    const ctx = {
      ...office.ctx,
      host: {
        ...office.ctx.host,
        openDocument: (document: { fileName: string }) => {
          opened.push(document.fileName)
          return Promise.resolve({ path: null, url: 'u' })
        },
      },
    }
    await intakeForms.printBlank(ctx, { intakeId: null })
    await intakeForms.printBlank(ctx, { intakeId: id })
    await intakeForms.printFilled(ctx, { intakeId: id })
    expect(opened).toEqual([
      'Intakeformulier 2.1 leeg.pdf',
      'Intakeformulier 2.1 leeg.pdf',
      `Intake ${id} van 18-11-2026.pdf`,
    ])
  })
})
