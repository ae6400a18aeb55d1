/** People: participants, who sent them, their intake, what was written about them. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const participantFieldsSchema = z.object({
  given_names: f.shortText,
  call_name: f.shortText,
  initials: f.shortText,
  prefix: f.shortText,
  surname: f.shortText,
  partner_prefix: f.shortText,
  partner_surname: f.shortText,
  name_use: f.nameUse,
  form_of_address: f.formOfAddress,
  own_script_name: f.shortText,
  own_script_lang: f.shortText,
  pronunciation: f.shortText,
  also_known_as: f.shortText,
  birth_date: f.partialDate.nullable(),
  street: f.shortText,
  house_number: f.shortText,
  postcode: f.shortText,
  city: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  preferred_contact: z.enum(['', 'phone', 'whatsapp', 'email', 'letter']),
  languages: f.shortText,
  interpreter: z.enum(['', 'none', 'phone', 'present', 'family']),
  good_to_know: f.longText,
})
export type ParticipantFields = z.infer<typeof participantFieldsSchema>
export const participantSchema = participantFieldsSchema.extend({ id: f.id, created_on: f.isoDate })
export type Participant = z.infer<typeof participantSchema>

/** Where somebody is: `screened` has an intake and no trajectory, `new` has neither. */
export const participantStage = z.enum(['new', 'intake', 'screened', 'active', 'aftercare', 'former'])
export type ParticipantStage = z.infer<typeof participantStage>

export const participantRowSchema = z.object({
  id: f.id,
  listName: z.string(), // "Khatib, Samira el"
  fullName: z.string(), // "Samira el Khatib"
  alsoKnownAs: z.string(),
  ownScriptName: z.string(),
  ownScriptLang: z.string(),
  birthDate: f.partialDate.nullable(),
  city: z.string(),
  stage: participantStage,
  phase: f.phase.nullable(),
  weekdays: z.array(z.int().min(1).max(7)), // of the schedule now
  coachName: z.string().nullable(),
  /** What comes next: the nearest of letter, task, aftercare or end. */
  next: z
    .object({ kind: z.enum(['letter', 'task', 'aftercare', 'end']), on: f.isoDate, title: z.string() })
    .nullable(),
})
export type ParticipantRow = z.infer<typeof participantRowSchema>

export const referralSchema = z.object({
  id: f.id,
  participant_id: f.id,
  case_manager_id: f.id,
  referred_on: f.isoDate,
  client_number: f.shortText,
  kind: z.enum(['screening', 'months_3', 'months_6', 'other']),
  purpose: f.longText,
  tried_before: f.longText,
})
export type Referral = z.infer<typeof referralSchema>

export const noAnswer = z.enum(['unknown', 'declined', 'later'])
export const answerSchema = z.object({
  question: z.string().max(100),
  /** Text, number, list of options, or a record, as the question's type says; null when there is no answer. */
  value: z.json().nullable(),
  noAnswer: noAnswer.nullable(),
})
export type Answer = z.infer<typeof answerSchema>

export const intakeSchema = z.object({
  id: f.id,
  participant_id: f.id,
  definition_version: z.int(),
  staff_id: f.id,
  started_on: f.isoDate,
  finished_on: f.isoDate.nullable(),
  notes: f.longText,
  answers: z.array(answerSchema),
})
export type Intake = z.infer<typeof intakeSchema>

export const noteSchema = z.object({
  id: f.id,
  participant_id: f.id,
  staff_id: f.id,
  happened_on: f.isoDate,
  kind: f.noteKind,
  body: f.longText,
  in_report: z.boolean(),
})
export type Note = z.infer<typeof noteSchema>

export const languageAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  skill: f.languageSkill,
  level: f.languageLevel,
  source: f.languageSource,
})
export const skillAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  skill_id: f.id,
  skill: z.string(),
  score: z.int().min(1).max(4).nullable(),
  own_score: z.int().min(1).max(4).nullable(),
})
export const ladderAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  step: z.int().min(1).max(6),
})
export type LanguageAssessment = z.infer<typeof languageAssessmentSchema>
export type SkillAssessment = z.infer<typeof skillAssessmentSchema>
export type LadderAssessment = z.infer<typeof ladderAssessmentSchema>

export const taskSchema = z.object({
  id: f.id,
  participant_id: f.id.nullable(),
  title: f.shortText,
  due_on: f.isoDate.nullable(),
  done_on: f.isoDate.nullable(),
})
export type Task = z.infer<typeof taskSchema>

/** One line of the timeline; `text` is the body of a note, otherwise the screen makes the words. */
export const timelineItemSchema = z.object({
  kind: z.enum([
    'note',
    'letter',
    'placement',
    'language',
    'skills',
    'ladder',
    'intake',
    'trajectory',
    'extension',
    'aftercare',
  ]),
  id: f.id,
  on: f.isoDate,
  who: z.string(),
  text: z.string(),
  code: z.string(), // note kind, letter state, placement stage, skill, ... for the words
  inReport: z.boolean(),
})
export type TimelineItem = z.infer<typeof timelineItemSchema>

const participantId = z.object({ participantId: f.id })

