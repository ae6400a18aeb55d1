/** "In één oogopslag": a table of label and value, hairlines between the rows. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import type { Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import { STRONG, TEXT } from '../styles.ts'
import { elementOf, heading, tableRow } from './parts.ts'

const LABEL = 92

export function factsBlock(block: BlockOf<'facts'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  return [
    heading(block.heading, unprintable),
    ...block.rows.map((row, n) =>
      tableRow(
        table,
        [
          { rich: [{ text: row.label }], style: STRONG, x: LEFT, width: LABEL - 8, scope: 'Row' },
          { rich: [{ text: row.value }], style: TEXT, x: LEFT + LABEL, width: WIDTH - LABEL },
        ],
        unprintable,
        { keep: n < block.rows.length - 1 },
      ),
    ),
  ]
}
