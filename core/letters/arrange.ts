/** The parts of a letter by name, so that an office can put them in its own order. */
import { z } from 'zod'
import type { ChipFacts } from './chips.ts'
import type { Block } from './content.ts'
import type { Layout } from './layout.ts'
import { ownBlock } from './own-paragraphs.ts'
import type { Words } from './words.ts'

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
  'ended',
  'activities',
  'evidence',
  'advice_opinion',
  'aftercare',
  'sign',
  'days',
  'tried',
  'when',
  'bring',
  'reached',
  'why',
  'plan',
  'told',
  'more',
])
export type BlockCode = z.infer<typeof blockCode>

/** `null`: there is nothing to say. */
export type Part = readonly [code: BlockCode, block: Block | null]

/** What a decision may rest on: these stay in their letter, whatever a template says. */
const fixed: ReadonlySet<string> = new Set<BlockCode>([
  'statement',
  'unfinished',
  'table',
  'days',
  'when',
  'sign',
])
export const isFixed = (code: string): boolean => fixed.has(code)

/**
 * The parts with something in them, in the order of the letter's layout, with the office's own paragraphs between them;
 * without a layout in their own order. Whatever the layout says, each part is there at most once, and what it does not
 * name (a block that came later) stands behind the part that it follows by itself.
 */
export function arrange(
  parts: readonly Part[],
  facts: ChipFacts & { readonly layout?: Layout },
  words: Words,
): Block[] {
  const shown = complete(
    parts.map(([code]) => code),
    facts.layout ?? [],
  ).filter((item) => item.type === 'own' || item.on || isFixed(item.code))
  return shown.flatMap((item): Block[] => {
    if (item.type === 'block')
      return parts.flatMap(([code, block]) => (code === item.code && block ? [block] : []))
    const own = ownBlock(item.paragraphs, facts, words)
    return own === null ? [] : [own]
  })
}

/** A layout that names exactly these codes, each once; several parts of one code stay together. */
export function complete(codes: readonly BlockCode[], layout: Layout): Layout {
  const known = new Set<string>(codes)
  const seen = new Set<string>()
  const items = layout.filter((item) => {
    if (item.type === 'own') return true
    const first = known.has(item.code) && !seen.has(item.code)
    seen.add(item.code)
    return first
  })
  const order = [...known]
  for (const [n, code] of order.entries()) {
    if (seen.has(code)) continue
    const before = order[n - 1]
    const at = items.findIndex((item) => item.type === 'block' && item.code === before)
    items.splice(at + 1, 0, { type: 'block', code, on: true })
  }
  return items
}