export const participants = {
  list: base
    .input(
      z.object({
        query: z.string().max(200),
        stage: participantStage.nullable(),
        after: z.object({ sortKey: z.string(), id: f.id }).nullable(),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(participantRowSchema),
        next: z.object({ sortKey: z.string(), id: f.id }).nullable(),
        total: z.int(),
        counts: z.record(participantStage, z.int()),
      }),
    ),
  get: base.input(withParticipant()).output(participantSchema.extend({ names: namesSchema() })),
  /** One name is enough. */
  create: base.input(participantFieldsSchema.partial()).output(f.created),
  save: base.input(z.object({ id: f.id, fields: participantFieldsSchema.partial() })).output(f.changed),
  /** Likely the same person: sounds alike, or shares the date of birth. Best first, at most five. */
  duplicates: base
    .input(
      z.object({
        given_names: f.shortText,
        call_name: f.shortText,
        prefix: f.shortText,
        surname: f.shortText,
        birth_date: f.partialDate.nullable(),
        exceptId: f.id.nullable(),
      }),
    )
    .output(
      z.array(
        z.object({
          id: f.id,
          fullName: z.string(),
          birthDate: f.partialDate.nullable(),
          city: z.string(),
          stage: participantStage,
          why: z.enum(['same_name', 'sounds_alike', 'same_birth_date']),
        }),
      ),
    ),
  timeline: base.input(participantId).output(z.array(timelineItemSchema)),
}

function withParticipant() {
  return z.object({ id: f.id })
}

/** Every form of a name, made by the rules in core/names. */
function namesSchema() {
  return z.object({
    full: z.string(), // on pages: Samira el Khatib
    list: z.string(), // in lists: Khatib, Samira el
    running: z.string(), // in text: mevrouw El Khatib
    salutation: z.string(), // Geachte mevrouw El Khatib
    addressLine: z.string(), // Mevrouw S. el Khatib
  })
}

export const referrals = {
  list: base.input(participantId).output(z.array(referralSchema)),
  create: base.input(referralSchema.omit({ id: true })).output(f.created),
  save: base
    .input(z.object({ id: f.id, fields: referralSchema.omit({ id: true, participant_id: true }).partial() }))
    .output(f.changed),
}

export const intakes = {
  list: base.input(participantId).output(z.array(intakeSchema.omit({ answers: true, notes: true }))),
  get: base.input(f.withId).output(intakeSchema),
  /** Opens the running intake of this person, or starts one. */
  start: base.input(participantId).output(f.withId),
  saveAnswer: base.input(z.object({ id: f.id, answer: answerSchema })).output(f.changed),
  saveNotes: base.input(z.object({ id: f.id, notes: f.longText })).output(f.changed),
  finish: base.input(f.withId).output(f.changed),
}

export const notes = {
  list: base.input(participantId).output(z.array(noteSchema)),
  create: base.input(noteSchema.omit({ id: true, staff_id: true })).output(f.created),
  save: base
    .input(
      z.object({
        id: f.id,
        fields: noteSchema.pick({ happened_on: true, kind: true, body: true, in_report: true }).partial(),
      }),
    )
    .output(f.changed),
  remove: base.input(f.withId).output(f.changed),
}

export const assessments = {
  get: base.input(participantId).output(
    z.object({
      language: z.array(languageAssessmentSchema),
      skills: z.array(skillAssessmentSchema),
      ladder: z.array(ladderAssessmentSchema),
    }),
  ),
  skillList: base.output(z.array(z.object({ id: f.id, name: z.string() }))),
  addLanguage: base
    .input(
      z.object({
        participantId: f.id,
        assessed_on: f.isoDate,
        source: f.languageSource,
        levels: z.array(z.object({ skill: f.languageSkill, level: f.languageLevel })).min(1),
      }),
    )
    .output(f.changed),
  addSkills: base
    .input(
      z.object({
        participantId: f.id,
        assessed_on: f.isoDate,
        scores: z
          .array(
            z.object({
              skill_id: f.id,
              score: z.int().min(1).max(4).nullable(),
              own_score: z.int().min(1).max(4).nullable(),
            }),
          )
          .min(1),
      }),
    )
    .output(f.changed),
  addLadder: base
    .input(z.object({ participantId: f.id, assessed_on: f.isoDate, step: z.int().min(1).max(6) }))
    .output(f.changed),
}

export const tasks = {
  list: base
    .input(z.object({ participantId: f.id.nullable() }))
    .output(z.array(taskSchema.extend({ personName: z.string() }))),
  create: base.input(taskSchema.omit({ id: true, done_on: true })).output(f.created),
  setDone: base.input(z.object({ id: f.id, done: z.boolean() })).output(f.changed),
}

export const municipalitySchema = z.object({
  id: f.id,
  name: f.shortText,
  address_line: f.shortText,
  postcode: f.shortText,
  city: f.shortText,
  phone: f.shortText,
  email: f.shortText,
})
export const caseManagerSchema = z.object({
  id: f.id,
  municipality_id: f.id,
  initials: f.shortText,
  prefix: f.shortText,
  surname: f.shortText,
  form_of_address: f.formOfAddress,
  function_title: f.shortText,
  phone: f.shortText,
  email: f.shortText,
})
export type Municipality = z.infer<typeof municipalitySchema>
export type CaseManager = z.infer<typeof caseManagerSchema>

export const municipalities = {
  list: base.output(
    z.array(
      municipalitySchema.extend({ caseManagers: z.array(caseManagerSchema.extend({ name: z.string() })) }),
    ),
  ),
  create: base.input(municipalitySchema.omit({ id: true })).output(f.created),
  save: base
    .input(z.object({ id: f.id, fields: municipalitySchema.omit({ id: true }).partial() }))
    .output(f.changed),
  createCaseManager: base.input(caseManagerSchema.omit({ id: true })).output(f.created),
  saveCaseManager: base
    .input(
      z.object({ id: f.id, fields: caseManagerSchema.omit({ id: true, municipality_id: true }).partial() }),
    )
    .output(f.changed),
}
