/** Levels of language side by side: skill, from where to where, and who says so. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, type Line, type Style, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import type { Element, Pen } from '../pen.ts'
import { SMALL, STRONG, TEXT } from '../styles.ts'
import { drawLines, heading, spaced } from './parts.ts'

const GUTTER = 8

export function languageBlock(block: BlockOf<'language'>, unprintable: Unprintable): Piece[] {
  const step = (WIDTH + GUTTER) / Math.max(4, block.columns.length)
  const set = (text: string, style: Style) => ({
    style,
    lines: breakLines([{ text }], style, step - GUTTER, unprintable),
  })
  const columns = block.columns.map((column) => ({
    skill: set(column.skill, STRONG),
    level: { ...set(column.level, column.grew ? STRONG : TEXT), grew: column.grew },
    source: set(column.source, SMALL),
  }))
  const rows = (['skill', 'level', 'source'] as const).map((key) => columns.map((column) => column[key]))
  const heights = rows.map((row) => Math.max(...row.map((cell) => cell.lines.length * cell.style.leading)))
  return [
    heading(block.heading, unprintable),
    {
      gap: 0,
      height: heights.reduce((sum, height) => sum + height, 0) + 2,
      keep: false,
      draw(pen, top) {
        const table = pen.child(pen.root, 'Table')
        let y = top
        for (const [n, row] of rows.entries()) {
          drawRow(pen, table, row, { y, step, head: n === 0 })
          y += heights[n] ?? 0
        }
      },
    },
  ]
}

function drawRow(
  pen: Pen,
  table: Element,
  row: readonly { style: Style; lines: readonly Line[]; grew?: boolean }[],
  { y, step, head }: { y: number; step: number; head: boolean },
): void {
  const tr = pen.child(table, 'TR')
  for (const [n, cell] of row.entries()) {
    const element = pen.child(tr, head ? 'TH' : 'TD', head ? { scope: 'Column' } : {})
    const style = cell.grew === true ? { ...cell.style, colour: pen.colours.main } : cell.style
    pen.mark(element, () => drawLines(pen, spaced(cell.lines), style, LEFT + n * step, y))
  }
}
