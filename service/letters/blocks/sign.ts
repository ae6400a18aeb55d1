/** Boxes to sign in, side by side: who, a line for the date, room for a signature. They stay together. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, oneLine, withSpace, type Unprintable } from '../lines.ts'
import { EDGE, HAIRLINE, LEFT, WIDTH } from '../page.ts'
import { SMALL, STRONG } from '../styles.ts'
import { drawLines, heading, paragraphs, spaced } from './parts.ts'

const GUTTER = 14
const INSET = 9
const DATE = 20
const SIGN = 46

export function signBlock(block: BlockOf<'sign'>, unprintable: Unprintable): Piece[] {
  const columns = Math.max(2, block.signers.length)
  const width = (WIDTH - (columns - 1) * GUTTER) / columns
  const inside = width - 2 * INSET
  const signers = block.signers.map((signer) => ({
    role: breakLines([{ text: signer.role }], SMALL, inside, unprintable),
    name: breakLines([{ text: signer.name }], STRONG, inside, unprintable),
  }))
  const date = oneLine(block.date, SMALL, unprintable)
  const signature = oneLine(block.signature, SMALL, unprintable)
  const head = Math.max(
    ...signers.map(({ role, name }) => role.length * SMALL.leading + name.length * STRONG.leading),
  )
  const height = INSET + head + DATE + SIGN
  return [
    heading(block.heading, unprintable),
    ...paragraphs(block.paragraphs, unprintable, { keep: true }),
    {
      gap: 4,
      height,
      keep: false,
      draw(pen, y) {
        for (const [n, { role, name }] of signers.entries()) {
          const left = LEFT + n * (width + GUTTER)
          const x = left + INSET
          const dateY = y + INSET + head + DATE - SMALL.leading
          pen.artifact(() => {
            pen.doc.roundedRect(left, y, width, height, 4).lineWidth(0.8).stroke(EDGE)
            pen.rule(x + date.width + 6, left + width - INSET, dateY + SMALL.leading - 1, HAIRLINE)
          })
          pen.mark(pen.child(pen.root, 'P'), () => {
            drawLines(pen, spaced(role, true), SMALL, x, y + INSET)
            drawLines(pen, spaced(name, true), STRONG, x, y + INSET + role.length * SMALL.leading)
            pen.line(withSpace(date), SMALL, x, dateY)
            pen.line(signature, SMALL, x, dateY + SMALL.leading + 5)
          })
        }
      },
    },
  ]
}
