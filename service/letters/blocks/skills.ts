/** Employee skills on a line of four steps: ring is the start, disc is now, triangle the participant's own view. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, oneLine, withSpace, type Unprintable } from '../lines.ts'
import { HAIRLINE, INK, LEFT, WIDTH } from '../page.ts'
import type { Element, Pen } from '../pen.ts'
import { SMALL, TEXT } from '../styles.ts'
import { drawLines, heading, paragraphs, spaced } from './parts.ts'

type Row = BlockOf<'skills'>['rows'][number]
const ROW = 20
/** The line of the scale: from the middle of the first word to the middle of the last. */
const SCALE = { from: LEFT + 198, to: LEFT + 380 }
const NAME = SCALE.from - LEFT - 16
const at = (score: number): number => SCALE.from + ((score - 1) / 3) * (SCALE.to - SCALE.from)
const DOT = 3.5

export function skillsBlock(block: BlockOf<'skills'>, unprintable: Unprintable): Piece[] {
  const text = paragraphs(block.paragraphs, unprintable, { gap: 3 })
  const head = heading(block.heading, unprintable)
  if (block.rows.length === 0) return [head, ...text]
  let table: Element | null = null
  const tableOf = (pen: Pen): Element => (table ??= pen.child(pen.root, 'Table'))
  const scale = {
    height: SMALL.leading + 1,
    draw: (pen: Pen, y: number) => drawScale(pen, block.scale, y, unprintable),
  }
  return [
    head,
    {
      gap: 0,
      height: scale.height,
      keep: true,
      draw(pen, y) {
        const tr = pen.child(tableOf(pen), 'TR')
        const column = oneLine(block.column, SMALL, unprintable)
        pen.mark(pen.child(tr, 'TH', { scope: 'Column' }), () => pen.line(column, SMALL, LEFT, y))
        pen.mark(pen.child(tr, 'TH', { scope: 'Column' }), () => scale.draw(pen, y))
      },
    },
    ...block.rows.map((row, n) => skillRow(row, tableOf, unprintable, scale, n >= block.rows.length - 2)),
    legend(block.legend, unprintable),
    ...text,
  ]
}

function skillRow(
  row: Row,
  table: (pen: Pen) => Element,
  unprintable: Unprintable,
  again: NonNullable<Piece['again']>,
  keep: boolean,
): Piece {
  const lines = breakLines([{ text: row.name }], TEXT, NAME, unprintable)
  const height = Math.max(ROW, lines.length * TEXT.leading + 4)
  return {
    gap: 0,
    height,
    keep,
    again,
    draw(pen, y) {
      const middle = y + height / 2 + 1
      const tr = pen.child(table(pen), 'TR')
      pen.mark(pen.child(tr, 'TH', { scope: 'Row' }), () =>
        drawLines(pen, spaced(lines), TEXT, LEFT, middle - (lines.length * TEXT.leading) / 2),
      )
      const cell = pen.child(tr, 'TD')
      const bbox: [number, number, number, number] = [SCALE.from - 5, y, SCALE.to + 5, y + height]
      const figure = pen.child(cell, 'Figure', { alt: row.alternative, bbox })
      pen.mark(figure, () => drawScores(pen, row, middle))
    },
  }
}

function drawScale(pen: Pen, scale: readonly string[], y: number, unprintable: Unprintable): void {
  for (const [n, word] of scale.entries()) {
    const line = oneLine(word, SMALL, unprintable)
    const x = Math.min(at(n + 1) - line.width / 2, LEFT + WIDTH - line.width)
    pen.line(n < scale.length - 1 ? withSpace(line) : line, SMALL, x, y)
  }
}

function drawScores(pen: Pen, { start, now, own }: Row, y: number): void {
  const { doc, colours } = pen
  pen.rule(SCALE.from, SCALE.to, y, HAIRLINE, 0.8)
  for (const score of [1, 2, 3, 4])
    doc
      .moveTo(at(score), y - 3)
      .lineTo(at(score), y + 3)
      .lineWidth(0.6)
      .stroke(HAIRLINE)
  if (start !== null && now !== null && start !== now) pen.rule(at(start), at(now), y, colours.main, 1.8)
  if (start !== null) ring(pen, at(start), y, start === now ? DOT + 2 : DOT)
  if (now !== null) doc.circle(at(now), y, DOT).fill(colours.main)
  if (own !== null) triangle(pen, at(own), y - (start === now && own === now ? 6.5 : 5))
}

function ring(pen: Pen, x: number, y: number, radius: number): void {
  pen.doc.circle(x, y, radius).lineWidth(1.4).fillAndStroke('#FFFFFF', pen.colours.main)
}

function triangle(pen: Pen, x: number, tip: number): void {
  pen.doc.polygon([x - 3.3, tip - 5.2], [x + 3.3, tip - 5.2], [x, tip]).fill(INK)
}

/** What the marks mean, side by side; on the next line where there is no room. */
function legend(words: BlockOf<'skills'>['legend'], unprintable: Unprintable): Piece {
  const marks: [string | null, (pen: Pen, x: number, y: number) => void][] = [
    [words.start, (pen, x, y) => ring(pen, x + 3.5, y, 3)],
    [words.now, (pen, x, y) => pen.doc.circle(x + 3.5, y, DOT).fill(pen.colours.main)],
    [words.own, (pen, x, y) => triangle(pen, x + 3.5, y + 2.6)],
  ]
  let x = 0
  let row = 0
  const items = marks.flatMap(([text, draw]) => {
    if (text === null) return []
    const lines = breakLines([{ text }], SMALL, WIDTH - SIGN, unprintable)
    const width = Math.max(...lines.map((line) => line.width))
    if (x > 0 && x + SIGN + width > WIDTH) {
      x = 0
      row += 1
    }
    const item = { lines, draw, x: LEFT + x, row }
    x += SIGN + width + 22
    row += lines.length - 1
    return [item]
  })
  return {
    gap: 2,
    height: (row + 1) * SMALL.leading + 1,
    keep: false,
    draw(pen, y) {
      const p = pen.child(pen.root, 'P')
      for (const [n, item] of items.entries()) {
        const top = y + item.row * SMALL.leading
        pen.artifact(() => item.draw(pen, item.x, top + SMALL.leading / 2 + 0.5))
        pen.mark(p, () => drawLines(pen, spaced(item.lines, n < items.length - 1), SMALL, item.x + SIGN, top))
      }
    },
  }
}
/** From a mark to its words. */
const SIGN = 12
