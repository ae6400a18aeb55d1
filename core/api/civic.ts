/** Inburgering: the facts that a coach has to know. The municipality makes the plan; here is what it says. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const civicFieldsSchema = z.object({
  law: f.civicLaw,
  route: f.civicRoute,
  /** The day of the personal plan (PIP). */
  pip_on: f.isoDate.nullable(),
  /** Another last day than the one that follows from the plan, such as after an extension; null: as it follows. */
  term_ends_on: f.isoDate.nullable(),
  school: f.shortText,
  remark: f.longText,
})
export type CivicFields = z.infer<typeof civicFieldsSchema>

export const civicSchema = civicFieldsSchema.extend({
  /** By the rule (core/calendar/terms.ts); null without a plan, or where the rule does not hold. */
  computedEndOn: f.isoDate.nullable(),
  /** The last day of the term: what was typed, or else by the rule. */
  endsOn: f.isoDate.nullable(),
  /** `soon` from six months before, `passed` after the last day. */
  term: z.enum(['none', 'runs', 'soon', 'passed']),
  lessons: z.array(f.weekPart), // in the order of the week
})
export type Civic = z.infer<typeof civicSchema>

export const civic = {
  /** Of somebody about whom nothing is known, everything is unknown. */
  get: base.input(z.object({ participantId: f.id })).output(civicSchema),
  save: base.input(z.object({ participantId: f.id, fields: civicFieldsSchema.partial() })).output(f.changed),
  setLessons: base
    .input(z.object({ participantId: f.id, lessons: z.array(f.weekPart).max(21) }))
    .output(f.changed),
}
