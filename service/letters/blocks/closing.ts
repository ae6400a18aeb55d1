/** The end of the letter: last sentence, greeting, room for a signature, who signs, who gets a copy. */
import type { Closing } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, type Unprintable } from '../lines.ts'
import { LEFT, RIGHT, WIDTH } from '../page.ts'
import { QUIET_TEXT, SMALL, STRONG, TEXT } from '../styles.ts'
import { drawLines, paragraph, paragraphs, spaced } from './parts.ts'

/** Room to write a name by hand. */
const SIGNATURE = 26
const COPY = 150

export function closingBlock(closing: Closing, unprintable: Unprintable): Piece[] {
  const role = breakLines([{ text: closing.role }], QUIET_TEXT, WIDTH - COPY - 12, unprintable)
  const copy = breakLines([{ text: closing.copy }], SMALL, COPY, unprintable)
  const height = Math.max(role.length * QUIET_TEXT.leading, copy.length * SMALL.leading)
  return [
    ...paragraphs(closing.paragraphs, unprintable, { gap: 9, keep: true }),
    ...(closing.greeting === '' ? [] : signature(closing, unprintable)),
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

function signature(closing: Closing, unprintable: Unprintable): Piece[] {
  return [
    ...paragraph([{ text: closing.greeting }], unprintable, {
      gap: closing.paragraphs.length > 0 ? 8 : 14,
      keep: true,
      style: TEXT,
    }),
    ...paragraph([{ text: closing.name }], unprintable, { gap: SIGNATURE, keep: true, style: STRONG }),
  ]
}
