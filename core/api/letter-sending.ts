/** Letters leave the house: which drafts can be finalised, one print file, e-mail, and the register of it all. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { letterGapSchema, letterKind, letterRowSchema } from './letters.ts'

export const readyRowSchema = letterRowSchema.extend({
  gaps: z.array(letterGapSchema),
  /** The office wants a colleague to approve it, and nobody did. */
  reviewMissing: z.boolean(),
  /** Nothing stops finalising it. */
  ready: z.boolean(),
})
export type ReadyRow = z.infer<typeof readyRowSchema>

export const printRunSchema = z.object({
  id: f.id,
  madeAt: f.moment,
  letters: z.array(
    z.object({ position: z.int(), id: f.id, number: z.string(), kind: letterKind, state: f.letterState }),
  ),
})
export type PrintRun = z.infer<typeof printRunSchema>

const opened = z.object({ path: z.string().nullable(), url: z.string().nullable() })

export const letterSending = {
  /** Every draft with what it misses, those with problems first. */
  ready: base.output(z.array(readyRowSchema)),
  /** Letters that are final, not sent, and in no run that waits: what a run would print. */
  toPrint: base.output(z.array(letterRowSchema)),
  /** The runs of which nobody said yet how they came out of the printer. */
  runs: base.output(z.array(printRunSchema)),
  /**
   * One file of these letters in this order, from the stored bytes. `twoSided`: each letter begins on a new sheet.
   * NOT_FOUND when one has no number.
   */
  startRun: base
    .input(z.object({ ids: z.array(f.id).min(1).max(2000), twoSided: z.boolean() }))
    .output(opened.extend({ runId: f.id })),
  /** The same run again, from this place in it. */
  printAgain: base
    .input(z.object({ runId: f.id, from: z.int().min(1), twoSided: z.boolean() }))
    .output(opened),
  /** All came out well: those that were not sent yet are, on that day. INVALID on `sent_on`. */
  finishRun: base
    .input(z.object({ runId: f.id, sent_on: f.isoDate, sent_how: z.enum(['post', 'handed']) }))
    .output(f.changed),
  /** The PDF at hand, and the address for the office's own mail program; `mailto` has nothing personal but that address. */
  mail: base.input(f.withId).output(opened.extend({ mailto: z.string() })),
}

export const registerFilterSchema = z.object({
  /** A name, a number, a municipality. */
  query: z.string().max(200),
  kind: letterKind.nullable(),
  state: z.enum(['final', 'sent', 'replaced', 'withdrawn']).nullable(),
  from: f.isoDate.nullable(),
  to: f.isoDate.nullable(),
})
export type RegisterFilter = z.infer<typeof registerFilterSchema>

export const registerLineSchema = letterRowSchema.extend({
  prints: z.int(),
  replaces: z.object({ id: f.id, number: z.string() }).nullable(),
  replacedBy: z.object({ id: f.id, number: z.string() }).nullable(),
})
export type RegisterLine = z.infer<typeof registerLineSchema>

export const letterRegister = {
  /** Letters with a number, the newest first; `page` counts from 0. */
  list: base
    .input(registerFilterSchema.extend({ page: z.int().min(0) }))
    .output(z.object({ rows: z.array(registerLineSchema), total: z.int(), pageSize: z.int() })),
  /** All of them that fit, as .xlsx. */
  excel: base.input(registerFilterSchema).output(z.object({ fileName: z.string(), xlsx: f.base64 })),
}
