/** Who fits where, and why: reasons, never a score. The rules stand in docs/matching.md. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { demandAmount, openingViewSchema } from './places.ts'

/** What a reason is about; each has at most one reason per pair, but for `body`, which has one per demand. */
export const matchRule = z.enum([
  'closed',
  'over',
  'full',
  'not_yet',
  'already',
  'programme',
  'parts',
  'workshop',
  'days',
  'hours',
  'body',
  'licence',
  'language',
  'travel',
  'sector',
  'surroundings',
  'company',
  'advice',
])
export const matchVerdict = z.enum(['fits', 'not', 'unknown'])

/** What a reason says, for the words of i18n `matching:said`. */
export const matchSaid = z.enum([
  'closed',
  'over',
  'full',
  'not_yet',
  'already',
  'programme_over',
  'parts_fit',
  'parts_few',
  'parts_unasked',
  'parts_empty',
  'workshop_then',
  'days_fit',
  'days_many',
  'days_unasked',
  'hours_fit',
  'hours_many',
  'hours_unasked',
  'body_fits',
  'body_not',
  'body_much',
  'body_unasked',
  'licence_fits',
  'licence_none',
  'licence_foreign',
  'licence_unasked',
  'language_fits',
  'language_low',
  'language_unmeasured',
  'language_words',
  'travel_fits',
  'travel_far',
  'travel_unasked',
  'travel_untyped',
  'travel_home_unknown',
  'travel_place_unknown',
  'sector_fits',
  'sector_differs',
  'sector_unasked',
  'surroundings_fit',
  'surroundings_differ',
  'surroundings_unasked',
  'company_fits',
  'company_differs',
  'company_unasked',
  'advice_fits',
])

/** Where on the person's side a reason rests: a question of the intake, or a page of the person. */
export const personField = z.enum([
  'available',
  'hours_per_day',
  'days_per_week',
  'travel_minutes',
  'body_work',
  'driving',
  'sectors',
  'inside_outside',
  'alone_together',
  'advice',
  'language',
  'schedule',
  'placements',
  'trajectory',
  'address',
])
export const openingField = z.enum([
  'closed',
  'open_from',
  'open_until',
  'capacity',
  'parts',
  'minutes_per_week',
  'heavy',
  'licence',
  'language_level',
  'place',
  'sector',
  'surroundings',
  'company',
  'kind',
])

/** What a sentence needs. Half-days are keys as the intake has them: "1-morning". */
export const matchParamsSchema = z
  .object({
    parts: z.array(z.string()),
    lessons: z.array(z.string()),
    placed: z.array(z.string()),
    needed: z.int(),
    count: z.int(),
    most: z.int(),
    minutes: z.int(),
    item: z.string(),
    amount: demandAmount,
    key: z.string(),
    level: z.string(),
    asked: z.string(),
    date: f.isoDate,
  })
  .partial()

export const matchReasonSchema = z.object({
  rule: matchRule,
  verdict: matchVerdict,
  said: matchSaid,
  hard: z.boolean(), // a pair with one of these is not proposed
  wish: z.boolean(), // a wish of the person that is met
  person: personField.nullable(),
  opening: openingField.nullable(),
  params: matchParamsSchema,
})
export const matchWish = z.enum(['sector', 'surroundings', 'company', 'advice'])

export type MatchRule = z.infer<typeof matchRule>
export type MatchSaid = z.infer<typeof matchSaid>
export type MatchParams = z.infer<typeof matchParamsSchema>
export type MatchReason = z.infer<typeof matchReasonSchema>
export type MatchWish = z.infer<typeof matchWish>
export type PersonField = z.infer<typeof personField>
export type OpeningField = z.infer<typeof openingField>

export const matchDistanceSchema = z.object({
  km: z.number().nullable(), // as the crow flies, between the middles of two postcodes
  minutes: z.int().nullable(), // as somebody typed it
  unlisted: z.array(z.string()), // postcodes of the two that the loaded table does not have
  home: z.string(), // '' when not known: a four-digit postcode, or a town
  place: z.string(),
})
export const matchChoiceSchema = z.object({
  id: f.id,
  choice: f.matchChoice,
  reason: z.string(),
  on: f.isoDate,
  who: z.string(),
})
export type MatchChoiceLine = z.infer<typeof matchChoiceSchema>

export const matchSchema = z.object({
  participantId: f.id,
  personName: z.string(),
  openingId: f.id,
  distance: matchDistanceSchema,
  reasons: z.array(matchReasonSchema),
  choices: z.array(matchChoiceSchema), // newest first
})
export type Match = z.infer<typeof matchSchema>

/** What somebody can and wants, above the list; null and empty where nobody asked. */
export const matchProfileSchema = z.object({
  available: z.array(z.string()).nullable(),
  hours_per_day: z.int().nullable(),
  days_per_week: z.int().nullable(),
  travel_minutes: z.int().nullable(),
  body: z.array(z.object({ item: z.string(), answer: z.enum(['sometimes', 'not']) })),
  sectors: z.array(z.string()),
  surroundings: z.string(),
  company: z.string(),
  advice: f.placementKind.nullable(),
})
export type MatchProfile = z.infer<typeof matchProfileSchema>

const asked = z.object({
  /** Wishes that do not count in the order now. */
  wishesOff: z.array(matchWish).max(4),
  /** How many of those that are proposed, and of the others; 0 leaves them out. */
  limit: z.int().min(0).max(500),
  others: z.int().min(0).max(500),
})
const answer = z.object({
  proposed: z.array(matchSchema),
  proposedTotal: z.int(),
  others: z.array(matchSchema), // not proposed: each has a reason that is hard
  othersTotal: z.int(),
})

export const matching = {
  /** Openings for one person, those that fit best first. */
  forPerson: base.input(asked.extend({ participantId: f.id })).output(
    answer.extend({
      personName: z.string(),
      overOn: f.isoDate.nullable(), // the trajectory is over since then: nothing is proposed
      profile: matchProfileSchema,
      openings: z.array(openingViewSchema),
    }),
  ),
  /** People for one opening. */
  forOpening: base
    .input(asked.extend({ openingId: f.id }))
    .output(answer.extend({ opening: openingViewSchema })),
  /** Travel minutes between where two live, typed once for everybody who lives there; null takes them away. */
  setMinutes: base
    .input(z.object({ participantId: f.id, openingId: f.id, minutes: z.int().min(0).max(300).nullable() }))
    .output(f.changed),
  choose: base
    .input(z.object({ participantId: f.id, openingId: f.id, choice: f.matchChoice, reason: f.longText }))
    .output(f.created),
}
