/** Plain paragraphs under a heading: the opening, placements, what helps. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import type { Unprintable } from '../lines.ts'
import { SMALL } from '../styles.ts'
import { heading, PARAGRAPH_GAP, paragraphs } from './parts.ts'

export function paragraphsBlock(block: BlockOf<'paragraphs'>, unprintable: Unprintable): Piece[] {
  if (block.heading === null) return paragraphs(block.paragraphs, unprintable, { gap: PARAGRAPH_GAP + 1.5 })
  const style = block.small ? { style: SMALL } : {}
  return [heading(block.heading, unprintable), ...paragraphs(block.paragraphs, unprintable, style)]
}
