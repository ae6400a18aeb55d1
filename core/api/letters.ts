/** Letters: what has to be written, what is being written, what was sent. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import {
  aftercareDraftSchema,
  certificateDraftSchema,
  invitationDraftSchema,
  noShowDraftSchema,
  placementDraftSchema,
} from './letter-drafts.ts'

/** The kinds that can be written. */
export const letterKind = z.enum([
  'progress',
  'intake',
  'hours',
  'ready_for_work',
  'end',
  'no_show',
  'invitation',
  'placement',
  'extension',
  'aftercare',
  'certificate',
  'results',
])
export type LetterKind = z.infer<typeof letterKind>

export const letterRowSchema = z.object({
  id: f.id,
  kind: letterKind,
  number: z.string().nullable(),
  state: f.letterState,
  /** Null for a letter about a period, whose names say whose figures they are. */
  participantId: f.id.nullable(),
  personName: z.string(),
  listName: z.string(),
  municipalityName: z.string(),
  /** '' where it does not go to one. */
  caseManagerName: z.string(),
  period_from: f.isoDate,
  period_to: f.isoDate,
  dated_on: f.isoDate,
  sent_on: f.isoDate.nullable(),
  sent_how: z.enum(['post', 'handed', 'email']).nullable(),
})
export type LetterRow = z.infer<typeof letterRowSchema>

/** A progress letter that has to be written: no letter covers the days up to `dueOn`. */
export const dueLetterSchema = z.object({
  trajectoryId: f.id,
  participantId: f.id,
  personName: z.string(),
  municipalityName: z.string(),
  dueOn: f.isoDate,
  /** The day by the rule; `dueOn` is a later one where somebody put it off. */
  momentOn: f.isoDate,
  why: z.enum(['interval', 'before_end']),
  draftId: f.id.nullable(),
})
export type DueLetter = z.infer<typeof dueLetterSchema>

/** The parts that staff write themselves. Empty text leaves the part out of the letter. */
export const letterTextsSchema = z.object({
  opening: f.longText,
  question: f.longText, // "Wij vragen u"
  question_before: f.isoDate.nullable(),
  attendance: f.longText, // explanation under the hours
  skills: f.longText, // examples of behaviour
  helps: f.longText, // what helps, what is in the way: about work only
  opinion: f.longText, // the participant's own words
  discussed_on: f.isoDate.nullable(),
  /** Whether the participant has a copy; left out: nobody said. */
  copy_given: z.enum(['yes', 'no']).exactOptional(),
  next_step: f.shortText,
  agreements: z.array(z.object({ what: f.shortText, who: f.shortText, when: f.shortText })).max(12),
})
export type LetterTexts = z.infer<typeof letterTextsSchema>
/** What this letter says of a note, and the note as it was when that was written. */
const shortenedNote = z.object({ note: f.id, text: f.longText, of: f.longText })
export type ShortenedNote = z.infer<typeof shortenedNote>
export const letterDraftSchema = z.object({
  texts: letterTextsSchema,
  leftOutNotes: z.array(f.id), // ticked notes that this letter does not take
  shortened: z.array(shortenedNote).exactOptional(),
})
export type LetterDraft = z.infer<typeof letterDraftSchema>

/** The same of a letter about an intake. The middle four begin as what was answered, and may be said otherwise here. */
export const intakeTextsSchema = letterTextsSchema
  .pick({
    opening: true,
    question: true,
    question_before: true,
    opinion: true,
    discussed_on: true,
    copy_given: true,
    next_step: true,
    agreements: true,
  })
  .extend({
    wish: f.longText, // what the participant wants, in their own words
    difference: f.longText, // why the advice is not the wish
    needed: f.longText, // what is needed to begin
  })
export type IntakeTexts = z.infer<typeof intakeTextsSchema>
export const intakeDraftSchema = z.object({ texts: intakeTextsSchema })
export type IntakeDraft = z.infer<typeof intakeDraftSchema>

/** Of a statement of hours: `remark` comes under the figures. */
export const hoursDraftSchema = z.object({
  texts: letterTextsSchema.pick({ copy_given: true }).extend({ remark: f.longText }),
})
export type HoursDraft = z.infer<typeof hoursDraftSchema>

/** Of "klaar voor de arbeidsmarkt". `seen` begins as what was written down with the signal. */
export const readyTextsSchema = letterTextsSchema
  .pick({ question: true, question_before: true, opinion: true, discussed_on: true, copy_given: true })
  .extend({ seen: f.longText })
export type ReadyTexts = z.infer<typeof readyTextsSchema>
export const readyDraftSchema = z.object({ texts: readyTextsSchema })
export type ReadyDraft = z.infer<typeof readyDraftSchema>

