/** Places: organisations, what they offer, who is placed there, and what came after. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { meaningful, placementMore } from './placement-fields.ts'

export const hostSchema = z.object({
  id: f.id,
  name: f.shortText,
  kind: f.hostKind,
  sector: f.shortText,
  street: f.shortText,
  house_number: f.shortText,
  postcode: f.shortText,
  city: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  contact_name: f.shortText,
  contact_function: f.shortText,
  remarks: f.longText,
})
export type Host = z.infer<typeof hostSchema>

export const openingSchema = z.object({
  id: f.id,
  host_id: f.id,
  title: f.shortText,
  kind: f.placementKind,
  tasks: f.longText,
  days: f.shortText,
  minutes_per_week: f.minutes.nullable(),
  capacity: z.int().min(1),
  language_level: f.shortText,
  demands: f.shortText,
  open_from: f.isoDate.nullable(),
  open_until: f.isoDate.nullable(),
  closed: z.boolean(),
})
export type Opening = z.infer<typeof openingSchema>
export const openingViewSchema = openingSchema.extend({ hostName: z.string(), taken: z.int() })
export type OpeningView = z.infer<typeof openingViewSchema>

export const hosts = {
  list: base
    .input(z.object({ query: z.string().max(200) }))
    .output(z.array(hostSchema.extend({ openings: z.int(), placed: z.int() }))),
  get: base.input(f.withId).output(hostSchema.extend({ openings: z.array(openingViewSchema) })),
  create: base.input(hostSchema.omit({ id: true }).partial().required({ name: true })).output(f.created),
  save: base.input(z.object({ id: f.id, fields: hostSchema.omit({ id: true }).partial() })).output(f.changed),
}

export const openings = {
  list: base.output(z.array(openingViewSchema)),
  create: base
    .input(openingSchema.omit({ id: true }).partial().required({ host_id: true, title: true, kind: true }))
    .output(f.created),
  save: base
    .input(z.object({ id: f.id, fields: openingSchema.omit({ id: true, host_id: true }).partial() }))
    .output(f.changed),
}

export const placementSchema = z.object({
  id: f.id,
  participant_id: f.id,
  trajectory_id: f.id.nullable(),
  opening_id: f.id,
  kind: f.placementKind,
  stage: f.placementStage,
  stage_since: f.isoDate,
  goal: f.placementGoal,
  goal_own_words: f.longText,
  explained_on: f.isoDate.nullable(),
  explained_language: f.shortText,
  understood: z.boolean().nullable(),
  starts_on: f.isoDate.nullable(),
  expected_end_on: f.isoDate.nullable(),
  ended_on: f.isoDate.nullable(),
  end_reason: f.shortText,
  goal_result: z.enum(['reached', 'partly', 'not']).nullable(),
  days: f.shortText,
  minutes_per_week: f.minutes.nullable(),
  supervisor: f.shortText,
  next_action: f.shortText,
  next_action_on: f.isoDate.nullable(),
  ...placementMore,
})
export type Placement = z.infer<typeof placementSchema>
export const placementViewSchema = placementSchema.extend({
  personName: z.string(),
  hostName: z.string(),
  openingTitle: z.string(),
  /** Whose participant it is; null outside a trajectory. */
  coach_id: f.id.nullable(),
  coachName: z.string(),
  /** From so long before the expected end it asks for attention: placing.terms. */
  warnWeeks: z.int(),
})
export type PlacementView = z.infer<typeof placementViewSchema>

export const placements = {
  board: base.output(z.array(placementViewSchema)),
  list: base.input(z.object({ participantId: f.id })).output(z.array(placementViewSchema)),
  create: base
    .input(
      placementSchema
        .omit({ id: true, stage_since: true, kind: true })
        .partial()
        .required({ participant_id: true, opening_id: true, goal: true }),
    )
    .output(f.created),
  save: base
    .input(
      z.object({
        id: f.id,
        fields: placementSchema.omit({ id: true, participant_id: true, stage_since: true }).partial(),
      }),
    )
    .output(f.changed),
  /** To `ended` asks for a day and a reason; the others do not. Without a start, `trial` and `placed` begin today. */
  move: base
    .input(
      z.object({
        id: f.id,
        stage: f.placementStage,
        ended_on: f.isoDate.nullable(),
        end_reason: f.shortText,
        goal_result: z.enum(['reached', 'partly', 'not']).nullable(),
        energy: f.longText.optional(),
        meaningful: meaningful.nullish(),
        own_opinion: f.longText.optional(),
      }),
    )
    .output(f.changed),
}

export const aftercareSchema = z.object({
  id: f.id,
  participant_id: f.id,
  trajectory_id: f.id,
  month: z.int(),
  due_on: f.isoDate,
  done_on: f.isoDate.nullable(),
  outcome: z.enum(['still_there', 'moved_on', 'stopped', 'not_reached']).nullable(),
  benefit_ended: z.enum(['yes', 'partly', 'no', 'unknown']).nullable(),
  attempts: z.int(),
  remark: f.longText,
})
export type Aftercare = z.infer<typeof aftercareSchema>
export const aftercare = {
  list: base.input(z.object({ participantId: f.id })).output(z.array(aftercareSchema)),
  record: base
    .input(
      z.object({
        id: f.id,
        done_on: f.isoDate,
        outcome: z.enum(['still_there', 'moved_on', 'stopped', 'not_reached']),
        benefit_ended: z.enum(['yes', 'partly', 'no', 'unknown']),
        remark: f.longText,
      }),
    )
    .output(f.changed),
}
