/** Hours per month: figures under each other, each row whole, the head again on the next page, the sum at the foot. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, type Line, type Style, type Unprintable } from '../lines.ts'
import { EDGE, HAIRLINE, INK, LEFT, RIGHT, WIDTH } from '../page.ts'
import type { Element, Pen } from '../pen.ts'
import { SMALL_STRONG, STRONG, TEXT } from '../styles.ts'
import { elementOf, heading, spaced } from './parts.ts'

const LABEL = 108
const PAD = 2

type Row = { readonly label: string; readonly cells: readonly string[] }

export function hoursBlock(block: BlockOf<'hours'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const [first = '', ...columns] = block.columns
  const head = rowOf({ label: first, cells: columns }, SMALL_STRONG, unprintable)
  const again = {
    height: head.height,
    draw: (pen: Pen, y: number) => {
      for (const cell of head.cells) drawCell(pen, cell, SMALL_STRONG, y)
      pen.rule(LEFT, RIGHT, y + head.height, EDGE)
    },
  }
  const last = block.rows.length - 1
  return [
    heading(block.heading, unprintable),
    piece(head, table, SMALL_STRONG, { head: true, rule: EDGE, keep: true }),
    ...block.rows.map((row, n) => ({
      ...piece(rowOf(row, TEXT, unprintable), table, TEXT, {
        head: false,
        rule: n === last ? EDGE : HAIRLINE,
        keep: n === 0 || n >= last - 1,
      }),
      again,
    })),
    piece(rowOf(block.total, STRONG, unprintable), table, STRONG, { head: false, rule: INK, keep: false }),
  ]
}

interface Cell {
  readonly x: number
  readonly width: number
  readonly lines: readonly Line[]
  /** Figures end under each other. */
  readonly right: boolean
}
interface SetRow {
  readonly height: number
  readonly cells: readonly Cell[]
}

function rowOf({ label, cells }: Row, style: Style, unprintable: Unprintable): SetRow {
  const step = (WIDTH - LABEL) / cells.length
  const set = [label, ...cells].map((text, n): Cell => {
    const x = n === 0 ? LEFT : LEFT + LABEL + (n - 1) * step + 4
    const width = n === 0 ? LABEL - 4 : step - 4
    return { x, width, right: n > 0, lines: breakLines([{ text }], style, width, unprintable) }
  })
  const most = Math.max(...set.map(({ lines }) => lines.length))
  return { height: most * style.leading + 2 * PAD, cells: set }
}

function piece(
  row: SetRow,
  table: (pen: Pen) => Element,
  style: Style,
  { head, rule, keep }: { head: boolean; rule: string; keep: boolean },
): Piece {
  return {
    gap: 0,
    height: row.height,
    keep,
    draw(pen, y) {
      const tr = pen.child(table(pen), 'TR')
      for (const [n, cell] of row.cells.entries()) {
        const scope = head ? 'Column' : 'Row'
        const element = pen.child(tr, head || n === 0 ? 'TH' : 'TD', head || n === 0 ? { scope } : {})
        pen.mark(element, () => drawCell(pen, cell, style, y))
      }
      pen.artifact(() => pen.rule(LEFT, RIGHT, y + row.height, rule))
    },
  }
}

function drawCell(pen: Pen, { x, width, lines, right }: Cell, style: Style, y: number): void {
  for (const [n, line] of spaced(lines).entries())
    pen.line(line, style, right ? x + width - (lines[n]?.width ?? 0) : x, y + PAD + n * style.leading)
}
