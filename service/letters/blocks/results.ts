/** Figures of a period: bars with their numbers as one table, and figures beside those of the period before. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import type { Unprintable } from '../lines.ts'
import { EDGE, LEFT, WIDTH } from '../page.ts'
import type { Pen } from '../pen.ts'
import { SMALL_STRONG, STRONG, TEXT } from '../styles.ts'
import { elementOf, heading, paragraphs, tableRow, type Cell } from './parts.ts'

const LABEL = 176
const VALUE = 96
const BAR = { x: LEFT + LABEL, width: WIDTH - LABEL - VALUE - 10, height: 8.5 }

export function barsBlock(block: BlockOf<'bars'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const cells = (label: string, value: string, head: boolean): Cell[] => [
    {
      rich: [{ text: label }],
      style: head ? SMALL_STRONG : TEXT,
      x: LEFT,
      width: LABEL - 8,
      scope: head ? 'Column' : 'Row',
    },
    {
      rich: [{ text: value }],
      style: head ? SMALL_STRONG : STRONG,
      x: LEFT + WIDTH - VALUE,
      width: VALUE,
      ...(head ? { scope: 'Column' as const } : {}),
    },
  ]
  const head = tableRow(table, cells(block.columns[0], block.columns[1], true), unprintable, {
    keep: true,
    rule: EDGE,
  })
  return [
    heading(block.heading, unprintable),
    ...paragraphs(block.paragraphs, unprintable, { keep: true }),
    head,
    ...block.rows.map((row, n) => {
      const last = block.rows.length - 1
      const piece = tableRow(table, cells(row.label, row.value, false), unprintable, {
        padding: 2,
        keep: n === 0 || n === last - 1,
      })
      return { ...piece, draw: (pen: Pen, y: number) => drawRow(pen, y, piece, row.share) }
    }),
  ]
}

/** The bar says what the number beside it says: it is no element of its own. Its outline is the whole room. */
function drawRow(pen: Pen, y: number, piece: Piece, share: number | null): void {
  piece.draw(pen, y)
  if (share === null) return
  const top = y + (piece.height - BAR.height) / 2
  pen.artifact(() => {
    if (share > 0)
      pen.box(BAR.x, top, Math.max(1, BAR.width * Math.min(1, share)), BAR.height, pen.colours.main)
    pen.rule(BAR.x, BAR.x, y + piece.height / 2, EDGE)
  })
}

const COLUMNS = [186, 116]

export function figuresBlock(block: BlockOf<'figures'>, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const [first = 0, second = 0] = COLUMNS
  const row = (texts: readonly [string, string, string], head: boolean): Cell[] =>
    texts.map((text, n) => ({
      rich: [{ text }],
      style: head ? SMALL_STRONG : n === 1 ? STRONG : TEXT,
      x: LEFT + (n === 0 ? 0 : n === 1 ? first : first + second),
      width: n === 0 ? first - 8 : n === 1 ? second - 6 : WIDTH - first - second,
      ...(head ? { scope: 'Column' as const } : n === 0 ? { scope: 'Row' as const } : {}),
    }))
  return [
    heading(block.heading, unprintable),
    ...paragraphs(block.paragraphs, unprintable, { keep: true }),
    tableRow(table, row(block.columns, true), unprintable, { keep: true, rule: EDGE }),
    ...block.rows.map(({ label, value, before }, n) =>
      tableRow(table, row([label, value, before], false), unprintable, {
        keep: n === 0 || n === block.rows.length - 2,
      }),
    ),
  ]
}
