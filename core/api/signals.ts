/** "Klaar voor de arbeidsmarkt": an organisation or a coach saw it, and the case manager has to know. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const toldBy = z.enum(['host', 'coach'])
export type ToldBy = z.infer<typeof toldBy>

const signalFieldsSchema = z.object({
  placement_id: f.id.nullable(), // where it was seen
  signalled_on: f.isoDate,
  told_by: toldBy,
  body: f.longText, // what was seen: the letter begins with it
})
export const signalSchema = signalFieldsSchema.extend({
  id: f.id,
  participant_id: f.id,
  hostName: z.string(), // '' without a placement
  staffName: z.string(),
  /** The newest letter about it; null when nobody began one. */
  letter: z
    .object({
      id: f.id,
      state: f.letterState,
      number: z.string().nullable(),
      sent_on: f.isoDate.nullable(),
    })
    .nullable(),
})
export type Signal = z.infer<typeof signalSchema>

export const signals = {
  /** Newest first. */
  list: base.input(z.object({ participantId: f.id })).output(z.array(signalSchema)),
  /** INVALID on `signalled_on`, `body`; `placement_id` of somebody else is NOT_FOUND. */
  create: base.input(signalFieldsSchema.extend({ participant_id: f.id })).output(f.created),
  /** LETTER_FINAL once a letter about it was finalised: that letter stays as it is, and so does this. */
  save: base.input(signalFieldsSchema.extend({ id: f.id })).output(f.changed),
  /** With the draft of its letter. LETTER_FINAL as `save`. */
  remove: base.input(f.withId).output(f.changed),
}
