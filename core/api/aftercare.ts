/** What came after a trajectory: the moments on which the office asks how it goes, and what it heard. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { participantFieldsSchema } from './people.ts'

export const attemptHow = z.enum(['phone', 'whatsapp', 'email', 'visit', 'letter'])
export type AttemptHow = z.infer<typeof attemptHow>

/** Whether somebody may be asked how it goes: core/aftercare/moments.ts says what follows from it. */
export const aftercareContact = z.enum(['may', 'not_asked', 'withdrawn', 'deceased'])
export type AftercareContact = z.infer<typeof aftercareContact>

/** How a moment stands: core/aftercare/moments.ts. */
export const aftercareState = z.enum(['due', 'coming', 'ask', 'blocked', 'dropped', 'waiting', 'done'])
export type AftercareState = z.infer<typeof aftercareState>

export const attemptSchema = z.object({
  id: f.id,
  tried_on: f.isoDate,
  how: attemptHow.nullable(), // null: from when attempts were only counted
  reached: z.boolean(),
  remark: f.shortText,
  staffName: z.string(), // '' with `how` null
})
export type Attempt = z.infer<typeof attemptSchema>

export const aftercareSchema = z.object({
  id: f.id,
  participant_id: f.id,
  trajectory_id: f.id,
  month: z.int(), // after the end of the trajectory
  due_on: f.isoDate,
  own_day: z.boolean(), // somebody chose `due_on`
  try_on: f.isoDate.nullable(), // when it is tried again; null: on `due_on`
  done_on: f.isoDate.nullable(),
  outcome: z.enum(['still_there', 'moved_on', 'stopped', 'not_reached']).nullable(),
  benefit_ended: z.enum(['yes', 'partly', 'no', 'unknown']).nullable(),
  moved_on_to: f.shortText,
  story: f.longText, // for the municipality; only with the permission `story`
  remark: f.longText,
  dropped_on: f.isoDate.nullable(),
  dropped_why: f.shortText,
})
export type Aftercare = z.infer<typeof aftercareSchema>

/** With what was tried, oldest first. */
export const aftercareMomentSchema = aftercareSchema.extend({
  state: aftercareState,
  attempts: z.array(attemptSchema),
})
export type AftercareMoment = z.infer<typeof aftercareMomentSchema>

export const aftercareView = z.enum(['due', 'coming', 'ask', 'stopped', 'done', 'all'])
export type AftercareView = z.infer<typeof aftercareView>
export const aftercareRowSchema = z.object({
  id: f.id,
  participantId: f.id,
  listName: z.string(),
  phone: z.string(),
  month: z.int(),
  on: f.isoDate, // when it is asked, or was
  state: aftercareState,
  outcome: aftercareSchema.shape.outcome,
  attempts: z.int(),
  lastTriedOn: f.isoDate.nullable(),
  contact: aftercareContact,
  coachName: z.string(),
})
export type AftercareRow = z.infer<typeof aftercareRowSchema>

const result = z.object({
  id: f.id,
  done_on: f.isoDate,
  outcome: aftercareSchema.shape.outcome.unwrap(),
  benefit_ended: aftercareSchema.shape.benefit_ended.unwrap(),
  remark: f.longText,
  moved_on_to: f.shortText.optional(), // not given: as it was
  story: f.longText.optional(),
})

export const aftercare = {
  /** Of one person, by day. */
  list: base.input(z.object({ participantId: f.id })).output(z.array(aftercareMomentSchema)),
  /** `since`: the day on which it was taken back, or the last one of somebody who died. */
  contact: base
    .input(z.object({ participantId: f.id }))
    .output(z.object({ contact: aftercareContact, since: f.isoDate.nullable() })),
  /** One moment with what has to be known to ask. `place`: where somebody went, as far as known. */
  get: base.input(f.withId).output(
    aftercareMomentSchema.extend({
      personName: z.string(),
      phone: z.string(),
      email: z.string(),
      preferredContact: participantFieldsSchema.shape.preferred_contact,
      languages: z.string(),
      endedOn: f.isoDate.nullable(),
      outflow: f.outflow.nullable(),
      place: z.string(),
      contact: aftercareContact,
      since: f.isoDate.nullable(),
      storyPermission: z.boolean(),
    }),
  ),
  /** A page of the list of everybody, by day; what is done, the newest first. `counts`: without `view`. */
  all: base
    .input(
      z.object({
        view: aftercareView,
        query: z.string().max(200),
        month: z.int().nullable(),
        coachId: f.id.nullable(),
        limit: z.int().min(1).max(2000),
      }),
    )
    .output(
      z.object({
        rows: z.array(aftercareRowSchema),
        total: z.int(),
        counts: z.record(aftercareView, z.int()),
        months: z.array(z.int()), // that occur, rising
      }),
    ),
  /**
   * What came out of it; also again, to change what was written down. With `how` the talk, or the last try, counts as
   * an attempt. INVALID on `done_on`; PERMISSION_NEEDED for a story that nobody agreed to.
   */
  record: base.input(result.extend({ how: attemptHow.optional() })).output(f.changed),
  /** Nobody answered: the moment stays open, and asks again on `next_on`. INVALID on `tried_on`, `next_on`. */
  tried: base
    .input(
      z.object({
        id: f.id,
        tried_on: f.isoDate,
        how: attemptHow,
        remark: f.shortText,
        next_on: f.isoDate,
      }),
    )
    .output(f.changed),
  saveAttempt: base
    .input(z.object({ id: f.id, tried_on: f.isoDate, how: attemptHow, remark: f.shortText }))
    .output(f.changed),
  removeAttempt: base.input(f.withId).output(f.changed),
  /** What came out is taken back: the moment is open again. Texts and attempts stay. */
  open: base.input(f.withId).output(f.changed),
  /** Another day for an open moment. INVALID on `due_on`. */
  move: base.input(z.object({ id: f.id, due_on: f.isoDate })).output(f.changed),
  /** One more moment. `due_on` null: on the day that the months make. INVALID on `month`, `due_on`. */
  add: base
    .input(z.object({ trajectoryId: f.id, month: z.int(), due_on: f.isoDate.nullable() }))
    .output(f.created),
  /** Open moments that nobody asks any more. INVALID on `why`. */
  drop: base.input(z.object({ ids: z.array(f.id).min(1).max(60), why: f.shortText })).output(f.changed),
  putBack: base.input(z.object({ ids: z.array(f.id).min(1).max(60) })).output(f.changed),
}