/** Of a report about a trajectory as a whole, when it ends. */
export const endTextsSchema = letterTextsSchema.extend({
  explanation: f.longText, // why it ended; in words of work
  activities: f.longText, // besides the hours
  evidence: f.longText, // what shows the result
  advice: f.longText,
  advice_opinion: f.longText, // what the participant thinks of the advice
})
export type EndTexts = z.infer<typeof endTextsSchema>
export const endDraftSchema = z.object({ texts: endTextsSchema })
export type EndDraft = z.infer<typeof endDraftSchema>

/** Of the question for more time. */
export const extensionTextsSchema = letterTextsSchema.extend({
  reached: f.longText,
  why: f.longText, // why more time is needed
  plan: f.longText, // what the time is for
  asked_end_on: f.isoDate.nullable(),
})
export type ExtensionTexts = z.infer<typeof extensionTextsSchema>
export const extensionDraftSchema = z.object({ texts: extensionTextsSchema })
export type ExtensionDraft = z.infer<typeof extensionDraftSchema>

/** Of a results report: what stands above the figures, and what is said about them. */
export const resultsTextsSchema = z.object({ opening: f.longText, remark: f.longText })
export const resultsDraftSchema = z.object({ texts: resultsTextsSchema })
export type ResultsDraft = z.infer<typeof resultsDraftSchema>

/** Codes: `i18n: letters.gap.<code>`. `blocking` ones stop finalising, the others only ask attention. */
export const letterGapSchema = z.object({
  code: z.enum([
    'municipality_address',
    'case_manager',
    'office_address',
    'opinion',
    'discussed',
    'attendance_unfilled',
    'no_show_unexplained',
    'no_language',
    'no_goals',
    'agreements',
    'intake_running',
    'no_advice',
    'no_wish',
    'difference',
    'no_hours',
    'no_seen',
    'no_question',
    'chip',
    // Of the kinds in core/letters/kind-gaps.ts.
    'not_ended',
    'no_outflow',
    'no_end_kind',
    'goals_open',
    'no_advice_text',
    'advice_opinion',
    'no_absence',
    'no_tried',
    'participant_address',
    'invite_day',
    'invite_past',
    'invite_place',
    'office_phone',
    'agree_own_words',
    'agree_explained',
    'agree_tasks',
    'agree_starts',
    'agree_parts',
    'agree_hours',
    'agree_supervisor',
    'agree_insurance',
    'agree_cut',
    'asked_end',
    'no_why',
    'no_outcome',
    'story_permission',
    'no_learnt',
    'sensitive',
    'bsn',
    'unprintable',
    'case_manager_left',
  ]),
  /** Of `chip`: which one has no value. */
  field: z.string().exactOptional(),
  blocking: z.boolean(),
  /** Of what asks a second look: which words, and where they stand (`core/letters/printed.ts`). */
  words: z.array(z.string()).exactOptional(),
  where: z.string().exactOptional(),
})
export type LetterGap = z.infer<typeof letterGapSchema>

const letterPart = letterRowSchema.extend({
  gaps: z.array(letterGapSchema),
  facts: z.json(), // core/letters/facts.ts, by kind; of a finalised letter: as it was then
  pdf_sha256: z.string().nullable(),
})
/** Of every kind but the results. */
const aboutPerson = letterPart.extend({ participantId: f.id })
export const letterViewSchema = z.discriminatedUnion('kind', [
  aboutPerson.extend({
    kind: z.literal('progress'),
    trajectoryId: f.id,
    draft: letterDraftSchema,
    notes: z.array(
      z.object({ id: f.id, happened_on: f.isoDate, who: z.string(), body: z.string(), used: z.boolean() }),
    ),
  }),
  aboutPerson.extend({ kind: z.literal('intake'), intakeId: f.id, draft: intakeDraftSchema }),
  aboutPerson.extend({
    kind: z.literal('hours'),
    trajectoryId: f.id,
    draft: hoursDraftSchema,
    /** The first and the last day that a statement of this trajectory can be about. */
    earliest: f.isoDate,
    latest: f.isoDate,
    /** As `latest`; the day before while today is not filled in yet. */
    lastWhole: f.isoDate,
  }),
  aboutPerson.extend({ kind: z.literal('ready_for_work'), draft: readyDraftSchema }),
  aboutPerson.extend({ kind: z.literal('end'), draft: endDraftSchema }),
  aboutPerson.extend({ kind: z.literal('no_show'), draft: noShowDraftSchema }),
  aboutPerson.extend({ kind: z.literal('invitation'), draft: invitationDraftSchema }),
  aboutPerson.extend({ kind: z.literal('placement'), placementId: f.id, draft: placementDraftSchema }),
  aboutPerson.extend({ kind: z.literal('extension'), draft: extensionDraftSchema }),
  aboutPerson.extend({ kind: z.literal('aftercare'), aftercareId: f.id, draft: aftercareDraftSchema }),
  aboutPerson.extend({ kind: z.literal('certificate'), draft: certificateDraftSchema }),
  letterPart.extend({
    kind: z.literal('results'),
    projectId: f.id.nullable(),
    municipalityId: f.id,
    draft: resultsDraftSchema,
  }),
])
export type LetterView = z.infer<typeof letterViewSchema>
export type ProgressLetterView = Extract<LetterView, { kind: 'progress' }>
export type IntakeLetterView = Extract<LetterView, { kind: 'intake' }>
export type HoursLetterView = Extract<LetterView, { kind: 'hours' }>
export type ReadyLetterView = Extract<LetterView, { kind: 'ready_for_work' }>
export type ResultsLetterView = Extract<LetterView, { kind: 'results' }>

