/** The office's own letterhead on paper: where the address comes, what is tagged, and that it is the same every time. */
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { contrast, contrastOnWhite, leastContrast, onTint } from '#core/letters/contrast.ts'
import type { Look } from '#core/letters/content.ts'
import type { FrameFacts, ProgressFacts } from '#core/letters/facts.ts'
import { letterNumber, numberFormProblem } from '#core/letters/number-form.ts'
import { checkPicture } from '#service/letters/pictures/check.ts'
import type { Pictures } from '#service/letters/pictures/picture.ts'
import { renderLetter } from '#service/letters/render.ts'
import { drawWindowPage } from '#service/letters/window-page.ts'
import { fullFacts } from './example.ts'
import * as pdf from './pdf-tools.ts'

const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
  <rect width="40" height="40" rx="8" fill="#1b5e8c"/><path d="M10 30 L20 10 L30 30 Z" fill="#fff"/>
  <text x="48" y="27" font-size="18" fill="#1b5e8c">Linde</text></svg>`
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')

/** Eight bits a channel, see-through at the left; `filter` 0 to 4. */
function png(width: number, height: number, filter = 0): Buffer {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    rows[y * (width * 4 + 1)] = filter
    for (let x = 0; x < width * 4; x += 1) rows[y * (width * 4 + 1) + 1 + x] = (x * 7 + y * 3) & 0xff
  }
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function kept(...files: (string | Uint8Array)[]): { pictures: Pictures; hashes: string[] } {
  const all = files.map((file) => {
    const chosen = checkPicture(base64(file))
    if ('problem' in chosen) throw new Error(chosen.problem)
    return chosen.picture
  })
  return {
    hashes: all.map((picture) => picture.sha256),
    pictures: (sha256) => {
      const found = all.find((picture) => picture.sha256 === sha256)
      if (!found) throw new Error('no such picture')
      return found
    },
  }
}

const plain = { window_side: 'left', window_x: 0, window_y: 0 } as const
const draw = (letterhead: FrameFacts['letterhead'], pictures?: Pictures, more: Partial<ProgressFacts> = {}) =>
  renderLetter(
    composeProgressLetter({ ...fullFacts, ...(letterhead ? { letterhead } : {}), ...more }, 'nl'),
    {
      draft: false,
      ...(pictures ? { pictures } : {}),
    },
  )
const addressAt = (bytes: Uint8Array) => {
  const words = pdf.wordsAt(bytes).filter((word) => word.page === 1)
  const first = words.find((word) => word.text === 'VERTROUWELIJK')
  const lines = words.filter(
    (word) =>
      first &&
      word.top >= first.top - 1 &&
      word.top < first.top + 28 &&
      word.left >= first.left - 1 &&
      word.right < first.left + 84,
  )
  return {
    left: first?.left ?? 0,
    top: first?.top ?? 0,
    right: Math.max(...lines.map((word) => word.right)),
    bottom: Math.max(...lines.map((word) => word.bottom)),
    references: words.find((word) => word.text === 'kenmerk')?.top ?? 0,
  }
}

describe.skipIf(!pdf.hasPoppler)('the window', () => {
  it('is at the left where it always was, and at the right 109 mm from the edge', async () => {
    const left = addressAt(await draw(plain))
    expect(left).toEqual(addressAt(await draw(undefined)))
    expect(left.left).toBeCloseTo(50, 0)
    expect(left.top).toBeGreaterThan(57.5)
    expect(left.bottom).toBeLessThan(90)
    const right = addressAt(await draw({ ...plain, window_side: 'right' }))
    expect(right.left).toBeCloseTo(109, 0)
    expect(right.right).toBeLessThan(195)
    expect(right.top).toBeCloseTo(left.top, 1)
  })

  it('moves by the offset to a tenth of a millimetre, and the references keep clear of it', async () => {
    const [before, after] = [
      addressAt(await draw(plain)),
      addressAt(await draw({ ...plain, window_x: -35, window_y: 82 })),
    ]
    expect(after.left - before.left).toBeCloseTo(-3.5, 1)
    expect(after.top - before.top).toBeCloseTo(8.2, 1)
    expect(after.references - before.references).toBeCloseTo(8.2, 1)
    const up = addressAt(await draw({ ...plain, window_y: -40 }))
    expect(up.references).toBeCloseTo(before.references, 1)
  })

  it('has a test page with a ruler of 10 cm and the address in the same place', async () => {
    const look: Look = { window: { side: 'right', x: 2, y: -1.5 } }
    const bytes = await drawWindowPage(look, 'Werkplaats De Linde', '2026-11-18')
    expect(await drawWindowPage(look, 'Werkplaats De Linde', '2026-11-18')).toEqual(bytes)
    expect(pdf.qpdfSays(bytes)).toBe('ok')
    const words = pdf.wordsAt(bytes)
    const line = words.find((word) => word.text === 'Regel')
    expect(line?.left).toBeCloseTo(111, 0)
    const ten = words.filter((word) => ['0', '10'].includes(word.text) && word.top > 130 && word.top < 142)
    const middle = ten.map((word) => (word.left + word.right) / 2)
    expect((middle[1] ?? 0) - (middle[0] ?? 0)).toBeCloseTo(100, 1)
    expect(pdf.infoOf(bytes)).toMatch(/Pages:\s+1\n/)
  })
})

describe.skipIf(!pdf.hasPoppler || !pdf.hasQpdf)('a logo, a colour and a signature', () => {
  it.each([
    ['SVG', svg],
    ['PNG', png(40, 20)],
  ])('%s: a figure with its alternative, and the same bytes again', async (_kind, file) => {
    const { hashes, pictures } = kept(file, png(30, 10, 2))
    const [logo = '', signature = ''] = hashes
    const head = { ...plain, logo: { sha256: logo, name: 'Een lindeblad', height: 200 }, accent: '#1B5E8C' }
    const first = await draw(head, pictures, { signature })
    expect(await draw(head, pictures, { signature })).toEqual(first)
    expect(pdf.qpdfSays(first)).toBe('ok')
    const structure = pdf.structureOf(first)
    const source = pdf.sourceOf(first)
    expect(source).toContain('/Alt (Een lindeblad)')
    expect(source).toContain('/Alt (Handtekening van Annemiek Jansen)')
    expect(structure.match(/Figure/gu)?.length).toBe(
      (pdf.structureOf(await draw(undefined)).match(/Figure/gu)?.length ?? 0) + 2,
    )
    expect(pdf.flatText(first)).toContain('Werkplaats De Linde')
    expect(addressAt(first)).toEqual(addressAt(await draw(undefined)))
  })

  it('without its bytes is not drawn without them', async () => {
    const head = { ...plain, logo: { sha256: 'x', name: '', height: 200 } }
    await expect(draw(head)).rejects.toThrow('pictures')
  })
})

describe('a picture that is chosen', () => {
  const problem = (file: string | Uint8Array) => {
    const chosen = checkPicture(base64(file))
    return 'problem' in chosen ? chosen.problem : 'kept'
  }
  const inside = (what: string) =>
    problem(`<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">${what}</svg>`)

  it('is a PNG of any filter, or a plain SVG', () => {
    for (const filter of [0, 1, 2, 3, 4]) expect(problem(png(7, 5, filter))).toBe('kept')
    expect(problem(svg)).toBe('kept')
    expect(
      inside(
        '<!-- a > b --><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path fill="url(#g)" d="M0 0"/>',
      ),
    ).toBe('kept')
  })

  it('of 40 MB is refused at once', () => {
    const sent = 'A'.repeat(54_000_000)
    const from = performance.now()
    expect(checkPicture(sent)).toEqual({ problem: 'logo_large' })
    expect(performance.now() - from).toBeLessThan(50)
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<svg:script>alert(1)</svg:script>'],
    ['something that reacts', '<path d="M0 0" onclick="x()"/>'],
    ['a page in it', '<foreignObject><p/></foreignObject>'],
    ['a picture from elsewhere', '<image href="http://example.org/a.png"/>'],
    ['a link', '<use xlink:href="https://example.org/#a"/>'],
    ['a link behind numbers', '<use href="&#104;ttps://example.org/#a"/>'],
    ['a style from elsewhere', '<style>@import "a.css";</style>'],
    ['a fill from elsewhere', '<path fill="url(http://example.org/#a)" d="M0 0"/>'],
    ['a fill from elsewhere in a style', '<style>path { fill: url( "http://example.org/a" ) }</style>'],
    ['an animation', '<set attributeName="href" to="javascript:x()"/>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY a "b">]>'],
  ])('with %s is refused', (_what, part) => {
    expect(inside(part)).toBe('logo_script')
  })

  it.each([
    ['not closed', '<svg viewBox="0 0 9 9"><g></svg>'],
    ['closed twice', '<svg viewBox="0 0 9 9"></svg></svg>'],
    ['with a second root', '<svg viewBox="0 0 9 9"/><svg/>'],
    ['without a size', '<svg><path d="M0 0"/></svg>'],
    ['that is something else', '<html></html>'],
    ['with a loose sign', '<svg viewBox="0 0 9 9">a < b</svg>'],
    ['that repeats itself', `<svg viewBox="0 0 9 9">${'<use href="#a"/>'.repeat(40)}</svg>`],
  ])('%s is broken', (_what, file) => {
    expect(problem(file)).toBe('logo_broken')
  })

  it('that is cut off, interlaced, or neither is told so', () => {
    expect(problem(png(30, 30).subarray(0, 60))).toBe('logo_broken')
    const interlaced = png(4, 4)
    interlaced[28] = 1
    expect(problem(interlaced)).toBe('logo_broken')
    const huge = png(4, 4)
    huge.writeUInt32BE(60_000, 16)
    expect(problem(huge)).toBe('logo_broken')
    expect(problem(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('logo_kind')
    expect(problem('')).toBe('logo_kind')
  })
})

