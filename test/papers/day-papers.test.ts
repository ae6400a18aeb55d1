import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { share } from '#service/papers/share.ts'
import { signInSheet } from '#service/papers/sign-in-sheet.ts'
import { todaySheet } from '#service/papers/today-sheet.ts'
import { weekSheet } from '#service/papers/week-sheet.ts'
import {
  flatText,
  fontsOf,
  hasPoppler,
  hasQpdf,
  infoOf,
  qpdfSays,
  structureOf,
  tagsOf,
  textOf,
  wordsAt,
} from '../letters/pdf-tools.ts'
import * as example from './day-example.ts'

/** Kept for who wants to look. */
const folder = path.join(import.meta.dirname, '../output/papers')
const papers: Record<string, { make: () => Promise<Uint8Array>; pages: number; wide?: boolean }> = {
  'sign-in': { make: () => signInSheet(example.signIn), pages: 1 },
  'sign-in-60': { make: () => signInSheet(example.signInSixty), pages: 3 },
  'sign-in-nobody': { make: () => signInSheet(example.signInNobody), pages: 1 },
  'week': { make: () => weekSheet(example.week), pages: 1, wide: true },
  'week-60': { make: () => weekSheet(example.weekSixty), pages: 3, wide: true },
  'week-holidays': { make: () => weekSheet(example.weekHolidays), pages: 1, wide: true },
  'week-nobody': { make: () => weekSheet(example.weekNobody), pages: 1, wide: true },
  'today': { make: () => todaySheet(example.today), pages: 1 },
  'today-60': { make: () => todaySheet(example.todaySixty), pages: 1 },
  'today-too-much': { make: () => todaySheet(example.todayTooMuch), pages: 1 },
  'today-busy': { make: () => todaySheet(example.todayBusy), pages: 1 },
  'today-nobody': { make: () => todaySheet(example.todayNobody), pages: 1 },
} // prettier-ignore

const made = new Map<string, Promise<Uint8Array>>()

/** Drawn once for all that is looked at in it. */
function paper(name: keyof typeof papers): Promise<Uint8Array> {
  let pdf = made.get(name)
  if (!pdf) made.set(name, (pdf = papers[name]?.make() ?? Promise.reject(new Error(`no paper ${name}`))))
  return pdf
}

