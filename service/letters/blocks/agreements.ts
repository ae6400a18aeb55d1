/** Agreements: what, who, when. A row is never cut; its head comes back on the next page. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, type Unprintable } from '../lines.ts'
import { EDGE, LEFT, WIDTH } from '../page.ts'
import { SMALL_STRONG, TEXT } from '../styles.ts'
import { drawLines, elementOf, heading, tableRow } from './parts.ts'

const GUTTER = 8
/** So many rows are never on two pages; of more, none stands alone. */
const WHOLE = 4
const COLUMNS = [
  { x: LEFT, width: 194 - GUTTER },
  { x: LEFT + 194, width: 110 - GUTTER },
  { x: LEFT + 304, width: WIDTH - 304 },
] as const

export function agreementsBlock(block: BlockOf<'agreements'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const head = tableRow(
    table,
    COLUMNS.map((column, n) => ({
      rich: [{ text: block.columns[n] ?? '' }],
      style: SMALL_STRONG,
      ...column,
      scope: 'Column' as const,
    })),
    unprintable,
    { keep: true, rule: EDGE },
  )
  const again = {
    height: head.height,
    draw: (pen: Parameters<Piece['draw']>[0], y: number) => {
      for (const [n, column] of COLUMNS.entries()) {
        const lines = breakLines([{ text: block.columns[n] ?? '' }], SMALL_STRONG, column.width, unprintable)
        drawLines(pen, lines, SMALL_STRONG, column.x, y + 1.4)
      }
      pen.rule(LEFT, LEFT + WIDTH, y + head.height, EDGE)
    },
  }
  const last = block.rows.length - 1
  return [
    heading(block.heading, unprintable),
    head,
    ...block.rows.map((row, n) =>
      tableRow(
        table,
        COLUMNS.map((column, at) => ({ rich: [{ text: row[at] ?? '' }], style: TEXT, ...column })),
        unprintable,
        { again, keep: n < last && (last < WHOLE || n === 0 || n === last - 1) },
      ),
    ),
  ]
}
