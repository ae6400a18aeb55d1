/** Who changed what and when; putting one field back, and going through the steps of a day. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/**
 * One field of one row that got another value, or a row that came or went (then `field` is empty). Words are in
 * the office's language: a history is read, not computed with.
 */
export const fieldChangeSchema = z.object({
  changeId: f.id,
  changeSetId: f.id,
  at: f.moment,
  who: z.string(), // empty: the program itself
  op: z.enum(['insert', 'update', 'delete']),
  subject: z.string(), // "Aanmelding", "Notitie van 3 november"
  field: z.string(), // the name of the column, or of the question
  label: z.string(),
  old: z.string(), // empty: nothing
  new: z.string(),
  /** How the old value comes back: this one field, the whole step, or not (it is there already, or has gone). */
  back: z.enum(['field', 'step', 'no']),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** What one press of a button did. */
export const stepSchema = z.object({
  changeSetId: f.id,
  at: f.moment,
  who: z.string(),
  words: z.array(z.string()).min(1), // "Notitie toegevoegd"
  person: z.object({ id: f.id, name: z.string() }).nullable(),
  /** The step that took this one back: undoing that one does it again. */
  undoneBy: f.id.nullable(),
  mine: z.boolean(), // whether the one who asks may undo it
})
export type Step = z.infer<typeof stepSchema>

export const history = {
  /** Newest first. `before`: the last `changeId` that is already there. */
  person: base
    .input(
      z.object({
        participantId: f.id,
        query: z.string().max(200),
        before: f.id.nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ changes: z.array(fieldChangeSchema), more: z.boolean() })),
  /** Writes the old value the way a form would, with the same checks: a step of its own. */
  putBack: base
    .input(z.object({ participantId: f.id, changeId: f.id, field: z.string().max(100) }))
    .output(f.changed),
  /** The steps of the office's day, newest first. */
  day: base.output(z.array(stepSchema)),
  /** Does again what the last undo took back; only while nothing else was changed since. */
  redo: base.output(z.object({ command: z.string(), changeSetId: f.id })),
}