describe('a colour', () => {
  it('is measured as WCAG says', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5)
    expect(contrastOnWhite('#FFFFFF')).toBeCloseTo(1, 5)
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
    expect(contrastOnWhite('#14586B')).toBeGreaterThan(7)
  })

  it.each(['#14586B', '#767676', '#C04000', '#7A2E8C', '#000000', '#0000FF'])(
    '%s: its tint is light, and letters in it can be read on that',
    (colour) => {
      const { tint, text } = onTint(colour)
      expect(contrastOnWhite(tint)).toBeLessThan(1.4)
      expect(contrast(text, tint)).toBeGreaterThanOrEqual(leastContrast)
      if (contrast(colour, tint) >= leastContrast) expect(text).toBe(colour)
    },
  )

  it.skipIf(!pdf.hasQpdf)(
    'is that of the drawings and of the question too, not only of the headings',
    async () => {
      const petrol = /0\.0784\d* 0\.3450\d* 0\.4196\d*/u
      const drawn = async (accent?: string) =>
        pdf.drawingOf(await draw({ ...plain, ...(accent === undefined ? {} : { accent }) }))
      expect(await drawn()).toMatch(petrol)
      expect(await drawn('#7A2E8C')).not.toMatch(petrol)
    },
  )
})

describe('the form of a number', () => {
  it.each(['{year}-{number}', 'DL-{year}-{number}', '{year}.{number} L', 'Brief {year}-A{number}'])(
    '%s is fine',
    (form) => {
      expect(numberFormProblem(form)).toBeNull()
    },
  )
  it.each([
    ['', 'required'],
    ['{number}', 'number_form'],
    ['{year}{number}', 'number_form'],
    ['{number}-{year}', 'number_form'],
    ['{year}-{number}-{number}', 'number_form'],
    ['{year}-{year}-{number}', 'number_form'],
    ['1{year}-{number}', 'number_form'],
    ['{year}-{number}5', 'number_form'],
    ['{year}-5{number}', 'number_form'],
    ['{year}/{number}', 'number_signs'],
    ['{year}-{number}\u0000', 'number_signs'],
    [`${'a'.repeat(40)}{year}-{number}`, 'too_long'],
  ])('%s is not', (form, why) => {
    expect(numberFormProblem(form)).toBe(why)
  })
  it('counts in at least four digits', () => {
    expect(letterNumber('DL-{year}-{number}', 2026, 7)).toBe('DL-2026-0007')
    expect(letterNumber('{year}-{number}', 2027, 12_345)).toBe('2027-12345')
  })
})
