import { beforeAll, describe, expect, it } from 'vitest'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import type { Block, LetterContent } from '#core/letters/content.ts'
import { intakeFactsSchema, type IntakeFacts } from '#core/letters/facts.ts'
import { intakeLetterGaps } from '#core/letters/gaps.ts'
import { drawLetter, renderLetter } from '#service/letters/render.ts'
import { bareIntake, fullIntake } from './intake-example.ts'
import * as pdf from './pdf-tools.ts'

const letter = (facts: IntakeFacts, lang: 'nl' | 'en' = 'nl'): LetterContent =>
  composeIntakeLetter(facts, lang)
const kinds = (facts: IntakeFacts): string[] => letter(facts).blocks.map((one: Block) => one.kind)
const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\u00a0', ' ')

/** As much as anybody could type. */
const longIntake: IntakeFacts = {
  ...fullIntake,
  texts: {
    ...fullIntake.texts,
    wish: 'Ik vertel hier heel veel over. '.repeat(200),
    difference: 'Dit leggen wij uit.\n'.repeat(60),
    agreements: Array.from({ length: 12 }, (_, n) => ({
      what: `Afspraak ${n + 1} die over meer dan een regel loopt omdat er veel bij staat`,
      who: 'mevrouw El Khatib en de werkplaats',
      when: 'vóór 1 januari 2027',
    })),
  },
}

describe('the words', () => {
  it('come in the order in which the reader decides', () => {
    expect(kinds(fullIntake)).toEqual([
      'paragraphs', // opening
      'question',
      'facts',
      'paragraphs', // wish
      'paragraphs', // advice
      'paragraphs', // needed
      'agreements', // goals
      'opinion',
      'agreements',
    ])
    expect(kinds(bareIntake)).toEqual(['paragraphs', 'facts'])
  })

  it('say on which days was talked, the month and the year once', () => {
    const days = (talks_on: string[]): string => plain(letter({ ...fullIntake, talks_on }).blocks[0])
    expect(days(['2026-11-10', '2026-11-03'])).toContain('op 3 en 10 november 2026.')
    expect(days(['2026-10-30', '2026-11-03', '2026-11-03'])).toContain('op 30 oktober en 3 november 2026.')
    expect(days(['2025-12-30', '2026-01-05'])).toContain('op 30 december 2025 en 5 januari 2026.')
    expect(days(['2026-11-03'])).toContain('op 3 november 2026.')
  })

  it('give the reason only where advice and wish differ', () => {
    const advice = (fits: IntakeFacts['fits']): string => plain(letter({ ...fullIntake, fits }).blocks[4])
    expect(advice('yes')).toContain('Dit past bij wat mevrouw El Khatib zelf wil.')
    expect(advice('yes')).not.toContain('meteen betaald werk')
    expect(advice('no')).toContain('Dit is anders dan wat mevrouw El Khatib zelf wil.')
    expect(advice('no')).toContain('meteen betaald werk')
    expect(plain(letter({ ...fullIntake, advice: null }).blocks)).not.toContain('meteen betaald werk')
  })

  it('are all there in English too', () => {
    const text = plain(letter(fullIntake, 'en'))
    expect(text).not.toMatch(/\bintake\.[a-z]/u)
    expect(text).toContain('What we advise')
  })

  it('rest on facts that are of the shape that is stored', () => {
    expect(intakeFactsSchema.parse(fullIntake)).toEqual(fullIntake)
    expect(intakeFactsSchema.parse(bareIntake)).toEqual(bareIntake)
    expect(intakeLetterGaps(fullIntake)).toEqual([])
    expect(intakeLetterGaps({ ...fullIntake, caseManager: null })).toEqual([
      { code: 'case_manager', blocking: true },
    ])
  })
})

describe('the file', () => {
  it('is the same to the byte when it is made again, and small', async () => {
    const first = await renderLetter(letter(fullIntake), { draft: false })
    expect(Buffer.compare(first, await renderLetter(letter(fullIntake), { draft: false }))).toBe(0)
    expect(first.length).toBeLessThan(60_000)
  })

  it.skipIf(!pdf.hasQpdf)('has no mistakes that qpdf knows of', async () => {
    for (const facts of [fullIntake, bareIntake, longIntake])
      expect(pdf.qpdfSays(await renderLetter(letter(facts), { draft: true }))).toBe('ok')
  })

  it.skipIf(!pdf.hasPoppler)(
    'has its fonts inside, a title without a number in it, and structure',
    async () => {
      const bytes = await renderLetter(letter(fullIntake), { draft: false })
      for (const font of pdf.fontsOf(bytes))
        expect(font).toMatch(/\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
      const info = pdf.infoOf(bytes)
      expect(info).toMatch(/Title:\s+Advies na de intake van mevrouw El Khatib, 18 november 2026/)
      expect(info).toMatch(/Tagged:\s+yes/)
      const structure = pdf.structureOf(bytes)
      expect(structure.match(/\bH1\b/gu)).toHaveLength(1)
      expect(structure.match(/\bTable\b/gu)).toHaveLength(3)
    },
  )

  it('is one page for one talk, and two at most for a full one', async () => {
    expect((await drawLetter(letter(bareIntake), { draft: false })).pages).toBe(1)
    expect((await drawLetter(letter(fullIntake), { draft: false })).pages).toBeLessThanOrEqual(2)
  })
})

describe.skipIf(!pdf.hasPoppler)('the page', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderLetter(letter(fullIntake), { draft: false })
  })

  it('has the facts in its text', () => {
    const text = pdf.flatText(bytes)
    for (const part of [
      'Advies na de intake van mevrouw El Khatib',
      'Intake van 3 november tot en met 10 november 2026',
      'Geachte mevrouw De Vries,',
      'Op 12 oktober 2026 meldde u mevrouw El Khatib bij ons aan.',
      'Wij horen het graag vóór 4 december 2026.',
      'Horeca en keuken, zorg',
      'Liefste werk: kok in een groot restaurant.',
      'Beginnen in de werkplaats. Dit past deels bij wat mevrouw El Khatib zelf wil.',
      'Elke dag op tijd komen',
      '“Ik vind het goed om hier te beginnen.',
      'Wij bespraken deze brief op 12 november met mevrouw El Khatib.',
      'Kopie: mevrouw S. el Khatib',
    ])
      expect(text).toContain(part)
  })

  it.each([
    ['a full letter', fullIntake],
    ['a bare letter', bareIntake],
    ['a very long letter', longIntake],
  ])('keeps all text of %s inside the margins', async (_what, facts) => {
    const words = pdf.wordsAt(await renderLetter(letter(facts), { draft: false }))
    expect(words.length).toBeGreaterThan(40)
    expect(
      words.filter(({ left, right, top, bottom }) => left < 32.5 || right > 177.8 || top < 9 || bottom > 287),
    ).toEqual([])
  })
})
