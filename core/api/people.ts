/** People: participants, who sent them and for what. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const participantFieldsSchema = z.object({
  given_names: f.shortText,
  call_name: f.shortText,
  initials: f.shortText,
  prefix: f.shortText,
  /** The capital of the prefix stands on the document and stays: El Hamdaoui. */
  prefix_capital: z.boolean(),
  surname: f.shortText,
  partner_prefix: f.shortText,
  partner_surname: f.shortText,
  name_use: f.nameUse,
  form_of_address: f.formOfAddress,
  /** The whole name as the document has it, on one line. */
  document_name: f.shortText,
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
  emergency_name: f.shortText,
  emergency_phone: f.shortText,
  emergency_relation: f.shortText,
})
export type ParticipantFields = z.infer<typeof participantFieldsSchema>
export const participantSchema = participantFieldsSchema.extend({
  id: f.id,
  created_on: f.isoDate,
  /** The dossier that this one went into; null for one that stands by itself. */
  merged_into: f.id.nullable(),
})
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
  project_id: f.id.nullable(),
})
export type Referral = z.infer<typeof referralSchema>

const participantId = z.object({ participantId: f.id })

export const participants = {
  list: base
    .input(
      z.object({
        query: z.string().max(200),
        stage: participantStage.nullable(),
        /** Only who was sent for this project. */
        projectId: f.id.nullish(),
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
  /**
   * `was`: what the fields were when they were read; one that is something else by now is EDITED_ELSEWHERE, and
   * nothing is saved. Left out: saved whatever it was.
   */
  save: base
    .input(
      z.object({
        id: f.id,
        fields: participantFieldsSchema.partial(),
        was: participantFieldsSchema.partial().optional(),
      }),
    )
    .output(f.changed),
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
  create: base
    .input(referralSchema.omit({ id: true }).extend({ project_id: f.id.nullish() }))
    .output(f.created),
  save: base
    .input(z.object({ id: f.id, fields: referralSchema.omit({ id: true, participant_id: true }).partial() }))
    .output(f.changed),
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
  /** With everybody there; `active: false` is who left, and cannot be chosen any more. Those come last. */
  list: base.output(
    z.array(
      municipalitySchema.extend({
        active: z.boolean(),
        caseManagers: z.array(caseManagerSchema.extend({ name: z.string(), active: z.boolean() })),
      }),
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
