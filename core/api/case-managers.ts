/** Case managers: the municipality's people, each with a page, and who takes over when one of them leaves. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { caseManagerSchema, municipalitySchema, participantStage } from './people.ts'
import { letterKind } from './letters.ts'

const letterSchema = z.object({
  id: f.id,
  kind: letterKind,
  number: z.string(),
  on: f.isoDate, // sent, or else dated
  sent: z.boolean(),
})

/** Somebody whose latest referral came from this case manager. */
export const clientSchema = z.object({
  participantId: f.id,
  listName: z.string(),
  stage: participantStage,
  clientNumber: z.string(),
  /** The last one that was fixed, to whomever it went. */
  lastLetter: letterSchema.nullable(),
  nextLetter: z
    .object({ trajectoryId: f.id, on: f.isoDate, why: z.enum(['interval', 'before_end', 'withdrawn']) })
    .nullable(),
})
export type CaseClient = z.infer<typeof clientSchema>

/** What the last letter about somebody asks; open until there was contact about that person after the letter. */
export const letterQuestionSchema = z.object({
  letterId: f.id,
  participantId: f.id,
  personName: z.string(),
  number: z.string(),
  on: f.isoDate,
  question: z.string(),
  before: f.isoDate.nullable(),
})
export type LetterQuestion = z.infer<typeof letterQuestionSchema>

export const caseManagers = {
  get: base.input(f.withId).output(
    caseManagerSchema.extend({
      name: z.string(),
      active: z.boolean(),
      municipality: municipalitySchema,
      clients: z.array(clientSchema), // in a trajectory first, then before it, then after it; by name
      letterQuestions: z.array(letterQuestionSchema),
      lastContactOn: f.isoDate.nullable(),
    }),
  ),
  /**
   * Not there any more: in no list to choose from. With `toId` the clients who still come or are to come go over
   * in the same step, with their letters that are not fixed yet. Their history shows who it was.
   */
  leave: base.input(z.object({ id: f.id, toId: f.id.nullable() })).output(f.changed),
  comeBack: base.input(f.withId).output(f.changed),
  /** The clients who still come or are to come get another case manager, of any municipality. */
  moveClients: base
    .input(z.object({ id: f.id, toId: f.id, participantIds: z.array(f.id).min(1).max(5000) }))
    .output(f.changed),
}

const municipalityViewSchema = municipalitySchema.extend({
  active: z.boolean(),
  caseManagers: z.array(
    caseManagerSchema.extend({
      name: z.string(),
      active: z.boolean(),
      clients: z.int(), // who still come or are to come
      ended: z.int(),
      openQuestions: z.int(),
      lastContactOn: f.isoDate.nullable(),
    }),
  ),
})
export type MunicipalityView = z.infer<typeof municipalityViewSchema>

/** Beside the branch of core/api/people.ts: one with its people, who left last. */
export const municipalityPage = {
  get: base.input(f.withId).output(municipalityViewSchema),
  /** Not to be chosen any more, or again. Nothing changes for who came from there: letters go where they went. */
  setActive: base.input(z.object({ id: f.id, active: z.boolean() })).output(f.changed),
}
