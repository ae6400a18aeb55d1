/** The word of the day on a sheet to write on. No name on it: everybody gets the same one. */
import { articleOf, wordInExample } from '#core/words/word.ts'
import { createDocument } from '../letters/document.ts'
import { widthOf } from '../letters/fonts.ts'
import { breakLines, oneLine, withSpace, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE, INK, mm, PAGE, PETROL, QUIET } from '../letters/page.ts'
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

const LEFT = mm(22)
const RIGHT = PAGE.width - mm(20)
const WIDTH = RIGHT - LEFT
const TOP = mm(18)
const FOOT = { rule: mm(281), text: mm(283) }
/** From line to line: room for a hand that is still learning. */
const WRITING = mm(12.5)
const PICTURE = { width: mm(58), height: mm(50) }

const LABEL: Style = { face: 'title', size: 13, leading: 18, colour: PETROL, bold: 'title' }
const DAY: Style = { face: 'text', size: 12, leading: 18, colour: QUIET }
const TEXT: Style = { face: 'text', size: 14, leading: 20, colour: INK }
const QUOTE: Style = { ...TEXT, face: 'quote', colour: QUIET, bold: 'title' }
const STEP: Style = { face: 'strong', size: 14, leading: 20, colour: INK }
const SMALL: Style = { face: 'text', size: 9, leading: 12, colour: QUIET }

/** The bytes of the sheet: one A4 page. */
export async function wordSheet(facts: WordPaperFacts): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  return await createDocument(
    {
      title: paperWords('paper.sheetTitle', { word: facts.word }),
      subject: dayTitle(facts.day),
      author: facts.officeName,
      language: paperLanguage,
      datedOn: facts.day,
    },
    (pen) => {
      pen.doc.addPage()
      drawSteps(pen, facts, drawWord(pen, facts, unprintable), unprintable)
      pen.artifact(() => {
        pen.rule(LEFT, RIGHT, FOOT.rule, HAIRLINE)
        pen.line(oneLine(facts.officeName, SMALL, unprintable), SMALL, LEFT, FOOT.text)
      }, 'Pagination')
    },
  )
}

/** The word with what it means; @returns where the exercises may begin. */
function drawWord(pen: Pen, facts: WordPaperFacts, unprintable: Unprintable): number {
  const label = [paperWords('paper.heading'), feastName(facts.fits)].filter((part) => part !== '').join(' · ')
  const date = oneLine(dayTitle(facts.day), DAY, unprintable)
  pen.mark(pen.child(pen.root, 'P'), () => {
    pen.line(withSpace(oneLine(label, LABEL, unprintable)), LABEL, LEFT, TOP)
    pen.line(withSpace(date), DAY, RIGHT - date.width, TOP)
  })
  pen.artifact(() => pen.rule(LEFT, RIGHT, TOP + 26, PETROL, 2))
  const start = TOP + 38
  const width = facts.picture === null ? WIDTH : WIDTH - PICTURE.width - 16
  const size = Math.min(54, Math.max(26, width / widthOf(facts.word, 'title', 1)))
  const style: Style = { face: 'title', size, leading: size * 1.2, colour: INK, bold: 'title' }
  const lines = breakLines([{ text: facts.word }], style, width, unprintable)
  let y = drawParagraph(pen, pen.child(pen.root, 'H1'), { lines, style, x: LEFT, y: start }) + 6
  const meaning = breakLines([{ text: facts.meaning }], TEXT, width, unprintable)
  y = drawParagraph(pen, pen.child(pen.root, 'P'), { lines: meaning, style: TEXT, x: LEFT, y }) + 4
  const example = exampleLines(facts, QUOTE, width, unprintable)
  if (example.length > 0)
    y = drawParagraph(pen, pen.child(pen.root, 'P'), { lines: example, style: QUOTE, x: LEFT, y })
  if (facts.picture === null) return y + 16
  drawPicture(pen, facts, { x: RIGHT - PICTURE.width, y: start + 6, ...PICTURE })
  return Math.max(y, start + 6 + PICTURE.height) + 16
}

interface Step {
  readonly text: string
  readonly lines: number
  /** Three rings to tick. */
  readonly rings?: boolean
  /** A word in grey on the first line, to write over. */
  readonly trace?: string
  /** A sentence with a gap. */
  readonly gap?: string
}

function drawSteps(pen: Pen, facts: WordPaperFacts, top: number, unprintable: Unprintable): void {
  const { rest } = articleOf(facts.word)
  const found = wordInExample(facts.word, facts.example)
  const gap = '_'.repeat(Math.max(10, Math.min(24, rest.length * 2)))
  const steps: Step[] = [
    { text: paperWords('paper.say'), lines: 0, rings: true },
    { text: paperWords('paper.write'), lines: 3, trace: facts.word },
    ...(found.word === ''
      ? []
      : [{ text: paperWords('paper.fill'), lines: 0, gap: `${found.before}${gap}${found.after}` }]),
    { text: paperWords('paper.sentence'), lines: 3 },
    { text: paperWords('paper.ownLanguage'), lines: 1 },
  ]
  const heights = steps.map((step) => stepHeight(step, unprintable))
  const free = FOOT.rule - 8 - top - heights.reduce((sum, height) => sum + height, 0)
  const between = Math.max(4, Math.min(40, free / steps.length))
  const list = pen.child(pen.root, 'L')
  let y = top
  for (const [n, step] of steps.entries()) {
    const item = pen.child(list, 'LI')
    pen.mark(pen.child(item, 'Lbl'), () =>
      pen.line(withSpace(oneLine(`${n + 1}.`, STEP, unprintable)), { ...STEP, colour: PETROL }, LEFT, y),
    )
    const body = pen.child(item, 'LBody')
    const title = oneLine(step.text, STEP, unprintable)
    pen.mark(body, () => pen.line(withSpace(title), STEP, LEFT + 22, y))
    if (step.rings) drawRings(pen, LEFT + 22 + title.width + 16, y)
    if (step.gap !== undefined)
      drawParagraph(pen, pen.child(body, 'P'), {
        lines: gapLines(step.gap, unprintable),
        style: GAP,
        x: LEFT + 22,
        y: y + STEP.leading + 6,
      })
    drawWriting(pen, step, y + STEP.leading, unprintable)
    y += (heights[n] ?? 0) + between
  }
}

const GAP: Style = { ...TEXT, leading: 26 }
const gapLines = (text: string, unprintable: Unprintable) =>
  breakLines([{ text }], GAP, WIDTH - 22, unprintable)

function stepHeight(step: Step, unprintable: Unprintable): number {
  const gap = step.gap === undefined ? 0 : gapLines(step.gap, unprintable).length * GAP.leading + 6
  return STEP.leading + gap + step.lines * WRITING
}

function drawRings(pen: Pen, x: number, y: number): void {
  pen.artifact(() => {
    for (const n of [0, 1, 2])
      pen.doc
        .circle(x + n * 26, y + STEP.leading / 2, 8)
        .lineWidth(1)
        .stroke(EDGE)
  })
}

function drawWriting(pen: Pen, { lines, trace }: Step, top: number, unprintable: Unprintable): void {
  pen.artifact(() => {
    for (let n = 1; n <= lines; n += 1) pen.rule(LEFT + 22, RIGHT, top + n * WRITING, EDGE, 0.7)
    if (trace === undefined) return
    const size = Math.min(25, (WIDTH - 30) / widthOf(trace, 'text', 1))
    const style: Style = { face: 'text', size, leading: size, colour: HAIRLINE }
    pen.line(oneLine(trace, style, unprintable), style, LEFT + 26, top + WRITING - size * 0.86 - 1)
  })
}
