/** Together: what the group did, and who took part. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const momentKind = z.enum(['lunch', 'theme', 'outing', 'celebration', 'other'])
export type MomentKind = z.infer<typeof momentKind>

export const momentSchema = z.object({
  id: f.id,
  happened_on: f.isoDate,
  kind: momentKind,
  title: f.shortText,
  remark: f.longText,
})
export type Moment = z.infer<typeof momentSchema>

export const momentViewSchema = momentSchema.extend({
  people: z.array(z.object({ participantId: f.id, name: z.string() })),
})
export type MomentView = z.infer<typeof momentViewSchema>

/** Somebody who may have taken part: in a trajectory on that day. */
export const candidateSchema = z.object({ participantId: f.id, name: z.string(), present: z.boolean() })
export type Candidate = z.infer<typeof candidateSchema>

const fields = momentSchema.omit({ id: true }).extend({ participantIds: z.array(f.id).max(500) })

export const moments = {
  /** Of one year, the last one first; `years` are those with a moment in them. */
  list: base
    .input(z.object({ year: z.int().min(2000).max(2999) }))
    .output(z.object({ moments: z.array(momentViewSchema), years: z.array(z.int()) })),
  /** Who was present that day first, then the others, each by name. */
  candidates: base.input(z.object({ day: f.isoDate })).output(z.array(candidateSchema)),
  /** A problem with one person has the field `people.<id>`. */
  create: base.input(fields).output(f.created),
  save: base.input(z.object({ id: f.id, fields })).output(f.changed),
  remove: base.input(f.withId).output(f.changed),
  /** What somebody took part in, the last one first. */
  ofPerson: base.input(z.object({ participantId: f.id })).output(z.array(momentSchema)),
}
