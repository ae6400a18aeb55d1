/** The parts of a letter by name, so that an office can put them in its own order. */
import { z } from 'zod'
import type { ChipFacts } from './chips.ts'
import type { Block } from './content.ts'
import type { Layout, LayoutItem, OwnParagraph } from './layout.ts'
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
  'summary',
  'targets',
  'outcomes',
  'figures',
  'divisions',
  'counted',
  'parties',
  'agree_goal',
  'agree_work',
  'agree_time',
  'agree_days',
  'agree_guidance',
  'agree_money',
  'agree_insurance',
  'agree_talk',
  'holder',
  'cert_hours',
  'cert_words',
  'learnt',
  'good_wish',
  'signatures',
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
  // Figures mean nothing without how they were counted.
  'figures',
  'counted',
  // An agreement says between whom, about what work, for how long and who is insured.
  'parties',
  'agree_work',
  'agree_time',
  'agree_insurance',
  'holder',
  'signatures',
])
export const isFixed = (code: string): boolean => fixed.has(code)

/** Of a sheet with a form of its own: who it is about stands at the head, who signs at the foot. */
const pinned: Readonly<Partial<Record<string, 'first' | 'last'>>> = {
  parties: 'first',
  holder: 'first',
  signatures: 'last',
} satisfies Partial<Record<BlockCode, 'first' | 'last'>>
export const pinOf = (item: LayoutItem): 'first' | 'last' | null =>
  item.type === 'block' ? (pinned[item.code] ?? null) : null

/** Whether the letter leaves this part out. */
export const isOff = (layout: Layout | undefined, code: BlockCode): boolean =>
  !isFixed(code) && (layout ?? []).some((item) => item.type === 'block' && item.code === code && !item.on)

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
  const own = (paragraphs: readonly OwnParagraph[]) => ownBlock(paragraphs, facts, words)
  return arranged<Block>(parts, facts.layout ?? [], own).map(({ part }) => part)
}

/** The same for parts of any form, each with the item of the layout that it is: 0 is the first. */
export function arranged<T>(
  parts: readonly (readonly [code: BlockCode, part: T | null])[],
  layout: Layout,
  own: (paragraphs: readonly OwnParagraph[]) => T | null,
): { item: number; part: T }[] {
  const codes = parts.map(([code]) => code)
  return complete(codes, layout).flatMap((one, item) => {
    if (one.type === 'block' && !one.on && !isFixed(one.code)) return []
    const made =
      one.type === 'own'
        ? [own(one.paragraphs)]
        : parts.flatMap(([code, part]) => (code === one.code ? [part] : []))
    return made.flatMap((part) => (part === null ? [] : [{ item, part }]))
  })
}

/** A layout that names exactly these codes, each once, with what is pinned in its place. */
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
  const standing = (pin: 'first' | 'last' | null) => items.filter((item) => pinOf(item) === pin)
  return [...standing('first'), ...standing(null), ...standing('last')]
}
