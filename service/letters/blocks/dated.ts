/** Notes: the day at the left, what was written down at the right. Long notes go on overleaf. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { oneLine, withSpace, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import { STRONG } from '../styles.ts'
import { elementOf, heading, lazy, paragraphs } from './parts.ts'

const DAY = 92

export function datedBlock(block: BlockOf<'dated'>, unprintable: Unprintable): Piece[] {
  const list = elementOf('L')
  const notes = block.items.flatMap((item, n) => {
    const day = withSpace(oneLine(item.day, STRONG, unprintable))
    const entry = elementOf('LI', list)
    const label = lazy((pen) => pen.child(entry(pen), 'Lbl'))
    const body = elementOf('LBody', entry)
    const [first, ...more] = paragraphs(item.paragraphs, unprintable, {
      x: LEFT + DAY,
      width: WIDTH - DAY,
      gap: n === 0 ? 0 : 3,
      parent: body,
    })
    if (!first) return []
    const withDay: Piece = {
      ...first,
      draw(pen, y) {
        pen.mark(label(pen), () => pen.line(day, STRONG, LEFT, y))
        first.draw(pen, y)
      },
    }
    return [withDay, ...more]
  })
  return [heading(block.heading, unprintable), ...notes]
}
