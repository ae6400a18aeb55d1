import { beforeAll, describe, expect, it } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { drawLetter, renderLetter } from '#service/letters/render.ts'
import { bareFacts, fullFacts, typicalFacts } from './example.ts'
import * as pdf from './pdf-tools.ts'

const letter = (facts: ProgressFacts, lang: 'nl' | 'en' = 'nl') => composeProgressLetter(facts, lang)
const full = letter(fullFacts)
const named = (given_names: string, surname: string): ProgressFacts => ({
  ...fullFacts,
  participant: { ...fullFacts.participant, given_names, surname, prefix: '', initials: '' },
})

/** As much as a coach could ever put in one letter. */
const longFacts: ProgressFacts = {
  ...fullFacts,
  notes: Array.from({ length: 40 }, (_, n) => ({
    date: '2026-10-05',
    body: `Aantekening ${n + 1}. ${'Zij hielp in de keuken en vroeg hoe het recept heet. '.repeat(1 + (n % 5))}`,
  })),
  texts: {
    ...fullFacts.texts,
    opinion: 'Ik vertel hier heel veel over. '.repeat(160),
    agreements: Array.from({ length: 12 }, (_, n) => ({
      what: `Afspraak ${n + 1} die over meer dan een regel loopt omdat er veel bij staat`,
      who: 'mevrouw El Khatib en de werkplaats',
      when: 'vóór 1 januari 2027',
    })),
  },
}

/** Beyond the margins, in millimetres. */
const isOutside = ({ left, right, top, bottom }: pdf.WordAt): boolean =>
  left < 32.5 || right > 177.8 || top < 9 || bottom > 287

