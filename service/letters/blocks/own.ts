/** Paragraphs of the office's own: plain ones, headings, and bullets that are one list. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, oneLine, type Unprintable } from '../lines.ts'
import { LEFT, WIDTH } from '../page.ts'
import type { Element, Pen } from '../pen.ts'
import { TEXT } from '../styles.ts'
import { BLOCK_GAP, drawLines, elementOf, heading, PARAGRAPH_GAP, paragraph, spaced } from './parts.ts'

const INDENT = 12

export function ownBlock({ paragraphs }: BlockOf<'own'>, unprintable: Unprintable): Piece[] {
  let list: ((pen: Pen) => Element) | null = null
  return paragraphs.flatMap(({ kind, text }, n) => {
    const previous = paragraphs[n - 1]?.kind
    // Above it stands another block, a heading of its own, or the paragraph before.
    const gap = n === 0 ? BLOCK_GAP : previous === 'heading' ? 0 : PARAGRAPH_GAP
    if (kind !== 'bullet') list = null
    if (kind === 'heading')
      return [heading(text.map((run) => run.text).join(''), unprintable, n === 0 ? BLOCK_GAP : BLOCK_GAP - 2)]
    if (kind === 'text') return paragraph(text, unprintable, { gap })
    list ??= elementOf('L')
    return [bullet(text, list, previous === 'bullet' ? 1.5 : gap, unprintable)]
  })
}

function bullet(
  rich: BlockOf<'own'>['paragraphs'][number]['text'],
  list: (pen: Pen) => Element,
  gap: number,
  unprintable: Unprintable,
): Piece {
  const lines = breakLines(rich, TEXT, WIDTH - INDENT, unprintable)
  const sign = oneLine('•', TEXT, unprintable)
  return {
    gap,
    height: lines.length * TEXT.leading,
    keep: false,
    draw(pen, y) {
      const item = pen.child(list(pen), 'LI')
      pen.mark(pen.child(item, 'Lbl'), () => drawLines(pen, spaced([sign], true), TEXT, LEFT + 2, y))
      pen.mark(pen.child(item, 'LBody'), () => drawLines(pen, spaced(lines), TEXT, LEFT + INDENT, y))
    },
  }
}
