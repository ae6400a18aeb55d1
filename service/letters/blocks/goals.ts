/** Goals: a sign and a word for how it stands, then the goal in the words of the plan. */
import type { GoalState } from '#core/api/fields.ts'
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, oneLine, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import type { Pen } from '../pen.ts'
import { STRONG, TEXT } from '../styles.ts'
import { drawLines, elementOf, heading, paragraphs, spaced } from './parts.ts'

const WORD = LEFT + 17

export function goalsBlock(block: BlockOf<'goals'>, unprintable: Unprintable): Piece[] {
  const list = elementOf('L')
  const words = block.goals.map((goal) => oneLine(goal.word, STRONG, unprintable))
  const text = WORD + Math.max(63, ...words.map((word) => word.width + 12))
  return [
    heading(block.heading, unprintable),
    ...paragraphs(block.paragraphs, unprintable, { keep: block.goals.length > 0 }),
    ...block.goals.map((goal, n): Piece => {
      const lines = breakLines(goal.text, TEXT, LEFT + WIDTH - text, unprintable)
      const word = words[n]
      return {
        gap: n === 0 && block.paragraphs.length > 0 ? 3 : 0,
        height: lines.length * TEXT.leading + 2,
        keep: false,
        draw(pen, y) {
          pen.artifact(() => sign(pen, goal.state, LEFT + 5.5, y + TEXT.leading / 2 + 0.4))
          const item = pen.child(list(pen), 'LI')
          if (word)
            pen.mark(pen.child(item, 'Lbl'), () => drawLines(pen, spaced([word], true), STRONG, WORD, y))
          pen.mark(pen.child(item, 'LBody'), () => drawLines(pen, spaced(lines), TEXT, text, y))
        },
      }
    }),
  ]
}

/** Check: reached. Half disc: busy, or partly reached. Open ring: not yet. Ring with a line: changed; with a cross: not. */
function sign(pen: Pen, state: GoalState, x: number, y: number): void {
  const { doc, colours } = pen
  if (state === 'reached') {
    doc
      .moveTo(x - 4.6, y + 0.4)
      .lineTo(x - 1.6, y + 3.4)
      .lineTo(x + 4.8, y - 3.6)
      .lineWidth(1.9)
      .stroke(colours.main)
    return
  }
  doc.circle(x, y, 3.9).lineWidth(1.2).stroke(colours.main)
  if (state === 'busy' || state === 'partly')
    doc.path(`M ${x} ${y - 3.9} A 3.9 3.9 0 0 1 ${x} ${y + 3.9} Z`).fill(colours.main)
  if (state === 'not')
    doc
      .moveTo(x - 1.9, y - 1.9)
      .lineTo(x + 1.9, y + 1.9)
      .moveTo(x - 1.9, y + 1.9)
      .lineTo(x + 1.9, y - 1.9)
      .lineWidth(1.2)
      .stroke(colours.main)
  if (state === 'changed') pen.rule(x - 3.9, x + 3.9, y, colours.main, 1.2)
}
