/** Places: what organisations offer, and who is placed there. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { meaningful, placementInsurance, placementMore } from './placement-fields.ts'

export const demandAmount = z.enum(['some', 'much'])
export const openingSurroundings = z.enum(['', 'inside', 'outside', 'both'])
export const openingCompany = z.enum(['', 'alone', 'together', 'both'])

/** Something heavy about the work: an item of the intake's question `body_work`, and how much of it. */
export const openingDemandSchema = z.object({ item: f.shortText, amount: demandAmount })

export const openingSchema = z.object({
  id: f.id,
  host_id: f.id,
  title: f.shortText,
  kind: f.placementKind,
  tasks: f.longText,
  days: f.shortText, // a remark about the days: "in de zomer alleen 's ochtends"
  minutes_per_week: f.minutes.nullable(),
  capacity: z.int().min(1).max(200),
  language_level: f.shortText,
  demands: f.shortText,
  open_from: f.isoDate.nullable(),
  open_until: f.isoDate.nullable(),
  closed: z.boolean(),
  sector: f.shortText, // a key of the intake's question `sectors`
  place: f.shortText, // both '': where the organisation is
  postcode: f.shortText,
  surroundings: openingSurroundings,
  company: openingCompany,
  licence: f.shortText, // a key of the intake's question `driving`
  insurance: placementInsurance,
  parts_needed: z.int().min(1).max(21).nullable(), // how many of its half-days; null: all
  confirmed_on: f.isoDate.nullable(), // when the organisation last said that it is still there
})
export type Opening = z.infer<typeof openingSchema>
const openingLists = {
  parts: z.array(f.weekPart).max(21), // when the work is done
  heavy: z.array(openingDemandSchema).max(20),
}
export const openingViewSchema = openingSchema.extend({
  ...openingLists,
  hostName: z.string(),
  hostPlace: z.string(), // the organisation's town
  taken: z.int(),
  state: f.openingState,
})
export type OpeningView = z.infer<typeof openingViewSchema>
export type OpeningDemand = z.infer<typeof openingDemandSchema>

export const openings = {
  list: base.output(z.array(openingViewSchema)),
  get: base.input(f.withId).output(openingViewSchema),
  create: base
    .input(
      openingSchema
        .omit({ id: true })
        .extend(openingLists)
        .partial()
        .required({ host_id: true, title: true, kind: true }),
    )
    .output(f.created),
  /** `parts` and `heavy` are replaced whole. */
  save: base
    .input(
      z.object({
        id: f.id,
        fields: openingSchema.omit({ id: true, host_id: true }).extend(openingLists).partial(),
      }),
    )
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
