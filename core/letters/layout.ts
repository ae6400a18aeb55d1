/**
 * How a letter is put together: its fixed blocks in an order, some of them off, with paragraphs of the office's own
 * between them. Plain JSON, of a template or of one letter. Codes are plain words here: a template may be older than the
 * program that reads it, and what is not known any more is passed over.
 */
import { z } from 'zod'

/** A stretch of an own paragraph: words, or a chip that gets its value from the facts of the letter. */
export const ownRunSchema = z.union([
  z.object({
    text: z.string().max(20_000),
    bold: z.boolean().exactOptional(),
    italic: z.boolean().exactOptional(),
    underline: z.boolean().exactOptional(),
  }),
  z.object({
    field: z.string().max(40),
    bold: z.boolean().exactOptional(),
    italic: z.boolean().exactOptional(),
    underline: z.boolean().exactOptional(),
  }),
])
export type OwnRun = z.infer<typeof ownRunSchema>

export const ownParagraphSchema = z.object({
  kind: z.enum(['text', 'heading', 'bullet']),
  runs: z.array(ownRunSchema).max(200),
})
export type OwnParagraph = z.infer<typeof ownParagraphSchema>

export const layoutItemSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('block'), code: z.string().max(40), on: z.boolean() }),
  z.object({ type: z.literal('own'), paragraphs: z.array(ownParagraphSchema).max(60) }),
])
export type LayoutItem = z.infer<typeof layoutItemSchema>

export const layoutSchema = z.array(layoutItemSchema).max(60)
export type Layout = z.infer<typeof layoutSchema>

/** Whether two layouts give the same letter. */
export const sameLayout = (one: Layout, other: Layout): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Whether there is nothing in it to print. */
export const isBlank = (paragraphs: readonly OwnParagraph[]): boolean =>
  paragraphs.every(({ runs }) => runs.every((run) => 'text' in run && run.text.trim() === ''))
