/**
 * Letters as they look: every page beside its approved picture. What differs is written to test/output/pictures. After a
 * change that is meant: `npm run approve-pictures`, and look at every picture that git says is another one.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { letterKind } from '#core/api/letters.ts'
import { hasPoppler } from './pdf-tools.ts'
import { compare, pagesOf, popplerVersion, readPng, writePng, type Gray } from './pictures/gray.ts'
import { drawn, pictured } from './pictures/set.ts'

const DOTS_PER_INCH = 72
const approved = path.join(import.meta.dirname, 'pictures', 'approved')
const drawnBy = path.join(import.meta.dirname, 'pictures', 'drawn-by.txt')
/** A word that stands elsewhere is seen. Another version of poppler draws the edges of letters otherwise: then, a line. */
const STRICT = { share: 0.005, worst: 0.06 }
const OTHER_VERSION = { share: 0.012, worst: 0.4 }
const MOST = hasPoppler && readFileSync(drawnBy, 'utf8') === popplerVersion() ? STRICT : OTHER_VERSION
const output = path.join(import.meta.dirname, '../output/pictures')
const approving = process.env['APPROVE_PICTURES'] === '1'

const fileOf = (name: string, page: number): string => `${name}-${page + 1}.png`

function approvedPages(name: string): Gray[] {
  const own = new RegExp(`^${name}-\\d+\\.png$`, 'u')
  const files = readdirSync(approved).filter((file) => own.test(file))
  return files.map((_, page) => readPng(readFileSync(path.join(approved, fileOf(name, page)))))
}

/** Where it differs, in words; the pictures beside it. */
function differences(name: string, pages: readonly Gray[]): string[] {
  const wanted = approvedPages(name)
  mkdirSync(output, { recursive: true })
  const told =
    wanted.length === pages.length
      ? []
      : [`${name}: ${wanted.length} pages were approved, not ${pages.length}`]
  return told.concat(
    pages.flatMap((page, n) => {
      const before = wanted[n]
      const file = fileOf(name, n)
      const { share, worst, picture } = before ? compare(before, page) : { share: 1, worst: 1, picture: null }
      if (share <= MOST.share && worst <= MOST.worst) return []
      writeFileSync(path.join(output, file), writePng(page))
      if (picture) writeFileSync(path.join(output, `difference-${file}`), writePng(picture))
      const percent = (part: number): string => `${(part * 100).toFixed(2)}%`
      return [
        `${file}: ${percent(share)} of the page differs, ${percent(worst)} of one square; see ${output}`,
      ]
    }),
  )
}

describe.skipIf(!hasPoppler)('the pictures', () => {
  if (approving) {
    rmSync(approved, { recursive: true, force: true })
    mkdirSync(approved, { recursive: true })
    writeFileSync(drawnBy, popplerVersion())
  }
  const seen: string[] = []

  it.each(pictured.map((one) => [one.name, one] as const))('of %s are as approved', async (name, one) => {
    const pages = pagesOf(await drawn(one), DOTS_PER_INCH)
    expect(pages.length).toBeGreaterThan(0)
    for (const [n, page] of pages.entries()) {
      seen.push(fileOf(name, n))
      if (approving) writeFileSync(path.join(approved, fileOf(name, n)), writePng(page))
    }
    expect(differences(name, pages)).toEqual([])
  })

  afterAll(() => {
    expect(readdirSync(approved).toSorted()).toEqual(seen.toSorted())
  })
})

it('every kind of letter has its pictures', () => {
  expect(new Set(pictured.map(({ kind }) => kind))).toEqual(new Set(letterKind.options))
})

it('the approved pictures are small', () => {
  const sizes = readdirSync(approved).map((file) => readFileSync(path.join(approved, file)).length)
  expect(Math.max(...sizes)).toBeLessThan(60_000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
})

describe.skipIf(!hasPoppler)('what is compared', () => {
  const [first] = pictured
  const page = async (): Promise<Gray> => {
    const [one] = first ? pagesOf(await drawn(first), DOTS_PER_INCH) : []
    if (!one) throw new Error('no page')
    return one
  }

  it('is the same after it was kept, and not the same when the text stands 2 mm lower or a word is gone', async () => {
    const one = await page()
    const kept = readPng(writePng(one))
    expect(compare(one, kept)).toMatchObject({ share: 0, worst: 0 })
    const { width, height } = one
    const down = Math.round((2 / 25.4) * DOTS_PER_INCH)
    const lower = new Uint8Array(one.dots.length).fill(255)
    lower.set(one.dots.subarray(0, one.dots.length - down * width), down * width)
    const moved = compare(one, { width, height, dots: lower })
    expect(moved.share).toBeGreaterThan(OTHER_VERSION.share)
    expect(moved.worst).toBeGreaterThan(OTHER_VERSION.worst)
    // A word of 40 by 12 dots, anywhere on the line of the address.
    const [x, y] = [Math.round(width * 0.25), Math.round(height * 0.21)]
    const gone = one.dots.map((dot, at) =>
      Math.floor(at / width) >= y && Math.floor(at / width) < y + 12 && at % width >= x && at % width < x + 40
        ? 255
        : dot,
    )
    expect(compare(one, { width, height, dots: gone }).worst).toBeGreaterThan(STRICT.worst)
  })
})