describe('the file', () => {
  it('is the same to the byte when it is made again, whatever was made before', async () => {
    const first = await renderLetter(full, { draft: false })
    await renderLetter(letter(bareFacts), { draft: true })
    await renderLetter(letter(named('Łukasz', 'Đặng\u00a0Ünal')), { draft: false })
    const again = await renderLetter(full, { draft: false })
    expect(Buffer.compare(first, again)).toBe(0)
  })

  it('is small: three pages with their fonts and tags stay under 40 kB', async () => {
    expect((await renderLetter(full, { draft: false })).length).toBeLessThan(40_000)
    expect((await renderLetter(letter(bareFacts), { draft: true })).length).toBeLessThan(25_000)
  })

  it.skipIf(!pdf.hasQpdf)('says the same packed as plain', async () => {
    const bytes = await renderLetter(full, { draft: false })
    const plain = pdf.unpacked(bytes)
    expect(bytes.length).toBeLessThan(plain.length * 0.75)
    expect(pdf.textOf(bytes)).toBe(pdf.textOf(plain))
    // qpdf writes attributes in an order of its own.
    const tags = (of: Uint8Array) =>
      pdf
        .structureOf(of)
        .split('\n')
        .filter((line) => !/^\s*\//u.test(line))
    expect(tags(bytes)).toEqual(tags(plain))
    expect(pdf.fontsOf(bytes).length).toBe(pdf.fontsOf(plain).length)
  })

  it.skipIf(!pdf.hasQpdf)('has no mistakes that qpdf knows of', async () => {
    for (const facts of [fullFacts, bareFacts, longFacts])
      expect(pdf.qpdfSays(await renderLetter(letter(facts), { draft: true }))).toBe('ok')
  })

  it.skipIf(!pdf.hasPreflight)('is valid as PDF/A-1b, the form that can be checked here', async () => {
    const office = { ...fullFacts.office, name: 'Hout & Co <De Linde>' }
    for (const facts of [fullFacts, { ...bareFacts, office }]) {
      const twin = await renderLetter(letter(facts), { draft: true, pdfa: 'A-1b' })
      expect(pdf.preflightSays(twin)).toContain('is a valid PDF/A-1b file')
    }
  })

  it.skipIf(!pdf.hasPoppler)('has every font inside, and only letters it uses', async () => {
    const fonts = pdf.fontsOf(await renderLetter(full, { draft: false }))
    expect(fonts.length).toBe(4)
    for (const font of fonts) expect(font).toMatch(/\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  it.skipIf(!pdf.hasPoppler)('carries title, language and structure', async () => {
    const bytes = await renderLetter(full, { draft: false })
    const info = pdf.infoOf(bytes)
    expect(info).toMatch(/Title:\s+Voortgang traject van mevrouw El Khatib, 18 november 2026/)
    expect(info).toMatch(/Author:\s+Werkplaats De Linde/)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/CreationDate:\s+Wed Nov 18/)
    const source = pdf.sourceOf(bytes)
    expect(source).toContain('/Lang (nl-NL)')
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})

describe.skipIf(!pdf.hasPoppler)('the structure', () => {
  let structure: string
  beforeAll(async () => {
    structure = pdf.structureOf(await renderLetter(full, { draft: false }))
  })

  it('has one title, a heading per part, tables with heads, figures with words', () => {
    const count = (tag: string): number =>
      structure.split('\n').filter((l) => l.trim().startsWith(tag)).length
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(11)
    expect(count('Table')).toBe(4)
    expect(count('TH')).toBe(7 + 4 + 2 + 6 + 3)
    expect(count('Figure')).toBe(1 + 6)
    expect(structure).toContain('Op tijd komen')
    expect(structure).not.toMatch(/Bladzijde|Afzender/) // repeated on every page: an artifact
  })

  it('keeps words of two lines apart', () => {
    const flat = structure.replaceAll(/\s+/gu, ' ')
    expect(flat).toContain('Zij is nu halverwege.')
    expect(flat).toContain('een vrijwilligersplek in een keuken.')
  })

  it('has no empty headings when hardly anything is known', async () => {
    const { pdf: bytes, pages } = await drawLetter(letter(bareFacts), { draft: false })
    expect(pages).toBe(1)
    const bare = pdf.structureOf(bytes)
    expect(bare.match(/H2/gu)).toHaveLength(1)
    expect(bare).toContain('In één oogopslag')
  })
})

describe.skipIf(!pdf.hasPoppler)('the page', () => {
  let bytes: Uint8Array
  let words: pdf.WordAt[]
  beforeAll(async () => {
    bytes = await renderLetter(full, { draft: false })
    words = pdf.wordsAt(bytes)
  })

  it('has the facts in its text', () => {
    const text = pdf.flatText(bytes)
    for (const part of [
      'Geachte mevrouw De Vries,',
      '150 van de 175 geplande uren: 86%',
      'Wij horen het graag vóór 4 december 2026.',
      'van A1 naar A2',
      'inschatting begeleider, 10 november',
      '“Ik ben blij met de keuken. Ik durf nu te praten.',
      'Kinderopvang op vrijdag regelen mevrouw El Khatib vóór 1 januari',
      'Wij schrijven u weer in de week van 11 januari 2027.',
      'Kopie: mevrouw S. el Khatib',
    ])
      expect(text).toContain(part)
  })

  it('shows the address in the window and nothing else', () => {
    const first = words.find((word) => word.text === 'VERTROUWELIJK')
    expect(first?.left).toBeCloseTo(50, 0)
    expect(first?.top).toBeGreaterThan(58)
    expect(first?.top).toBeLessThan(60.5)
    const inWindow = words.filter((word) => word.page === 1 && word.top > 56 && word.bottom < 90.5)
    expect(inWindow.map((word) => word.text).join(' ')).toBe(
      'VERTROUWELIJK Gemeente Lindwijk T.a.v. mevrouw A. de Vries, klantmanager Postbus 100 1234 ZZ LINDWIJK',
    )
    for (const word of inWindow) expect(word.right).toBeLessThan(135)
  })

  it('has the four references at 33, 71, 109 and 147 mm', () => {
    const labels = words.filter((word) => word.page === 1 && word.top > 90 && word.top < 93)
    const starts = ['Uw', 'Uw', 'Ons', 'Datum'].map((text, n) =>
      labels.filter((word) => word.text === text).at(text === 'Uw' ? n : 0),
    )
    expect(starts.map((word) => Math.round(word?.left ?? 0))).toEqual([33, 71, 109, 147])
  })

  it.each([
    ['the full letter', fullFacts],
    ['a bare letter', bareFacts],
    ['a very long letter', longFacts],
  ])('keeps all text of %s inside the margins', async (_what, facts) => {
    const all = pdf.wordsAt(await renderLetter(letter(facts), { draft: false }))
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter(isOutside)).toEqual([])
  })

  it('counts its pages and says to whom it is on each', () => {
    const pages = pdf.textOf(bytes).split('\f').slice(0, -1)
    for (const [n, page] of pages.entries()) {
      expect(page).toContain(`Bladzijde ${n + 1} van ${pages.length}`)
      if (n > 0) expect(page).toContain('Gemeente Lindwijk, mevrouw A. de Vries')
    }
  })
})

describe.skipIf(!pdf.hasPoppler)('a long letter', () => {
  it('goes on over pages: text whole, no heading alone at the foot, the head of a table again', async () => {
    const { pdf: bytes, pages } = await drawLetter(letter(longFacts), { draft: false })
    expect(pages).toBeGreaterThan(4)
    const text = pdf.flatText(bytes)
    for (const n of [1, 20, 40]) expect(text).toContain(`Aantekening ${n}.`)
    const unbroken = text.replaceAll(/Werkplaats De Linde · .{0,120} 2026-0148 /gu, '')
    expect(unbroken.match(/heel veel over\./gu)).toHaveLength(160)
    const parts = pdf.textOf(bytes).split('\f').slice(0, -1)
    const headings = letter(longFacts).blocks.flatMap((block) =>
      'heading' in block && block.heading !== null ? [block.heading] : [],
    )
    for (const page of parts) {
      const lines = page.split('\n').filter((line) => line.trim() !== '' && !/Bladzijde|KvK/u.test(line))
      expect(headings).not.toContain(lines.at(-1))
    }
    const withRows = parts.filter((page) => /Afspraak \d/u.test(page))
    for (const page of withRows) expect(page).toMatch(/Wanneer/)
  })

  it('is rare: most are two pages', async () => {
    expect((await drawLetter(letter(typicalFacts), { draft: false })).pages).toBe(2)
  })

  it('never leaves the signature alone on a page', async () => {
    for (let lines = 1; lines < 30; lines += 4) {
      const texts = { ...fullFacts.texts, helps: 'Nog een regel.\n'.repeat(lines) }
      const bytes = await renderLetter(letter({ ...fullFacts, texts }), { draft: false })
      const last = pdf.textOf(bytes).split('\f').at(-2) ?? ''
      expect(last).toContain('Met vriendelijke groet,')
      expect(last).toMatch(/Antwoord over de proef/)
    }
  })
})

describe.skipIf(!pdf.hasPoppler)('names from everywhere', () => {
  it.each([
    ['Turkish', 'Gülşah', 'Çağlayan-Işık'],
    ['Polish and Vietnamese', 'Łucja', 'Đặng Thị'],
    ['Cyrillic', 'Оксана', 'Їжакевич'],
    ['Greek', 'Ελένη', 'Παπαδοπούλου'],
    ['Tigrinya', 'ሰላም', 'ተስፋይ'],
  ])('prints a %s name in letters', async (_what, given, surname) => {
    const { pdf: bytes, unprintable } = await drawLetter(letter(named(given, surname)), { draft: false })
    expect(unprintable).toEqual([])
    expect(pdf.flatText(bytes).normalize('NFC')).toContain(`Voortgang van mevrouw ${surname}`)
  })

  it('prints an Arabic name from right to left, and it can be searched and read out', async () => {
    const facts = { ...named('سميرة', 'الخطيب'), texts: { ...fullFacts.texts, opinion: 'أنا سعيدة جدا هنا' } }
    const { pdf: bytes, unprintable } = await drawLetter(letter(facts), { draft: false })
    expect(unprintable).toEqual([])
    expect(pdf.flatText(bytes)).toContain('أنا سعيدة جدا هنا')
    const spoken = Buffer.from('\ufeffالخطيب', 'utf16le').swap16().toString('latin1')
    const escaped = spoken.replaceAll(/[()\\]/gu, String.raw`\$&`)
    expect(pdf.sourceOf(bytes)).toContain(`/ActualText (${escaped})`)
    expect(pdf.fontsOf(bytes).join('\n')).toContain('NotoSansArabic')
  })

  it('says which characters it cannot print, and never prints a box', async () => {
    const { pdf: bytes, unprintable } = await drawLetter(letter(named('', 'தமிழ் 王')), { draft: false })
    expect(unprintable).toContain('王')
    expect(unprintable).toContain('த')
    expect(pdf.flatText(bytes)).toMatch(/mevrouw \?/u)
  })

  it('breaks what is too long for its column, and keeps all of it', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)
    const facts = {
      ...named('', name),
      municipality: {
        ...fullFacts.municipality,
        name: 'Zuidwestelijk Hoogeveenschewijkenland aan de Bovenloop',
      },
      texts: { ...fullFacts.texts, agreements: [{ what: name, who: name, when: name }] },
    }
    const bytes = await renderLetter(letter(facts), { draft: false })
    expect(pdf.wordsAt(bytes).filter(isOutside)).toEqual([])
    expect(pdf.textOf(bytes).replaceAll(/\s/gu, '')).toContain('vanmevrouwWolfeschlegel')
  })
})

describe.skipIf(!pdf.hasPoppler)('a draft', () => {
  it('says so across every page, and the letter itself does not', async () => {
    const draft = await drawLetter(full, { draft: true })
    const marks = pdf.textOf(draft.pdf).split('\f').slice(0, draft.pages)
    for (const page of marks) {
      const parts = page.split(/\s+/u).filter((word) => /^[CONEPT]+$/u.test(word))
      expect(Array.from(parts.join('')).toSorted().join('')).toBe('CCENOPT') // turned text comes out in pieces
    }
    const bare = await renderLetter(letter(bareFacts), { draft: true })
    expect(pdf.structureOf(bare)).not.toContain('CONCEPT')
    expect(pdf.textOf(await renderLetter(full, { draft: false }))).not.toContain('CONCEPT')
  })
})