describe.skipIf(!hasPoppler || !hasQpdf)('the papers of the days', { timeout: 120_000 }, () => {
  test.each(Object.entries(papers))(
    '%s: whole, tagged, inside the page, the same bytes again',
    async (name, { make, pages, wide = false }) => {
      const pdf = await paper(name)
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, `${name}.pdf`), pdf)
      expect(qpdfSays(pdf)).toBe('ok')
      const info = infoOf(pdf)
      expect(info).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
      expect(info).toMatch(/Tagged:\s+yes/)
      expect(info).toMatch(wide ? /841.89 x 595.28/ : /595.28 x 841.89/)
      expect(info).not.toMatch(/Khatib/) // the title shows in windows
      expect(fontsOf(pdf).every((line) => / yes yes yes /u.test(line.replaceAll(/\s+/gu, ' ')))).toBe(true)
      expect(tagsOf(pdf).match(/H1/gu)).toHaveLength(1)
      const [width, height] = wide ? [297, 210] : [210, 297]
      for (const word of wordsAt(pdf)) {
        expect(word.left, word.text).toBeGreaterThan(14)
        expect(word.right, word.text).toBeLessThan(width - 11)
        expect(word.top, word.text).toBeGreaterThan(6)
        expect(word.bottom, word.text).toBeLessThan(height - 4)
      }
      expect(Buffer.compare(Buffer.from(await make()), Buffer.from(pdf))).toBe(0)
    },
  )

  test('everybody is on the sign-in sheet, in order, with the head and the word on each page', async () => {
    const pdf = await paper('sign-in-60')
    const parts = textOf(pdf).split('\f').slice(0, -1)
    for (const [n, page] of parts.entries()) {
      expect(page).toContain('Ochtend')
      expect(page).toContain('de hamer')
      expect(page).toContain(`Bladzijde ${n + 1} van 3`)
      expect(page.includes('Presentielijst · Woensdag')).toBe(n > 0)
    }
    const from7 = (count: number) => Array.from({ length: count }, (_, n) => n + 7)
    const onPaper = wordsAt(pdf)
      .filter((word) => /^\d+,$/u.test(word.text))
      .toSorted((a, b) => a.page - b.page || a.top - b.top)
    expect(onPaper.map((word) => parseInt(word.text))).toEqual(from7(54))
    // Read aloud as well; of the short sheet, because poppler takes long over the text of many tags.
    const aloud = structureOf(await paper('sign-in')).matchAll(/Proefpersoon (\d+)/gu)
    expect([...aloud].map((found) => Number(found[1]))).toEqual(from7(8))
    expect(flatText(pdf)).toContain('Bezoekers en anderen')
    expect(flatText(pdf)).toContain('ተስፋይ')
  })

  test('there is room for a signature: each row is at least a centimetre high', async () => {
    const tops = wordsAt(await paper('sign-in'))
      .filter((word) => word.text === 'Proefpersoon')
      .map((word) => word.top)
      .toSorted((a, b) => a - b)
    expect(tops).toHaveLength(8)
    for (const [n, top] of tops.slice(1).entries()) expect(top - (tops[n] ?? 0)).toBeGreaterThan(10)
  })

  test('an empty week has no marks, a filled one has them; a closed day is named once on each page', async () => {
    const empty = flatText(await paper('week'))
    expect(empty).not.toMatch(/ L 45 /u)
    expect(flatText(await paper('week-60'))).toMatch(/L 45/u)
    const holidays = await paper('week-holidays')
    expect(flatText(holidays)).toContain('Gesloten: Eerste Kerstdag')
    expect(structureOf(holidays)).toMatch(/TH[\s\S]*Gesloten/u)
    for (const page of textOf(await paper('week-60'))
      .split('\f')
      .slice(0, -1))
      expect(page).toMatch(/Woensdag 18/u)
  })

  test('the page of today says what it leaves out, and leaves nothing out that fits', async () => {
    const whole = flatText(await paper('today-60'))
    expect(whole).not.toContain('en nog')
    expect(whole).toContain('Proefpersoon 59')
    const text = flatText(await paper('today-too-much'))
    const left = [...text.matchAll(/en nog (\d+) meer/gu)].map((found) => Number(found[1]))
    expect(left).toHaveLength(3)
    const shown = (what: string) => [...text.matchAll(new RegExp(`${what} \\d+`, 'gu'))].length
    expect(shown('Taak') + shown('Brief') + shown('Proefpersoon') + left.reduce((sum, n) => sum + n, 0)).toBe(
      60 + 40 + 69,
    )
    expect(shown('Afwezige')).toBe(2)
  })

  test('where the list is short, what waits goes on under it; the appointments of the day stand whole', async () => {
    const pdf = await paper('today-busy')
    const text = flatText(pdf)
    expect([...text.matchAll(/Afspraak (\d+)/gu)].map((found) => Number(found[1]))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ])
    expect([...text.matchAll(/Nazorg \d/gu)]).toHaveLength(4)
    const places = wordsAt(pdf)
    const place = (what: string) => places.find((word) => word.text === what) ?? expect.fail(what)
    expect(place('Taken').left).toBeGreaterThan(120)
    expect(place('Nazorg').left).toBeLessThan(21)
    const last = places.filter((word) => word.text === 'Proefpersoon').map((word) => word.bottom)
    expect(place('Nazorg').top).toBeGreaterThan(Math.max(...last))
  })
})

test('room is shared fairly, and what is left over goes to who wants more', () => {
  expect(share([10, 100, 100], 110)).toEqual([10, 50, 50])
  expect(share([10, 20], 100)).toEqual([10, 20])
  expect(share([50, 50, 1], 31)).toEqual([15, 15, 1])
  expect(share([], 10)).toEqual([])
})
