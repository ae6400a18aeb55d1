/** The box that asks the reader something: tinted, with a bar at the left, heading and question in one. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Box, Piece } from '../flow.ts'
import { breakLines, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import { HEADING } from '../styles.ts'
import { drawLines, padding, paragraphs } from './parts.ts'

const INSET = 14

export function questionBlock(block: BlockOf<'question'>, unprintable: Unprintable): Piece[] {
  const box: Box = { x: LEFT, width: WIDTH, tone: 'accent' }
  const inside = { x: LEFT + INSET, width: WIDTH - 2 * INSET }
  const title = breakLines([{ text: block.heading }], HEADING, inside.width, unprintable)
  return [
    padding(6, box, { gap: 10, keep: true }),
    {
      gap: 0,
      height: title.length * HEADING.leading,
      keep: true,
      box,
      draw(pen, y) {
        const style = { ...HEADING, colour: pen.colours.onTint }
        pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, title, style, inside.x, y))
      },
    },
    ...paragraphs(block.paragraphs, unprintable, { ...inside, box, keep: true }),
    padding(6.5, box),
  ]
}
