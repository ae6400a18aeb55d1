/** What stands on the page around the text: letterhead, window, reference line, foot, fold marks, draft mark. */
import type { LetterContent } from '#core/letters/content.ts'
import { breakLines, oneLine, withSpace, type Line, type Style, type Unprintable } from './lines.ts'
import type { Room } from './flow.ts'
import { accented } from './blocks/parts.ts'
import * as at from './page.ts'
import type { Pen } from './pen.ts'
import { drawFigure, fitted, readyPicture, type Pictures } from './pictures/picture.ts'
import { QUIET_TEXT, SMALL, STRONG, TEXT, TINY, TITLE, VALUE } from './styles.ts'

const ADDRESS: Style = { ...TEXT, leading: 14 }
const HEAD_LINES: Style = { ...QUIET_TEXT, size: 9, leading: 12.4 }
const NAME: Style = { ...STRONG, size: 9.5, leading: 12.4 }
const INKED = { accent: null }
const MOST_ADDRESS_LINES = 6

/** Name and address of the office, the address in the window, and the four references. */
export function drawFirstPage(
  pen: Pen,
  content: LetterContent,
  unprintable: Unprintable,
  pictures: Pictures,
): void {
  drawLetterhead(pen, content, unprintable, pictures)
  const { x, y, width, bottom } = at.windowOf(content.look)
  const below = at.referencesOf(content.look)
  const sender = oneLine(content.returnAddress, TINY, unprintable)
  pen.artifact(() => pen.line(sender, TINY, x, y - 17))
  const { lines, style } = addressLines(content.address, { width, height: bottom - y }, unprintable)
  const address = pen.child(pen.root, 'P')
  pen.mark(address, () => {
    for (const [n, line] of lines.entries()) pen.line(withSpace(line), style, x, y + n * style.leading)
  })
  for (const reference of content.references) {
    const left = at.LEFT + reference.column * at.REFERENCES.step
    const label = oneLine(reference.label, SMALL, unprintable)
    const value = valueLines(reference.value, unprintable)
    pen.mark(pen.child(pen.root, 'P'), () => {
      pen.line(withSpace(label), SMALL, left, below)
      for (const [n, line] of value.entries()) pen.line(withSpace(line), VALUE, left, below + 11 + n * 11.5)
    })
  }
  pen.artifact(() => {
    for (const fold of at.FOLDS) pen.rule(at.mm(5), at.mm(9), fold, at.EDGE, 0.5)
  })
}

const valueLines = (value: string, unprintable: Unprintable): Line[] =>
  breakLines([{ text: value }], VALUE, at.REFERENCES.width, unprintable)

/** Where the text of the first page may begin: lower when a reference takes many lines. */
export function firstRoom(content: LetterContent, unprintable: Unprintable): Room {
  const rows = content.references.map((reference) => valueLines(reference.value, unprintable).length)
  const below = at.referencesOf(content.look) + 11 + Math.max(1, ...rows) * 11.5 + 9
  return { top: Math.max(at.FIRST.top, below), bottom: at.FIRST.bottom }
}

function drawLetterhead(
  pen: Pen,
  content: LetterContent,
  unprintable: Unprintable,
  pictures: Pictures,
): void {
  const { name, tagline, lines } = content.head
  const logo = content.look?.logo
  // Beside a logo the name stands small: most logos say it already.
  const beside = logo ? [tagline, ...lines].filter((text) => text !== '') : lines
  const half = at.WIDTH / 2 - 20
  const rows = [
    ...(logo
      ? breakLines([{ text: name }], NAME, half, unprintable).map((line) => ({ line, style: NAME }))
      : []),
    ...beside
      .flatMap((text) => breakLines([{ text }], HEAD_LINES, half, unprintable))
      .map((line) => ({ line, style: HEAD_LINES })),
  ]
  const room = at.WIDTH - Math.max(0, ...rows.map(({ line }) => line.width)) - 16
  const right = (): void => {
    pen.mark(pen.child(pen.root, 'P'), () => {
      for (const [n, { line, style }] of rows.entries()) {
        const y = at.HEAD_Y + 1.5 + n * HEAD_LINES.leading
        pen.line(withSpace(line), accented(style, style === NAME ? pen : INKED), at.RIGHT - line.width, y)
      }
    })
  }
  if (logo) {
    const ready = readyPicture(logo.sha256, pictures)
    const top = at.LOGO_Y
    const height = Math.min(at.mm(logo.height), at.windowOf(content.look).y - 24 - top)
    drawFigure(pen, logo, ready, { x: at.LEFT, y: top, ...fitted(ready, { width: room, height }) })
    right()
    return
  }
  const block = (text: string, style: Style, top: number): number => {
    if (text === '') return top
    const broken = breakLines([{ text }], style, room, unprintable)
    pen.mark(pen.child(pen.root, 'P'), () => {
      for (const [n, line] of broken.entries())
        pen.line(withSpace(line), style, at.LEFT, top + n * style.leading)
    })
    return top + broken.length * style.leading
  }
  block(tagline, HEAD_LINES, block(name, accented(TITLE, pen), at.HEAD_Y))
  right()
}

