/** Tables in a form: text or a box to tick per cell. Each row is one piece; the element is one table. */
import { lazy, spaced } from '../letters/blocks/parts.ts'
import { breakLines, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'
import { COLUMN, OPTION } from './measures.ts'
import { box, type Row } from './pieces.ts'

export interface TableCell {
  readonly text: string
  /** A box to tick before, or instead of, the text. */
  readonly box?: 'one' | 'many'
  readonly chosen?: boolean
}
export interface TableOptions {
  readonly x: number
  /** Of each column, points. */
  readonly widths: readonly number[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** The first cell of a row is its head. */
  readonly named: boolean
  /** At least this high: room to write. */
  readonly rowHeight?: number
  /** Lines between the columns, for writing in. */
  readonly ruled?: boolean
}

const PAD = 3

export function tableRows(options: TableOptions, unprintable: Unprintable): Row[] {
  const { x, widths, named, ruled = false } = options
  let made: ((pen: Pen) => Element) | null = null
  const total = widths.reduce((sum, width) => sum + width, 0)
  const lefts = widths.map((_, n) => x + widths.slice(0, n).reduce((sum, width) => sum + width, 0))
  const row = (cells: readonly TableCell[], head: boolean): Row => {
    const set = cells.map((cell, n) => {
      const style: Style = head ? COLUMN : OPTION
      const width = (widths[n] ?? 0) - 2 * PAD
      const lines: Line[] =
        cell.text === '' ? [] : breakLines([{ text: cell.text }], style, width, unprintable)
      return { cell, style, lines, left: lefts[n] ?? x, scope: scopeOf(head, named && n === 0) }
    })
    const height = Math.max(
      head ? 0 : (options.rowHeight ?? 0),
      ...set.map(({ lines, style }) => lines.length * style.leading + 4),
      13,
    )
    return {
      height,
      draw(pen, y, parent) {
        made ??= lazy((one) => one.child(parent(one), 'Table'))
        const tr = pen.child(made(pen), 'TR')
        for (const { cell, style, lines, left, scope } of set) {
          const element = pen.child(tr, scope ? 'TH' : 'TD', scope ? { scope } : {})
          if (cell.box) box(pen, left + PAD, y + (height - 8.6) / 2, cell.box, cell.chosen === true)
          if (lines.length === 0) continue
          pen.mark(element, () => {
            for (const [n, line] of spaced(lines).entries())
              pen.line(line, style, left + PAD + (cell.box ? 13 : 0), y + 2 + n * style.leading)
          })
        }
        pen.artifact(() => {
          pen.rule(x, x + total, y + height, head || ruled ? EDGE : HAIRLINE)
          if (ruled)
            for (const left of [...lefts, x + total]) {
              pen.doc
                .moveTo(left, y)
                .lineTo(left, y + height)
                .lineWidth(0.6)
                .stroke(EDGE)
            }
          if (ruled && head) pen.rule(x, x + total, y, EDGE)
        })
      },
    }
  }
  return [
    row(
      options.head.map((text) => ({ text })),
      true,
    ),
    ...options.rows.map((cells) => row(cells, false)),
  ]
}

function scopeOf(head: boolean, first: boolean): 'Row' | 'Column' | null {
  if (head) return 'Column'
  return first ? 'Row' : null
}
