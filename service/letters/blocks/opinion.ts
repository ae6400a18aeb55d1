/** The participant's own words, in a box of their own and in the letter of quotations. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Box, Piece } from '../flow.ts'
import { breakLines, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import { HEADING, QUOTE, SMALL } from '../styles.ts'
import { drawLines, elementOf, padding, paragraph, paragraphs } from './parts.ts'

const INSET = 12

export function opinionBlock(block: BlockOf<'opinion'>, unprintable: Unprintable): Piece[] {
  const box: Box = { x: LEFT, width: WIDTH, tone: 'warm' }
  const inside = { x: LEFT + INSET, width: WIDTH - 2 * INSET }
  const title = breakLines([{ text: block.heading }], HEADING, inside.width, unprintable)
  const quote = elementOf('BlockQuote')
  const detail = block.detail === '' ? [] : [[{ text: block.detail }]]
  return [
    padding(7, box, { gap: 9, keep: true }),
    {
      gap: 0,
      height: title.length * HEADING.leading + 1,
      keep: true,
      box,
      draw: (pen, y) =>
        pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, title, HEADING, inside.x, y)),
    },
    ...block.quote.flatMap((text) =>
      paragraph([{ text }], unprintable, { ...inside, style: QUOTE, box, keep: true, parent: quote }),
    ),
    ...paragraphs(detail, unprintable, { ...inside, style: SMALL, box, keep: true }),
    padding(7.5, box),
  ]
}
