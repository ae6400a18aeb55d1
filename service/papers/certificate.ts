/** The certificate: one A4 in a frame, the name large, what was learnt, and a line to sign on. */
import type { Rich } from '#core/letters/content.ts'
import type { CertificatePart, CertificateSheet } from '#core/letters/sheets.ts'
import { drawLines, spaced } from '../letters/blocks/parts.ts'
import { areaOf, type Area } from '../letters/flow.ts'
import { breakLines, oneLine, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, INK, mm, PAGE, QUIET } from '../letters/page.ts'
import type { Pen } from '../letters/pen.ts'

const FRAME = mm(11)
const LEFT = mm(30)
const WIDTH = PAGE.width - 2 * LEFT
const TOP = mm(30)
/** Where the line to sign on lies, whatever stands above. */
const SIGN_Y = mm(245)
const FOOT_Y = mm(274)
const LAST = SIGN_Y - mm(22)

const OFFICE: Style = { face: 'strong', size: 12, leading: 17, colour: QUIET }
const HEAD: Style = { face: 'title', size: 44, leading: 54, colour: INK, bold: 'title' }
const LEAD: Style = { face: 'text', size: 13, leading: 19, colour: QUIET }
const NAME: Style = { face: 'title', size: 32, leading: 40, colour: INK, bold: 'title' }
const TEXT: Style = { face: 'text', size: 13, leading: 19.5, colour: INK }
const LABEL: Style = { face: 'title', size: 14, leading: 22, colour: INK, bold: 'title' }
const WISH: Style = { face: 'quote', size: 14.5, leading: 21, colour: INK, bold: 'title' }
const SIGNER: Style = { face: 'strong', size: 11, leading: 15, colour: INK }
const SMALL: Style = { face: 'text', size: 9.5, leading: 13, colour: QUIET }

const smaller = (style: Style, scale: number): Style => ({
  ...style,
  size: style.size * scale,
  leading: style.leading * scale,
})

interface Row {
  readonly tag: 'H1' | 'H2' | 'P'
  /** Of the layout. */
  readonly of: number
  readonly lines: readonly Line[]
  readonly style: Style
  readonly gap: number
  /** Draws a small diamond before it. */
  readonly item: boolean
}

/** Draws the certificate on a page that is there; smaller where much is written. @returns where each part stands. */
export function drawCertificate(pen: Pen, sheet: CertificateSheet, unprintable: Unprintable): Area[] {
  drawFrame(pen)
  const rows = fitting(sheet, unprintable)
  const over = LAST - TOP - heightOf(rows)
  let y = TOP + Math.max(0, Math.min(over / 3, mm(18)))
  const areas: Area[] = []
  for (const { tag, of, lines, style: plain, gap, item } of rows) {
    y += gap
    const top = y
    const style = tag === 'P' ? plain : { ...plain, colour: pen.colours.main }
    if (item) pen.artifact(() => diamond(pen, centreOf(lines[0]) - 11, top + style.leading / 2 + 1))
    pen.mark(pen.child(pen.root, tag), () => {
      for (const [n, line] of spaced(lines).entries())
        drawLines(pen, [line], style, centreOf(lines[n]), top + n * style.leading)
    })
    y += lines.length * style.leading
    areas.push(areaOf(of, 0, top, y))
  }
  drawSigning(pen, sheet, unprintable)
  const signed = areaOf(sheet.sign.item, 0, SIGN_Y - mm(12), SIGN_Y + mm(14))
  return [...[...Map.groupBy(areas, ({ item }) => item).values()].map(around), signed]
}

/** Several rows of the same part, as one. */
function around(areas: readonly Area[]): Area {
  const [{ item } = { item: 0 }] = areas
  const bottom = Math.max(...areas.map((area) => area.bottom))
  return { item, page: 0, top: Math.min(...areas.map(({ top }) => top)), bottom }
}

/** Where a line begins that stands in the middle. */
const centreOf = (line: Line | undefined): number => (PAGE.width - (line?.width ?? 0)) / 2

const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.gap + row.lines.length * row.style.leading, 0)

function fitting(sheet: CertificateSheet, unprintable: Unprintable): Row[] {
  let rows: Row[] = []
  for (const scale of [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5]) {
    rows = rowsOf(sheet, scale, unprintable)
    if (TOP + heightOf(rows) <= LAST) return rows
  }
  // A wish of many pages: what comes after the page is not printed over the signature.
  while (rows.length > 4 && TOP + heightOf(rows) > LAST) rows = rows.slice(0, -1)
  return rows
}

