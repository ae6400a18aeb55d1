/** Fonts with the glyphs of one letter, and of many letters together. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import PDFDocument from 'pdfkit'
import { fontOf, tablesOf } from '#service/letters/fonts.ts'
import { printFileOf } from '#service/letters/print-file.ts'
import { readFont, subsetOf } from '#service/letters/subset.ts'
import { fontsOf, hasPoppler, textOf } from './pdf-tools.ts'

test('a part of a font holds the asked glyphs under their own numbers, with what they are made of, and no others', () => {
  const whole = tablesOf('text')
  const [a, dotted, last] = fontOf('text')
    .layout('aëŵ')
    .glyphs.map((glyph: { id: number }) => glyph.id) as [number, number, number]
  const part = readFont(subsetOf(whole, [a, dotted]))
  for (const id of [0, a, dotted]) {
    const { outline, ...measures } = whole.glyph(id)
    expect(part.glyph(id)).toMatchObject(measures)
    // Behind it a byte may follow, so that the next one begins at an even place.
    expect(part.glyph(id).outline.subarray(0, outline.length).equals(outline)).toBe(true)
  }
  expect(part.glyphs).toBeLessThan(whole.glyphs)
  // An ë is an e and two dots: both are there, though nobody asked for them.
  const outlines = [...Array(part.glyphs).keys()].filter((id) => part.glyph(id).outline.length > 0)
  const composed = whole.glyph(dotted).outline.readInt16BE(0) < 0
  expect(outlines.length).toBeGreaterThanOrEqual(composed ? 5 : 3)
  expect(outlines.length).toBeLessThan(10)
  expect(outlines).not.toContain(last)
  expect(subsetOf(whole, [dotted, a]).equals(subsetOf(whole, [a, dotted, a]))).toBe(true)
})

test.runIf(hasPoppler)(
  'letters whose glyphs are numbered another way keep their own fonts in a print file',
  async () => {
    // As letters were stored before: numbered in the order in which they come.
    const old = await Promise.all(['Zij komt graag', 'graag op tijd'].map(plain))
    const file = await printFileOf(old, false)
    expect(fontsOf(file)).toHaveLength(2)
    expect(textOf(file)).toContain('graag op tijd')
    expect(textOf(file).indexOf('Zij komt graag')).toBeLessThan(textOf(file).indexOf('graag op tijd'))
  },
)

async function plain(text: string): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  )
  const doc = new PDFDocument({ size: 'A4', font: path })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const finished = new Promise((done) => doc.on('end', done))
  doc.text(text)
  doc.end()
  await finished
  return Buffer.concat(chunks)
}
