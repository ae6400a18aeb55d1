/** The end of the letter: last sentence, greeting, room for a signature, who signs, who gets a copy. */
import type { Closing } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, type Unprintable } from '../lines.ts'
import { LEFT, mm, RIGHT, WIDTH } from '../page.ts'
import { drawFigure, fitted, readyPicture, type Pictures } from '../pictures/picture.ts'
import { QUIET_TEXT, SMALL, STRONG, TEXT } from '../styles.ts'
import { drawLines, paragraph, paragraphs, spaced } from './parts.ts'

/** Room to write a name by hand. */
const SIGNATURE = 26
const COPY = 150
/** Room for a signature as a picture: 60 by 16 mm. */
const PICTURE = { width: mm(60), height: mm(16) }

export function closingBlock(closing: Closing, unprintable: Unprintable, pictures: Pictures): Piece[] {
  const role = breakLines([{ text: closing.role }], QUIET_TEXT, WIDTH - COPY - 12, unprintable)
  const copy = breakLines([{ text: closing.copy }], SMALL, COPY, unprintable)
  const height = Math.max(role.length * QUIET_TEXT.leading, copy.length * SMALL.leading)
  return [
    ...paragraphs(closing.paragraphs, unprintable, { gap: 9, keep: true }),
    ...(closing.greeting === '' ? [] : signed(closing, unprintable, pictures)),
    {
      gap: 0,
      height,
      keep: false,
      draw(pen, y) {
        pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(role), QUIET_TEXT, LEFT, y))
        pen.mark(pen.child(pen.root, 'P'), () => {
          for (const [n, line] of spaced(copy).entries()) {
            const width = copy[n]?.width ?? 0
            pen.line(line, SMALL, RIGHT - width, y + 1.4 + n * SMALL.leading)
          }
        })
      },
    },
  ]
}

/** The greeting, who signs, and between them their signature or room for it. */
function signed(closing: Closing, unprintable: Unprintable, pictures: Pictures): Piece[] {
  return [
    ...paragraph([{ text: closing.greeting }], unprintable, {
      gap: closing.paragraphs.length > 0 ? 8 : 14,
      keep: true,
      style: TEXT,
    }),
    ...signature(closing, pictures),
    ...paragraph([{ text: closing.name }], unprintable, {
      gap: closing.signature ? 2 : SIGNATURE,
      keep: true,
      style: STRONG,
    }),
  ]
}

/** The picture of a signature, where who signs permitted it. */
export function signature(closing: Closing, pictures: Pictures): Piece[] {
  const { signature: signed } = closing
  if (!signed) return []
  const ready = readyPicture(signed.sha256, pictures)
  const { width, height } = fitted(ready, PICTURE)
  return [
    {
      gap: 4,
      height,
      keep: true,
      draw(pen, y) {
        drawFigure(pen, signed, ready, { x: LEFT, y, width, height })
      },
    },
  ]
}