function rowsOf(sheet: CertificateSheet, scale: number, unprintable: Unprintable): Row[] {
  const rowsFor =
    (of: number) =>
    (tag: Row['tag'], text: string | Rich, base: Style, gap: number, item = false): Row[] => {
      const rich = typeof text === 'string' ? [{ text }] : text
      if (rich.every((run) => run.text === '')) return []
      const style = smaller(base, scale)
      const lines = evenLines(rich, style, item ? WIDTH - 40 : WIDTH, unprintable)
      return [{ tag, of, lines, style, gap: gap * scale, item }]
    }
  const head = rowsFor(0)
  return [
    ...head('P', sheet.office, OFFICE, 0),
    ...head('H1', sheet.heading, HEAD, 10),
    ...head('P', sheet.lead, LEAD, 16),
    ...head('P', sheet.name, NAME, 6),
    ...head('P', sheet.did, TEXT, 16),
    ...sheet.parts.flatMap((part, n) => partRows(part, sheet.parts[n - 1], rowsFor(part.item))),
  ]
}

type MakeRow = (tag: Row['tag'], text: string | Rich, base: Style, gap: number, item?: boolean) => Row[]

/** A sentence stands close under another one. */
function partRows(part: CertificatePart, before: CertificatePart | undefined, row: MakeRow): Row[] {
  switch (part.kind) {
    case 'sentence':
      return row('P', part.text, TEXT, before === undefined || before.kind === 'sentence' ? 3 : 16)
    case 'wish':
      return row('P', part.text, WISH, 26)
    case 'learnt':
      return [
        ...row('H2', part.heading, LABEL, 24),
        ...part.items.flatMap((text, n) => row('P', text, TEXT, n === 0 ? 4 : 2, true)),
      ]
    case 'own':
      return part.paragraphs.flatMap(({ kind, text }, n) => {
        const under = part.paragraphs[n - 1]?.kind
        if (kind === 'heading') return row('H2', text, LABEL, n === 0 ? 24 : 12)
        return row('P', text, TEXT, n === 0 ? 18 : under === kind ? 2 : 4, kind === 'bullet')
      })
  }
}

/** Lines of about the same length: in the middle of a page one word alone looks lost. */
function evenLines(text: Rich, style: Style, width: number, unprintable: Unprintable): Line[] {
  const lines = breakLines(text, style, width, unprintable)
  if (lines.length < 2 || lines.length > 4) return lines
  const whole = lines.reduce((sum, line) => sum + line.width, 0)
  const even = breakLines(text, style, Math.min(width, (whole / lines.length) * 1.12), unprintable)
  return even.length === lines.length ? even : lines
}

/** Two lines around the page and a corner in each. */
function drawFrame(pen: Pen): void {
  const { doc, colours } = pen
  const inner = FRAME + 7
  pen.artifact(() => {
    doc
      .rect(FRAME, FRAME, PAGE.width - 2 * FRAME, PAGE.height - 2 * FRAME)
      .lineWidth(2.4)
      .stroke(colours.main)
    doc
      .rect(inner, inner, PAGE.width - 2 * inner, PAGE.height - 2 * inner)
      .lineWidth(0.7)
      .stroke(colours.main)
    for (const x of [inner, PAGE.width - inner])
      for (const y of [inner, PAGE.height - inner]) {
        doc.circle(x, y, 15).fill(colours.tint)
        doc.circle(x, y, 15).lineWidth(0.7).stroke(colours.main)
        diamond(pen, x, y, 6)
      }
  })
}

function diamond(pen: Pen, x: number, y: number, size = 3): void {
  pen.doc
    .moveTo(x, y - size)
    .lineTo(x + size, y)
    .lineTo(x, y + size)
    .lineTo(x - size, y)
    .fill(pen.colours.main)
}

function drawSigning(pen: Pen, sheet: CertificateSheet, unprintable: Unprintable): void {
  const half = mm(70)
  const right = PAGE.width - LEFT - half
  const place = breakLines([{ text: sheet.sign.place }], SIGNER, half, unprintable)
  const name = breakLines([{ text: sheet.sign.name }], SIGNER, half, unprintable)
  const role = breakLines([{ text: sheet.sign.role }], SMALL, half, unprintable)
  pen.artifact(() => pen.rule(right, right + half, SIGN_Y, EDGE, 0.9))
  pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(place), SIGNER, LEFT, SIGN_Y + 5))
  pen.mark(pen.child(pen.root, 'P'), () => {
    drawLines(pen, spaced(name, true), SIGNER, right, SIGN_Y + 5)
    drawLines(pen, spaced(role), SMALL, right, SIGN_Y + 5 + name.length * SIGNER.leading)
  })
  const number = oneLine(sheet.foot.right, SMALL, unprintable)
  const office = oneLine(sheet.foot.left, SMALL, unprintable)
  pen.artifact(() => {
    if (office.width + number.width + 20 <= WIDTH) pen.line(office, SMALL, LEFT, FOOT_Y)
    pen.line(number, SMALL, LEFT + WIDTH - number.width, FOOT_Y)
  }, 'Pagination')
}
