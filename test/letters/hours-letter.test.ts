import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { hoursFactsSchema, type HoursFacts } from '#core/letters/facts.ts'
import { hoursLetterGaps } from '#core/letters/gaps.ts'
import { drawLetter, renderLetter } from '#service/letters/render.ts'
import { fullFacts } from './example.ts'
import { hoursFacts, longHours } from './hours-example.ts'
import * as pdf from './pdf-tools.ts'

const letter = (facts: HoursFacts) => composeHoursLetter(facts, 'nl')
const textOf = (facts: HoursFacts) => JSON.stringify(letter(facts).blocks).replaceAll('\u00a0', ' ')
/** Kept for who wants to look. */
const folder = path.join(import.meta.dirname, '../output/letters')

describe('the words of a statement of hours', () => {
  it('say how many hours, per month and together, each with two decimals', () => {
    expect(hoursFactsSchema.parse(hoursFacts)).toEqual(hoursFacts)
    const table = letter(hoursFacts).blocks.find((block) => block.kind === 'hours')
    expect(table?.columns).toEqual(['Maand', 'Gepland', 'Aanwezig', 'Afgemeld', 'Zonder bericht', 'Gesloten'])
    expect(table?.rows[1]).toEqual({
      label: 'September 2026',
      cells: ['55,00', '49,50', '5,00', '0,00', '0,00'],
    })
    expect(table?.total).toEqual({ label: 'Totaal', cells: ['134,00', '118,50', '12,00', '5,50', '3,00'] })
    expect(textOf(hoursFacts)).toContain('118,50 uur aanwezig was')
    expect(textOf(hoursFacts)).toContain('Gepland waren 134,00 uur. Dat is een aanwezigheid van 88%.')
  })

  it('say what each figure means, and what makes them differ', () => {
    const text = textOf(hoursFacts)
    for (const part of ['op dagen dat wij open waren', 'Afwezig zonder bericht.', 'Telt nergens mee'])
      expect(text).toContain(part)
    expect(text).toContain('Te laat of eerder weg: 0,50 uur')
    expect(text).toContain('Buiten het rooster aanwezig: 2,50 uur')
    const { total } = hoursFacts
    expect(total.planned_minutes + hoursFacts.extra_minutes).toBe(
      total.present_minutes + total.notified_minutes + total.no_show_minutes + hoursFacts.missed_minutes,
    )
    const plain = { ...hoursFacts, missed_minutes: 0, extra_minutes: 0 }
    expect(textOf(plain)).not.toContain('eerder weg')
  })

  it('say that they are not complete while boxes are empty', () => {
    expect(textOf(longHours)).toContain('Deze verklaring is nog niet compleet.')
    expect(textOf(longHours)).toContain('Van 3 geplande halve dagen is nog niet ingevuld of zij er was.')
    expect(textOf({ ...longHours, unfilled_parts: 1 })).toContain('Van 1 geplande halve dag is')
    expect(textOf(hoursFacts)).not.toContain('compleet')
    expect(hoursLetterGaps(longHours)).toEqual([{ code: 'attendance_unfilled', blocking: false }])
    expect(hoursLetterGaps(hoursFacts)).toEqual([])
    const none = { ...hoursFacts.total, planned_minutes: 0, present_minutes: 0 }
    expect(hoursLetterGaps({ ...hoursFacts, total: none })).toEqual([{ code: 'no_hours', blocking: true }])
  })
})

it('a progress letter tells the words that were heard, in one sentence, and is silent without them', () => {
  const said = (attendance: typeof fullFacts.attendance) =>
    JSON.stringify(
      composeProgressLetter({ ...fullFacts, attendance }, 'nl').blocks.find(
        (block) => block.kind === 'attendance',
      ),
    )
  const sentence =
    'Zij hoorde in deze periode 34 woorden van de dag, zoals de hamer, het rooster en de pauze.'
  expect(said(fullFacts.attendance)).toContain(sentence)
  const { heard: _heard, ...before } = fullFacts.attendance // as kept before there were words of the day
  expect(said(before)).toBe(said({ ...before, heard: { count: 0, examples: [] } }))
  expect(said(before)).not.toContain('woorden van de dag')
})

describe.skipIf(!pdf.hasPoppler || !pdf.hasQpdf)(
  'the page of a statement of hours',
  { timeout: 120_000 },
  () => {
    it.each([
      ['usual', { ...hoursFacts, missed_minutes: 0, extra_minutes: 0, texts: { remark: '' } }, 1],
      ['explained', hoursFacts, 2],
      ['long', longHours, 2],
    ])('%s: whole, tagged, inside the margins, the same bytes again', async (name, facts, pages) => {
      const drawn = await drawLetter(letter(facts), { draft: facts.number === null })
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, `hours-${name}.pdf`), drawn.pdf)
      expect(drawn.pages).toBe(pages)
      expect(drawn.unprintable).toEqual([])
      expect(pdf.qpdfSays(drawn.pdf)).toBe('ok')
      const structure = pdf
        .structureOf(drawn.pdf)
        .split('\n')
        .map((line) => line.trim())
      expect(structure.filter((line) => line.startsWith('H1'))).toHaveLength(1)
      const heads = 6 + facts.months.length + 1 + 6 // columns, months, the sum, definitions
      expect(structure.filter((line) => line.startsWith('TH'))).toHaveLength(heads)
      const outside = pdf
        .wordsAt(drawn.pdf)
        .filter(({ left, right, bottom }) => left < 32.5 || right > 177.8 || bottom > 287)
      expect(facts.number === null ? [] : outside).toEqual([]) // the mark of a draft goes over all of it
      const again = await renderLetter(letter(facts), { draft: facts.number === null })
      expect(Buffer.compare(drawn.pdf, again)).toBe(0)
    })

    it('has its figures under each other, ending at the same place', async () => {
      const words = pdf.wordsAt(await renderLetter(letter(hoursFacts), { draft: false }))
      const ends = (texts: string[]) =>
        texts.map((text) => Math.round((words.find((word) => word.text === text)?.right ?? 0) * 10))
      const [first, ...others] = ends(['15,00', '55,00', '40,00', '24,00'])
      expect(first).toBeGreaterThan(0)
      for (const other of others) expect(Math.abs(other - (first ?? 0))).toBeLessThanOrEqual(3)
    })
  },
)
