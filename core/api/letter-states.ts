/** A colleague looks at a letter; corrections and withdrawals; when letters are due, and putting them off. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const letterStandingSchema = z.object({
  state: f.letterState,
  asked: z.object({ by: f.id, name: z.string(), on: f.isoDate }).nullable(),
  approved: z.object({ name: z.string(), on: f.isoDate }).nullable(),
  /** What the colleague said; '' for nothing. */
  remark: z.string(),
  withdrawn: z.object({ on: f.isoDate, why: z.string() }).nullable(),
  replaces: z.object({ id: f.id, number: z.string(), on: f.isoDate }).nullable(),
  /** `number` null: that one is still a draft. */
  replacedBy: z.object({ id: f.id, number: z.string().nullable() }).nullable(),
  /** The office wants somebody else to approve each letter. */
  reviewNeeded: z.boolean(),
})
export type LetterStanding = z.infer<typeof letterStandingSchema>

export const letterStates = {
  get: base.input(f.withId).output(letterStandingSchema),
  askReview: base.input(f.withId).output(f.changed),
  /** The colleague gives it back with a remark; INVALID on `remark` when it is empty. */
  remark: base.input(z.object({ id: f.id, remark: f.longText })).output(f.changed),
  /** LETTER_REVIEW by who asked. */
  approve: base.input(f.withId).output(f.changed),
  toDraft: base.input(f.withId).output(f.changed),
  /** A correction is a new letter, which says which one it replaces. NOT_FOUND unless that one stands. */
  replace: base.input(f.withId).output(f.created),
  /** It keeps its number. INVALID on `why` when it is empty. */
  withdraw: base.input(z.object({ id: f.id, why: f.shortText })).output(f.changed),
}

export const letterRuleSchema = z.object({
  first_weeks: z.int().min(1).max(52).nullable(), // null: as the office
  interval_weeks: z.int().min(1).max(52).nullable(),
  before_end_weeks: z.int().min(0).max(26).nullable(),
})

export const letterDues = {
  /** What one municipality wants, and what holds where it wants nothing. */
  rule: base.input(f.withId).output(z.object({ rule: letterRuleSchema, office: letterRuleSchema })),
  saveRule: base.input(z.object({ id: f.id, rule: letterRuleSchema })).output(f.changed),
  /**
   * The letter that is due next waits until a day, or is not needed (`untilOn` null: then `why` is needed). NOT_FOUND
   * when it is no longer due on `momentOn`; INVALID on `untilOn` or `why`.
   */
  putOff: base
    .input(
      z.object({
        trajectoryId: f.id,
        momentOn: f.isoDate,
        untilOn: f.isoDate.nullable(),
        why: f.shortText,
      }),
    )
    .output(f.changed),
}
