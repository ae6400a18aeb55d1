/** The parts of a letter by name, so that an office can put them in its own order. */
import { z } from 'zod'
import type { Block } from './content.ts'

/** What a part is about; each kind of letter has some of them. */
export const blockCode = z.enum([
  'opening',
  'question',
  'glance',
  'attendance',
  'language',
  'skills',
  'goals',
  'places',
  'notes',
  'helps',
  'opinion',
  'agreements',
  'wish',
  'advice',
  'needed',
  'seen',
  'statement',
  'unfinished',
  'table',
  'sum',
  'definitions',
  'remark',
  'targets',
  'placed',
  'figures',
  'split',
])
export type BlockCode = z.infer<typeof blockCode>

/** `null`: there is nothing to say. */
export type Part = readonly [code: BlockCode, block: Block | null]

/** The parts with something in them, in their order. */
export function arrange(parts: readonly Part[]): Block[] {
  return parts.flatMap(([, block]) => block ?? [])
}
