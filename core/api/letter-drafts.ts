/** The words that staff write in the shorter kinds of letter. Empty text leaves its part out. */
import { z } from 'zod'
import * as f from './fields.ts'

/** What is asked of the case manager, and before when an answer is needed. */
const asked = { question: f.longText, question_before: f.isoDate.nullable() }

/** Whether the participant has a copy; left out: nobody said. */
const copied = { copy_given: z.enum(['yes', 'no']).exactOptional() }

/** That somebody does not come. `tried`: what the office did to reach them, in a few words. */
export const noShowDraftSchema = z.object({ texts: z.object({ ...asked, ...copied, tried: f.longText }) })
export type NoShowDraft = z.infer<typeof noShowDraftSchema>

/** To the participant. Minutes since midnight. */
export const invitationDraftSchema = z.object({
  texts: z.object({
    subject: f.shortText, // what for
    on: f.isoDate.nullable(),
    from: z.int().min(0).max(1439),
    until: z.int().min(0).max(1440), // not after `from`: only when it begins is said
    place: f.shortText,
    bring: f.longText, // every line is one thing
    more: f.longText,
  }),
})
export type InvitationDraft = z.infer<typeof invitationDraftSchema>

/** The agreement about a place has no words of its own: they are those of the place. */
export const placementDraftSchema = z.object({})
export type PlacementDraft = z.infer<typeof placementDraftSchema>

/** `learnt`: every line is one thing, besides the skills. `wish`: a sentence to go with it. */
export const certificateDraftSchema = z.object({
  texts: z.object({ learnt: f.longText, wish: f.longText }),
})
export type CertificateDraft = z.infer<typeof certificateDraftSchema>

/** About a moment of aftercare. `told`: how it goes, in the words of the office. */
export const aftercareDraftSchema = z.object({
  texts: z.object({ ...asked, ...copied, told: f.longText, withStory: z.boolean() }),
})
export type AftercareDraft = z.infer<typeof aftercareDraftSchema>
