import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { wordPoster } from '#service/papers/word-poster.ts'
import { wordSheet } from '#service/papers/word-sheet.ts'
import type { WordPaperFacts } from '#service/papers/word-paper.ts'
import { aJpeg, aPng } from '../builders/pictures.ts'
import {
  flatText,
  fontsOf,
  hasPoppler,
  hasQpdf,
  infoOf,
  qpdfSays,
  sourceOf,
  structureOf,
  wordsAt,
} from '../letters/pdf-tools.ts'

const facts: WordPaperFacts = {
  officeName: 'Werkplaats De Linde',
  day: '2026-11-18',
  word: 'de hamer',
  meaning: 'Gereedschap om spijkers in hout te slaan.',
  example: 'Mag ik de hamer even lenen?',
  fits: '',
  picture: null,
}
const cases: Record<string, WordPaperFacts> = {
  plain: facts,
  feast: {
    ...facts,
    day: '2026-12-04',
    word: 'Sinterklaas',
    meaning: 'Het feest op 5 december, met cadeaus en gedichten.',
    example: 'Viert u Sinterklaas thuis?',
    fits: '12-05',
  },
  long: { ...facts, word: 'de gehoorbescherming', example: 'Bij de machine draagt u gehoorbescherming.' },
  two: { ...facts, word: 'gelukkig nieuwjaar', example: 'Gelukkig nieuwjaar voor iedereen!', fits: '01-01' },
  picture: { ...facts, picture: { bytes: aPng(400, 300, { alpha: true }), type: 'png' } },
  jpeg: { ...facts, picture: { bytes: aJpeg(), type: 'jpeg' } },
  longest: {
    ...facts,
    word: 'de arbeidsongeschiktheidsverzekeringsmaatschappijen vandaag',
    meaning: 'Een heel lange uitleg met veel woorden achter elkaar. '.repeat(3).trim().slice(0, 160),
    example: 'Dit is een voorbeeldzin die ook al niet ophoudt, hoe lang men ook leest. '.repeat(3).trim().slice(0, 160),
    picture: { bytes: aPng(300, 900), type: 'png' },
  },
  unusual: { ...facts, word: 'Newroz & <feest> “ژ”', meaning: 'Een woord met & en < erin.', example: '' },
} // prettier-ignore

/** Kept for who wants to look. */
const folder = path.join(import.meta.dirname, '../output/papers')

describe.skipIf(!hasPoppler || !hasQpdf)('the papers of the word of the day', () => {
  test.each(Object.entries(cases))(
    '%s: one page each, whole, tagged, in Dutch',
    async (name, one) => {
      mkdirSync(folder, { recursive: true })
      for (const [kind, make] of [
        ['poster', wordPoster],
        ['sheet', wordSheet],
      ] as const) {
        const pdf = await make(one)
        writeFileSync(path.join(folder, `word-${kind}-${name}.pdf`), pdf)
        expect(qpdfSays(pdf)).toBe('ok')
        const info = infoOf(pdf)
        expect(info).toMatch(/Pages:\s+1\n/)
        expect(info).toMatch(/Tagged:\s+yes/)
        expect(info).toMatch(kind === 'poster' ? /841.89 x 595.28/ : /595.28 x 841.89/)
        expect(sourceOf(pdf)).toContain('nl-NL')
        expect(fontsOf(pdf).every((line) => / yes yes yes /u.test(line.replaceAll(/\s+/gu, ' ')))).toBe(true)
        const text = flatText(pdf)
        expect(text).toContain(one.officeName)
        expect(text).toContain(kind === 'poster' ? 'Woord van de dag' : 'Schrijf het woord.')
        expect(structureOf(pdf)).toMatch(/H1/)
        if (one.picture) expect(structureOf(pdf)).toMatch(/Figure/)
        const [width, height] = kind === 'poster' ? [297, 210] : [210, 297]
        for (const word of wordsAt(pdf)) {
          expect(word.left).toBeGreaterThan(0)
          expect(word.right).toBeLessThan(width)
          expect(word.bottom).toBeLessThan(height)
        }
        expect(Buffer.compare(Buffer.from(await make(one)), Buffer.from(pdf))).toBe(0)
      }
    },
    60_000,
  )

  test('the poster says the feast, the sheet leaves a gap in the sentence', async () => {
    const { feast = facts } = cases
    expect(flatText(await wordPoster(feast))).toContain('Sinterklaas')
    expect(flatText(await wordPoster(feast))).toContain('Vrijdag 4 december')
    expect(flatText(await wordSheet(facts))).toMatch(/Mag ik de _{10,} even lenen\?/)
    expect(flatText(await wordSheet({ ...facts, example: '' }))).not.toContain('Schrijf het woord in de zin.')
  })

  test('the word is as large as the sheet lets it be', async () => {
    const [word] = wordsAt(await wordPoster(facts)).filter((one) => one.text === 'hamer')
    expect((word?.right ?? 0) - (word?.left ?? 0)).toBeGreaterThan(140) // mm
  })
})
