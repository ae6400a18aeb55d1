/** Finding somebody or something from one box, and making one dossier out of two. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const hitKind = z.enum([
  'participant',
  'host',
  'ambassador',
  'case_manager',
  'municipality',
  'letter',
  'note',
  'attachment',
])
export const recentKind = z.enum(['participant', 'host', 'letter'])
export type HitKind = z.infer<typeof hitKind>
export type RecentKind = z.infer<typeof recentKind>

export const searchHitSchema = z.object({
  kind: hitKind,
  id: f.id,
  /** Whose it is; null for an organisation and everybody else of the network. */
  participantId: f.id.nullable(),
  title: z.string(),
  /** What tells two of the same name apart: date of birth and town; whose letter, note or attachment it is. */
  detail: z.string(),
  /** Also known as, the name in its own script, or the words around what was found in a note. */
  more: z.string(),
  /** Of a letter; its word: core/dossier/words.ts. */
  letterKind: z.string().optional(),
  /** An organisation or somebody of the network that is there no more. */
  gone: z.boolean(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const search = {
  find: base.input(z.object({ query: z.string().max(200) })).output(z.array(searchHitSchema)),
  recent: base.output(z.array(searchHitSchema)),
  opened: base.input(z.object({ kind: recentKind, id: f.id })).output(f.ok),
}

/** What somebody chooses about between two dossiers; `civic` is all of the civic integration facts together. */
export const mergeField = z.enum([
  'given_names',
  'call_name',
  'initials',
  'prefix',
  'surname',
  'partner_prefix',
  'partner_surname',
  'name_use',
  'form_of_address',
  'document_name',
  'own_script_name',
  'pronunciation',
  'also_known_as',
  'birth_date',
  'address',
  'phone',
  'email',
  'preferred_contact',
  'languages',
  'interpreter',
  'good_to_know',
  'emergency',
  'talent_card',
  'civic',
])
export type MergeField = z.infer<typeof mergeField>
/** Of the dossier that stays, of the other one, or both under each other. */
export const mergeSide = z.enum(['kept', 'other', 'both'])
export type MergeSide = z.infer<typeof mergeSide>

/** What comes along to the dossier that stays, or stands in the way. */
export const mergedThing = z.enum([
  'referral',
  'intake',
  'trajectory',
  'attendance',
  'contact_note',
  'task',
  'assessment',
  'placement',
  'aftercare',
  'draft',
  'permission',
  'lesson_part',
  'attachment',
  'appointment',
  'network_contact',
  'ambassador_help',
  'match_choice',
  'ready_signal',
])
export type MergedThing = z.infer<typeof mergedThing>

const mergePersonSchema = z.object({
  id: f.id,
  fullName: z.string(),
  birthDate: f.partialDate.nullable(),
  city: z.string(),
  createdOn: f.isoDate,
  clientNumbers: z.array(z.string()),
})
const pair = { keepId: f.id, otherId: f.id }

export const mergeViewSchema = z.object({
  kept: mergePersonSchema,
  other: mergePersonSchema,
  /** Only what differs. Texts as they stand; a code (`name_use`, ...) as its code; `talent_card` as `yes`. */
  fields: z.array(
    z.object({
      field: mergeField,
      kept: z.string(),
      other: z.string(),
      /** Both can be kept: lines under each other. */
      canBoth: z.boolean(),
      proposed: mergeSide,
    }),
  ),
  /** What the other dossier has. */
  comesAlong: z.array(z.object({ thing: mergedThing, count: z.int() })),
  /** Letters that are fixed: they stay as they are, and show at the dossier that stays. */
  fixedLetters: z.int(),
  /** Half-days with a mark in both: the one with the most time present stays. */
  sameHalfDays: z.int(),
  /** Skills measured on one day in both: they become one measurement. */
  sameMeasurements: z.int(),
  /** Both have a trajectory that goes on: first end one of them. */
  bothRunning: z.boolean(),
})
export type MergeView = z.infer<typeof mergeViewSchema>

export const merge = {
  view: base.input(z.object(pair)).output(mergeViewSchema),
  /** In one transaction, and undone as one. A field that is not chosen gets what `view` proposes. */
  run: base.input(z.object({ ...pair, choices: z.partialRecord(mergeField, mergeSide) })).output(f.changed),
}
