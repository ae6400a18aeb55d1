/** What the further kinds of letter rest on; see facts.ts. Nothing of health, home or money is in them. */
import { z } from 'zod'
import { aftercareSchema } from '../api/aftercare.ts'
import * as f from '../api/fields.ts'
import {
  aftercareDraftSchema,
  certificateDraftSchema,
  invitationDraftSchema,
  noShowDraftSchema,
} from '../api/letter-drafts.ts'
import { endTextsSchema, extensionTextsSchema } from '../api/letters.ts'
import { satisfaction } from '../api/network.ts'
import { placementMore } from '../api/placement-fields.ts'
import { heardWordsSchema } from '../words/heard.ts'
import { letterFactsSchema, progressFactsSchema } from './facts.ts'

const monthHours = z.object({ month: f.isoMonth, planned_minutes: f.minutes, present_minutes: f.minutes })

/** As a progress letter about all of it, and how it ended. */
export const endFactsSchema = progressFactsSchema.extend({
  kind: z.literal('end'),
  end: z.object({
    /** Null while it has not ended: then the planned day counts. */
    ended_on: f.isoDate.nullable(),
    early: z.boolean(),
    kind: f.endKind.nullable(),
    discussed_with: f.shortText,
    discussed_on: f.isoDate.nullable(),
    outflow: f.outflow.nullable(),
    /** What the participant said, 1 to 5. */
    satisfied: satisfaction.exactOptional(),
  }),
  /** Oldest first. */
  per_month: z.array(monthHours),
  workshop_minutes: f.minutes,
  /** Present at a place outside the workshop. */
  elsewhere_minutes: f.minutes,
  talks: z.int().min(0),
  /** When the office asks how it goes, in months after the end. */
  aftercare: z.array(z.object({ month: z.int(), on: f.isoDate })),
  texts: endTextsSchema,
})
export type EndFacts = z.infer<typeof endFactsSchema>

/** As a progress letter about all of it until now, and what is asked. */
export const extensionFactsSchema = progressFactsSchema.extend({
  kind: z.literal('extension'),
  per_month: z.array(monthHours),
  /** What was agreed before, in months. */
  agreed_months: z.int(),
  texts: extensionTextsSchema,
})
export type ExtensionFacts = z.infer<typeof extensionFactsSchema>

/** Facts only: days, hours and what was tried. */
export const noShowFactsSchema = letterFactsSchema.extend({
  kind: z.literal('no_show'),
  /** Absent without notice, oldest first. */
  days: z.array(z.object({ day: f.isoDate, minutes: f.minutes })),
  planned_minutes: f.minutes,
  present_minutes: f.minutes,
  notified_minutes: f.minutes,
  /** Null: not in this trajectory. */
  last_present_on: f.isoDate.nullable(),
  /** Talks, calls and visits since the first of these days. `body` only of notes for the report. */
  contacts: z.array(
    z.object({ on: f.isoDate, kind: z.enum(['talk', 'phone', 'visit', 'note']), body: f.longText }),
  ),
  texts: noShowDraftSchema.shape.texts,
})
export type NoShowFacts = z.infer<typeof noShowFactsSchema>

export const invitationFactsSchema = letterFactsSchema.extend({
  kind: z.literal('invitation'),
  address: z.object({
    street: f.shortText,
    house_number: f.shortText,
    postcode: f.shortText,
    city: f.shortText,
  }),
  texts: invitationDraftSchema.shape.texts,
})
export type InvitationFacts = z.infer<typeof invitationFactsSchema>

/** What was agreed about a place. */
export const placementFactsSchema = letterFactsSchema.extend({
  kind: z.literal('placement'),
  full_name: f.shortText,
  own_script_name: f.shortText,
  host: z.object({
    name: f.shortText,
    street: f.shortText,
    house_number: f.shortText,
    postcode: f.shortText,
    city: f.shortText,
  }),
  title: f.shortText,
  tasks: f.longText,
  placement: z.object({
    kind: f.placementKind,
    goal: f.placementGoal,
    goal_own_words: f.longText,
    explained_on: f.isoDate.nullable(),
    explained_language: f.shortText,
    understood: z.boolean().nullable(),
    starts_on: f.isoDate.nullable(),
    expected_end_on: f.isoDate.nullable(),
    days: f.shortText,
    minutes_per_week: f.minutes.nullable(),
    supervisor: f.shortText,
    parts: placementMore.parts,
    allowance: placementMore.allowance,
    insurance: placementMore.insurance,
    supervisor_phone: placementMore.supervisor_phone,
    agreed_on: placementMore.agreed_on,
    job_form: placementMore.job_form,
  }),
})
export type PlacementFacts = z.infer<typeof placementFactsSchema>

export const aftercareFactsSchema = letterFactsSchema.extend({
  kind: z.literal('aftercare'),
  month: z.int(),
  due_on: f.isoDate,
  done_on: f.isoDate.nullable(),
  outcome: aftercareSchema.shape.outcome,
  benefit_ended: aftercareSchema.shape.benefit_ended,
  moved_on_to: f.shortText,
  ended_on: f.isoDate.nullable(),
  outflow: f.outflow.nullable(),
  /** Where somebody went after the trajectory; '' where nobody knows. */
  went_to: f.shortText,
  tries: z.int().min(0),
  /** '' without permission. */
  story: f.longText,
  /** There is a story that nobody agreed to. */
  story_kept_back: z.boolean(),
  texts: aftercareDraftSchema.shape.texts,
})
export type AftercareFacts = z.infer<typeof aftercareFactsSchema>

export const certificateFactsSchema = letterFactsSchema.extend({
  kind: z.literal('certificate'),
  full_name: f.shortText,
  ended: z.boolean(),
  present_minutes: f.minutes,
  /** Done alone, or with little help. */
  learnt: z.array(f.shortText),
  heard: heardWordsSchema,
  texts: certificateDraftSchema.shape.texts,
})
export type CertificateFacts = z.infer<typeof certificateFactsSchema>
