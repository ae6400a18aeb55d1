/** Placing somebody: what is proposed, what it collides with, how it goes there, the agreement, and how long it lasts. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { placementInsurance } from './placement-fields.ts'
import { placementViewSchema } from './places.ts'

/** How long a placement of a kind lasts: for every municipality, or for one. */
export const placementTermSchema = z.object({
  id: f.id,
  municipality_id: f.id.nullable(), // null: every municipality without a term of its own
  kind: f.placementKind,
  months: z.int().min(1).max(48),
  warn_weeks: z.int().min(0).max(26),
})
export type PlacementTerm = z.infer<typeof placementTermSchema>

export const checkinSchema = z.object({
  id: f.id,
  placement_id: f.id,
  happened_on: f.isoDate,
  with_whom: z.enum(['participant', 'host', 'both']),
  going: z.enum(['well', 'fair', 'badly']).nullable(),
  body: f.longText,
  staff_id: f.id,
})
export type Checkin = z.infer<typeof checkinSchema>
const checkinFields = checkinSchema.omit({ id: true, placement_id: true, staff_id: true })

/** What somebody wants to agree, as far as it is typed. */
const plannedSchema = z.object({
  participantId: f.id,
  openingId: f.id,
  placementId: f.id.nullable(), // null: a new one
  starts_on: f.isoDate.nullable(),
  expected_end_on: f.isoDate.nullable(),
  parts: z.array(f.weekPart).max(21),
  minutes_per_week: f.minutes.nullable(),
})
export type Planned = z.infer<typeof plannedSchema>

/** Said, never forbidden. `i18n: placing.warning.<code>`. */
export const placementWarningSchema = z.discriminatedUnion('code', [
  /** The same half-day. `what`: the school, or the organisation with what is done there; '' where nothing is known. */
  z.object({
    code: z.enum(['lesson', 'workshop', 'placement', 'unavailable']),
    parts: z.array(f.weekPart),
    what: z.string(),
  }),
  z.object({
    code: z.enum(['before_trajectory', 'after_trajectory', 'not_open_yet', 'open_no_more']),
    on: f.isoDate,
  }),
  /** Minutes a week: the most that the person said, and all that would be agreed. */
  z.object({ code: z.literal('too_many_hours'), most: f.minutes, all: f.minutes }),
  z.object({ code: z.literal('full'), capacity: z.int(), people: z.array(z.string()) }),
  z.object({ code: z.literal('closed') }),
])
export type PlacementWarning = z.infer<typeof placementWarningSchema>

/** What the agreement still misses; a line to write on is printed instead. `i18n: placing.missing.<code>`. */
export const agreementGap = z.enum([
  'own_words',
  'explained',
  'tasks',
  'starts',
  'parts',
  'hours',
  'supervisor',
  'insurance',
])
export type AgreementGap = z.infer<typeof agreementGap>

export const placing = {
  /** What the opening and the term propose, and what the choice collides with. */
  look: base.input(plannedSchema).output(
    z.object({
      proposal: z.object({
        expected_end_on: f.isoDate.nullable(), // null without a start or a term
        months: z.int().nullable(), // of the term
        municipality: z.string(), // whose own term it is; '' for everybody's
        parts: z.array(f.weekPart),
        minutes_per_week: f.minutes.nullable(),
        supervisor: z.string(),
        supervisor_phone: z.string(),
        insurance: placementInsurance,
      }),
      warnings: z.array(placementWarningSchema),
    }),
  ),
  get: base.input(f.withId).output(
    z.object({
      placement: placementViewSchema,
      checkins: z.array(checkinSchema.extend({ staffName: z.string() })), // the newest first
      /** What gives energy, as it was said at the intake; '' when it was not. */
      energyAtIntake: z.string(),
      gaps: z.array(agreementGap),
      /** The agreements about it, newest first; `number` null while it is a draft. */
      agreements: z.array(z.object({ id: f.id, number: z.string().nullable() })),
    }),
  ),
  /** Also writes down what comes next, in the same step. */
  addCheckin: base
    .input(checkinFields.extend({ id: f.id, next_action: f.shortText, next_action_on: f.isoDate.nullable() }))
    .output(f.created),
  saveCheckin: base.input(z.object({ id: f.id, fields: checkinFields.partial() })).output(f.changed),
  removeCheckin: base.input(f.withId).output(f.changed),
  /** Everybody's first, then by municipality. */
  terms: base.output(z.array(placementTermSchema.extend({ municipality: z.string() }))),
  /** Sets the term of a kind, for everybody or for one municipality. */
  setTerm: base.input(placementTermSchema.omit({ id: true })).output(f.changed),
  removeTerm: base.input(f.withId).output(f.changed),
}