/** Which words there are goes with the kind of letter. */
const draftOf = <K extends LetterKind, D extends z.ZodType>(kind: K, draft: D) =>
  z.object({ id: f.id, kind: z.literal(kind), draft })

export const letters = {
  due: base.output(z.array(dueLetterSchema)),
  register: base
    .input(z.object({ query: z.string().max(200), state: f.letterState.nullable() }))
    .output(z.array(letterRowSchema)),
  /**
   * The open letter of this kind, or a new draft. `about` is the id of what the kind is about: of an intake the intake,
   * of `ready_for_work` the signal, of an invitation the participant, of `placement` and `aftercare` those, otherwise the
   * trajectory. A progress letter covers the time since the last one, a statement of hours everything up to now.
   * `appointmentId`: what somebody is invited to; left out: the first one that is to come.
   * INVALID on `case_manager` when nobody was named yet who it goes to, on `period_to` before the start.
   */
  open: base
    .input(z.object({ kind: letterKind, about: f.id, appointmentId: f.id.optional() }))
    .output(f.withId),
  /** The letter about this intake, the newest when there are more; null when nobody began one. */
  ofIntake: base.input(z.object({ intakeId: f.id })).output(letterRowSchema.nullable()),
  get: base.input(f.withId).output(letterViewSchema),
  /** NOT_FOUND when the letter is of another kind. */
  saveDraft: base
    .input(
      z.discriminatedUnion('kind', [
        draftOf('progress', letterDraftSchema),
        draftOf('intake', intakeDraftSchema),
        draftOf('hours', hoursDraftSchema),
        draftOf('ready_for_work', readyDraftSchema),
        draftOf('end', endDraftSchema),
        draftOf('no_show', noShowDraftSchema),
        draftOf('invitation', invitationDraftSchema),
        draftOf('placement', placementDraftSchema),
        draftOf('extension', extensionDraftSchema),
        draftOf('aftercare', aftercareDraftSchema),
        draftOf('certificate', certificateDraftSchema),
        draftOf('results', resultsDraftSchema),
      ]),
    )
    .output(f.changed),
  /** Of a statement of hours: from `earliest` to `latest`, whole days. INVALID on `from` or `to`. */
  savePeriod: base.input(z.object({ id: f.id, from: f.isoDate, to: f.isoDate })).output(f.changed),
  removeDraft: base.input(f.withId).output(f.changed),
  /** The page as it will be: of a draft with a watermark, of a finalised letter the stored bytes. */
  pdf: base.input(f.withId).output(z.object({ pdf: f.base64 })),
  /**
   * LETTER_INCOMPLETE; LETTER_REVIEW; LETTER_CLOCK when today is before the newest letter, unless somebody looked at
   * the clock: `clockIsRight`.
   */
  finalise: base
    .input(f.withId.extend({ clockIsRight: z.boolean().optional() }))
    .output(z.object({ number: z.string(), changeSetId: f.id.nullable() })),
  /** Writes the stored bytes to the letters folder and opens them in the PDF program; `url` in the browser host. */
  openForPrint: base
    .input(f.withId)
    .output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
  markSent: base
    .input(z.object({ id: f.id, sent_on: f.isoDate, sent_how: z.enum(['post', 'handed', 'email']) }))
    .output(f.changed),
  /** Opens a draft for everything that is due; can be cancelled, and keeps what is ready then. */
  draftAllDue: base.output(
    eventIterator(z.object({ done: z.int(), total: z.int(), letterId: f.id.nullable() })),
  ),
}
