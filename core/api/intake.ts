/** The intake: talks, answers, and what came out of it. */
import { z } from 'zod'
import type { ResolvedForm } from '../intake/form.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const noAnswer = z.enum(['unknown', 'declined', 'later'])
export const answerSchema = z.object({
  question: z.string().max(100),
  /** Text, number, list of options, or a record, as the question's type says; null when there is no answer. */
  value: z.json().nullable(),
  noAnswer: noAnswer.nullable(),
})
export type Answer = z.infer<typeof answerSchema>

/** Who helped with the language; '' where that was not written down. */
export const talkInterpreter = z.enum(['', 'none', 'ambassador', 'professional', 'phone', 'family'])

/** One of the talks of an intake: what somebody who was not there has to know about it. */
export const talkSchema = z.object({
  id: f.id,
  intake_id: f.id,
  held_on: f.isoDate,
  staff_id: f.id,
  place: f.shortText,
  minutes: z.int().nullable(), // 1..600
  language: f.shortText,
  interpreter: talkInterpreter,
  ambassador_id: f.id.nullish(), // which one, where `interpreter` says so
  present: f.shortText, // who else was there, in words
  understood: z.int().min(1).max(4).nullable(), // 4: well
  remark: f.longText, // how it went
})
export type Talk = z.infer<typeof talkSchema>
export const talkFields = talkSchema.omit({ id: true, intake_id: true })
export type TalkFields = z.infer<typeof talkFields>

export const intakeHeadSchema = z.object({
  id: f.id,
  participant_id: f.id,
  definition_version: z.int(),
  form_id: f.id.nullable(), // null: the built-in form as it is
  follows_id: f.id.nullable(), // the finished intake that this one goes on from
  staff_id: f.id,
  started_on: f.isoDate,
  finished_on: f.isoDate.nullable(),
})
export type IntakeHead = z.infer<typeof intakeHeadSchema>

export const intakeSchema = intakeHeadSchema.extend({
  notes: f.longText,
  /** The key of the question where the talk stopped; '' at the start. */
  stopped_at: z.string(),
  answers: z.array(answerSchema),
  talks: z.array(talkSchema), // oldest first
})
export type Intake = z.infer<typeof intakeSchema>

const participantId = z.object({ participantId: f.id })

export const intakes = {
  /** Newest first; how many of the questions are settled, for "12 van 48". */
  list: base
    .input(participantId)
    .output(z.array(intakeHeadSchema.extend({ answered: z.int(), total: z.int() }))),
  /** `form`: what is asked, with every question and option that has an answer. */
  get: base.input(f.withId).output(intakeSchema.extend({ form: z.custom<ResolvedForm>() })),
  /** Opens the running intake of this person, or starts one with a first talk today. */
  start: base.input(participantId).output(f.withId),
  /** The goals that the newest intake with goals came to, in words of one goal each; for a trajectory that starts. */
  proposedGoals: base.input(participantId).output(z.array(z.string())),
  /** Remembers at which question the talk is. Not in the history. */
  stopAt: base.input(z.object({ id: f.id, question: z.string().max(100) })).output(f.ok),
  /** "Later" puts the question on the person's list of things to do; an answer takes it off. */
  saveAnswer: base.input(z.object({ id: f.id, answer: answerSchema })).output(f.changed),
  saveNotes: base.input(z.object({ id: f.id, notes: f.longText })).output(f.changed),
  finish: base.input(f.withId).output(f.changed),
  /** A new version beside a finished one, with its answers and notes. The running one where there is one already. */
  reopen: base.input(f.withId).output(f.created),
  addTalk: base.input(z.object({ id: f.id, talk: talkFields })).output(f.created),
  saveTalk: base.input(z.object({ id: f.id, fields: talkFields.partial() })).output(f.changed),
  removeTalk: base.input(f.withId).output(f.changed),
}
