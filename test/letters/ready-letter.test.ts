import { beforeAll, describe, expect, it } from 'vitest'
import { composeReadyLetter } from '#core/letters/compose-ready.ts'
import type { LetterContent } from '#core/letters/content.ts'
import { readyFactsSchema, type ReadyFacts } from '#core/letters/facts.ts'
import { readyLetterGaps } from '#core/letters/gaps.ts'
import { drawLetter, renderLetter } from '#service/letters/render.ts'
import * as pdf from './pdf-tools.ts'
import { bareReady, fullReady } from './ready-example.ts'

const letter = (facts: ReadyFacts, lang: 'nl' | 'en' = 'nl'): LetterContent => composeReadyLetter(facts, lang)
const kinds = (facts: ReadyFacts): string[] => letter(facts).blocks.map((one) => one.kind)
const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\u00a0', ' ')
const longReady: ReadyFacts = {
  ...fullReady,
  texts: { ...fullReady.texts, seen: 'Dit hebben wij gezien en dat schrijven wij op. '.repeat(150) },
}

describe('the words', () => {
  it('first who says it and what is asked, then what was seen and the facts', () => {
    expect(kinds(fullReady)).toEqual(['paragraphs', 'question', 'paragraphs', 'facts', 'opinion'])
    expect(kinds(bareReady)).toEqual(['paragraphs'])
  })

  it('the organisation says it, or the office itself', () => {
    const first = (facts: Partial<ReadyFacts>): string => plain(letter({ ...fullReady, ...facts }).blocks[0])
    expect(first({})).toContain('Restaurant De Voorbeeldlepel ziet dat mevrouw El Khatib klaar is')
    expect(first({ told_by: 'coach' })).toContain('Wij zien dat mevrouw El Khatib klaar is')
    expect(first({ place: null })).toContain('De organisatie waar mevrouw El Khatib werkt, ziet')
  })

  it('a place that has ended says so; what is not known is left out', () => {
    const rows = (place: Partial<NonNullable<ReadyFacts['place']>>): string =>
      plain(letter({ ...fullReady, place: { ...fullReady.place!, ...place } }).blocks[3])
    expect(rows({})).toContain('Daar sinds","value":"3 augustus 2026, 18 uur per week')
    expect(rows({ ended_on: '2026-11-06' })).toContain('3 augustus tot en met 6 november 2026')
    expect(rows({ starts_on: null })).toContain('Daar sinds","value":"18 uur per week')
    expect(rows({ starts_on: null, minutes_per_week: null })).not.toContain('Daar sinds')
  })

  it('are all there in English too, and rest on facts of the shape that is stored', () => {
    const text = plain(letter(fullReady, 'en'))
    expect(text).not.toMatch(/\bready\.[a-z]/u)
    expect(text).toContain('What was seen')
    expect(readyFactsSchema.parse(fullReady)).toEqual(fullReady)
    expect(readyFactsSchema.parse(bareReady)).toEqual(bareReady)
  })

  it('cannot go out without what was seen; the rest only asks attention', () => {
    expect(readyLetterGaps(fullReady)).toEqual([])
    expect(readyLetterGaps(bareReady)).toEqual([
      { code: 'no_seen', blocking: true },
      { code: 'no_question', blocking: false },
      { code: 'opinion', blocking: false },
      { code: 'discussed', blocking: false },
    ])
  })
})

describe('the file', () => {
  it('is one page, and the same to the byte when it is made again', async () => {
    expect((await drawLetter(letter(fullReady), { draft: false })).pages).toBe(1)
    const first = await renderLetter(letter(fullReady), { draft: false })
    expect(Buffer.compare(first, await renderLetter(letter(fullReady), { draft: false }))).toBe(0)
    expect(first.length).toBeLessThan(60_000)
  })

  it.skipIf(!pdf.hasQpdf)('has no mistakes that qpdf knows of', async () => {
    for (const facts of [fullReady, bareReady, longReady])
      expect(pdf.qpdfSays(await renderLetter(letter(facts), { draft: true }))).toBe('ok')
  })
})

describe.skipIf(!pdf.hasPoppler)('the page', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await renderLetter(letter(fullReady), { draft: false })
  })

  it('has the facts in its text, and structure', () => {
    const text = pdf.flatText(bytes)
    for (const part of [
      'Mevrouw El Khatib is klaar voor de arbeidsmarkt',
      'Gezien op 10 november 2026',
      'Geachte mevrouw De Vries,',
      'Wij horen het graag vóór 4 december 2026.',
      'Zij kookt zelfstandig voor dertig gasten',
      'Restaurant De Voorbeeldlepel, Keukenhulp (werkervaringsplaats)',
      '3 augustus 2026, 18 uur per week',
      'Spreken A2, lezen A1',
      '“Ik wil graag werken en mijn eigen geld verdienen.”',
      'Kopie: mevrouw S. el Khatib',
    ])
      expect(text).toContain(part)
    expect(pdf.structureOf(bytes).match(/\bH1\b/gu)).toHaveLength(1)
    expect(pdf.infoOf(bytes)).toMatch(/Tagged:\s+yes/)
  })

  it.each([
    ['a full letter', fullReady],
    ['a bare letter', bareReady],
    ['a long letter', longReady],
  ])('keeps all text of %s inside the margins', async (_what, facts) => {
    const words = pdf.wordsAt(await renderLetter(letter(facts), { draft: false }))
    expect(words.length).toBeGreaterThan(30)
    expect(
      words.filter(({ left, right, top, bottom }) => left < 32.5 || right > 177.8 || top < 9 || bottom > 287),
    ).toEqual([])
  })
})
