/** The word of the day on one sheet of A4 on its side, to be read from across the room. */
import { articleOf } from '#core/words/word.ts'
import { createDocument } from '../letters/document.ts'
import { widthOf } from '../letters/fonts.ts'
import { breakLines, oneLine, withSpace, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { HAIRLINE, INK, PAGE, PETROL, QUIET } from '../letters/page.ts'
import type { Pen } from '../letters/pen.ts'
import {
  dayTitle,
  drawParagraph,
  drawPicture,
  exampleLines,
  feastName,
  paperLanguage,
  paperWords,
  type WordPaperFacts,
} from './word-paper.ts'

const SHEET = { width: PAGE.height, height: PAGE.width }
const LEFT = 54
const RIGHT = SHEET.width - LEFT
const WIDTH = RIGHT - LEFT
const HEAD = { text: 40, rule: 78 }
const FOOT = { rule: 548, text: 556 }
const ROOM = { top: 92, bottom: 534 }
const PICTURE = { width: 300, gap: 36 }

const LABEL: Style = { face: 'title', size: 20, leading: 27, colour: PETROL, bold: 'title' }
const DAY: Style = { face: 'text', size: 18, leading: 27, colour: QUIET }
const SMALL: Style = { face: 'text', size: 12, leading: 16, colour: QUIET }
const LARGEST = 168
/** An article beside a long word would make it small: below this it gets a line of its own. */
const SHARED = 112
/** From large to small, until everything fits. */
const TEXT_SIZES = [32, 29, 26, 23, 20, 17, 14]

/** The bytes of the poster: one page. */
export async function wordPoster(facts: WordPaperFacts): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  return await createDocument(
    {
      title: paperWords('paper.posterTitle', { word: facts.word }),
      subject: dayTitle(facts.day),
      author: facts.officeName,
      language: paperLanguage,
      datedOn: facts.day,
    },
    (pen) => {
      pen.doc.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
      drawHead(pen, facts, unprintable)
      drawBody(pen, facts, unprintable)
      pen.artifact(() => {
        pen.rule(LEFT, RIGHT, FOOT.rule, HAIRLINE)
        pen.line(oneLine(facts.officeName, SMALL, unprintable), SMALL, LEFT, FOOT.text)
      }, 'Pagination')
    },
  )
}

function drawHead(pen: Pen, { day, fits }: WordPaperFacts, unprintable: Unprintable): void {
  const feast = feastName(fits)
  const label = [paperWords('paper.heading'), feast]
    .filter((part) => part !== '')
    .join('\u00a0\u00a0·\u00a0\u00a0')
  const date = oneLine(dayTitle(day), DAY, unprintable)
  pen.mark(pen.child(pen.root, 'P'), () => {
    pen.line(withSpace(oneLine(label, LABEL, unprintable)), LABEL, LEFT, HEAD.text)
    pen.line(withSpace(date), DAY, RIGHT - date.width, HEAD.text)
  })
  pen.artifact(() => pen.rule(LEFT, RIGHT, HEAD.rule, PETROL, 3))
}

interface Row {
  readonly line: Line
  readonly style: Style
  readonly x: number
}

/** The word as large as the sheet is wide, its article in colour. */
function wordRows(word: string, unprintable: Unprintable): Row[][] {
  const { article, rest } = articleOf(word)
  const em = (text: string) => widthOf(text, 'title', 1)
  const style = (size: number, colour: string): Style => ({
    face: 'title',
    size,
    leading: size * 1.16,
    colour,
    bold: 'title',
  })
  const row = (text: string, size: number, colour: string, x = LEFT): Row => {
    const chosen = style(size, colour)
    return { line: oneLine(text, chosen, unprintable), style: chosen, x }
  }
  const together = Math.min(LARGEST, WIDTH / em(article === '' ? rest : `${article} ${rest}`))
  if (article === '') return linesOf(rest, together, style, unprintable)
  if (together >= SHARED || together === LARGEST)
    return [[row(article, together, PETROL), row(rest, together, INK, LEFT + em(`${article} `) * together)]]
  const alone = Math.min(LARGEST, WIDTH / em(rest))
  return [[row(article, Math.min(alone, 72), PETROL)], ...linesOf(rest, alone, style, unprintable)]
}

/** One line; more where one line of several words would be small. */
function linesOf(
  text: string,
  size: number,
  style: (size: number, colour: string) => Style,
  unprintable: Unprintable,
): Row[][] {
  const words = text.split(/\s+/u)
  const widest = Math.max(...words.map((word) => widthOf(word, 'title', 1)))
  const large = size >= SHARED || words.length === 1 ? size : Math.min(SHARED, WIDTH / widest)
  const chosen = style(large, INK)
  return breakLines([{ text }], chosen, WIDTH, unprintable).map((line) => [{ line, style: chosen, x: LEFT }])
}

function drawBody(pen: Pen, facts: WordPaperFacts, unprintable: Unprintable): void {
  const rows = wordRows(facts.word, unprintable)
  const wordHeight = rows.reduce((sum, row) => sum + (row[0]?.style.leading ?? 0), 0)
  const hasPicture = facts.picture !== null
  const width = hasPicture ? WIDTH - PICTURE.width - PICTURE.gap : WIDTH
  const room = ROOM.bottom - ROOM.top - wordHeight - 18
  const text = textThatFits(facts, width, room, unprintable)
  const free = ROOM.bottom - ROOM.top - wordHeight - text.height - 18
  let y = ROOM.top + (hasPicture ? 0 : Math.max(0, free * 0.4))

  pen.mark(pen.child(pen.root, 'H1'), () => {
    for (const row of rows) {
      for (const { line, style, x } of row) pen.line(withSpace(line), style, x, y)
      y += row[0]?.style.leading ?? 0
    }
  })
  y += 18
  const below = y
  if (hasPicture) y += Math.max(0, free * 0.35)
  y = drawParagraph(pen, pen.child(pen.root, 'P'), { lines: text.meaning, style: text.plain, x: LEFT, y })
  if (text.example.length > 0) {
    y += text.gap
    drawParagraph(pen, pen.child(pen.root, 'P'), { lines: text.example, style: text.quote, x: LEFT, y })
  }
  drawPicture(pen, facts, {
    x: RIGHT - PICTURE.width,
    y: below,
    width: PICTURE.width,
    height: ROOM.bottom - below,
  })
}

function textThatFits(facts: WordPaperFacts, width: number, room: number, unprintable: Unprintable) {
  const at = (size: number) => {
    const plain: Style = { face: 'text', size, leading: size * 1.34, colour: INK }
    const quote: Style = { ...plain, face: 'quote', colour: QUIET, bold: 'title' }
    const meaning = breakLines([{ text: facts.meaning }], plain, width, unprintable)
    const example = exampleLines(facts, quote, width, unprintable)
    const gap = size * 0.7
    const height = (meaning.length + example.length) * plain.leading + (example.length > 0 ? gap : 0)
    return { plain, quote, meaning, example, gap, height }
  }
  const smallest = at(TEXT_SIZES.at(-1) ?? 14)
  return TEXT_SIZES.map(at).find((text) => text.height <= room) ?? smallest
}