/** At most six lines: the window is 31 mm high under its first line. Smaller letters when a long line breaks. */
function addressLines(
  texts: readonly string[],
  { width, height }: { width: number; height: number },
  unprintable: Unprintable,
): { lines: Line[]; style: Style } {
  let style = ADDRESS
  for (const size of [10, 9.5, 9, 8.5, 8]) {
    style = { ...ADDRESS, size, leading: size * 1.4 }
    const lines = texts.flatMap((text) => addressLine(text, style, width, unprintable))
    if (lines.length <= MOST_ADDRESS_LINES) return { lines, style }
  }
  const lines = texts.flatMap((text) => addressLine(text, style, width, unprintable))
  return { lines, style: { ...style, leading: height / lines.length } }
}

/** The two spaces between postcode and town have to stay two. */
function addressLine(text: string, style: Style, width: number, unprintable: Unprintable): Line[] {
  return breakLines([{ text: text.replaceAll('  ', '\u00a0\u00a0') }], style, width, unprintable)
}

/** Head of the second page and further: to whom, which day, which number. */
export function drawContinuation(pen: Pen, content: LetterContent, unprintable: Unprintable): void {
  const { left, right } = content.continuation
  pen.artifact(() => {
    let x = at.RIGHT
    for (const text of right.toReversed()) {
      const line = oneLine(text, SMALL, unprintable)
      x -= line.width
      pen.line(line, SMALL, x, at.HEAD_Y)
      x -= 20
    }
    // A long name grows upwards: there is white above, and the rule stays where it is.
    const addressee = breakLines([{ text: left }], SMALL, x - at.LEFT, unprintable).slice(0, 3)
    for (const [n, line] of addressee.entries())
      pen.line(line, SMALL, at.LEFT, at.HEAD_Y - (addressee.length - 1 - n) * 10)
    pen.rule(at.LEFT, at.RIGHT, at.HEAD_Y + 15, at.HAIRLINE)
  }, 'Pagination')
}

export function drawFoot(
  pen: Pen,
  foot: LetterContent['foot'],
  { page, pages }: { page: number; pages: number },
  unprintable: Unprintable,
): void {
  const count = oneLine(
    foot.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
    SMALL,
    unprintable,
  )
  const room = at.WIDTH - count.width - 16
  // One line: what does not fit any more is on the first page in full.
  let office: Line | null = null
  for (let n = foot.left.length; n > 0 && office === null; n -= 1) {
    const line = oneLine(foot.left.slice(0, n).join('\u00a0\u00a0 · \u00a0\u00a0'), SMALL, unprintable)
    if (line.width <= room) office = line
  }
  pen.artifact(() => {
    if (office) pen.line(office, SMALL, at.LEFT, at.FOOT_Y)
    pen.line(count, SMALL, at.RIGHT - count.width, at.FOOT_Y)
  }, 'Pagination')
}

/** Across the page, under everything else: nobody takes a draft for the letter itself. */
export function drawDraftMark(pen: Pen, text: string, unprintable: Unprintable): void {
  const style: Style = { face: 'strong', size: 104, leading: 104, colour: at.WATERMARK }
  const line = oneLine(text, style, unprintable)
  const centre = { x: at.PAGE.width / 2, y: at.PAGE.height / 2 }
  pen.artifact(() => {
    pen.doc.save().rotate(-52, { origin: [centre.x, centre.y] })
    pen.line(line, style, centre.x - line.width / 2, centre.y - style.leading / 2)
    pen.doc.restore()
  }, 'Pagination')
}
