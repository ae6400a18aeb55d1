/** The office's own intake form: what it changed about the built-in questions, and the papers made from it. */
import { z } from 'zod'
import type { ResolvedForm } from '../intake/form.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'

const key = z.string().regex(/^[a-z0-9_]{1,60}$/)
const label = z.string().max(200)

/** An option of a choice; `label` null: the built-in words. Keys of the office's own options: `own_1`, `own_2`. */
const option = z.object({ key, label: label.nullable() })
const ownOption = z.object({ key, label })
export type FormOption = z.infer<typeof option>
export type OwnOption = z.infer<typeof ownOption>

export const ownQuestionTypes = [
  'text',
  'longText',
  'number',
  'date',
  'choice',
  'multiple',
  'yesNoUnknown',
  'scale',
  'dayParts',
  'rows',
] as const
export type OwnQuestionType = (typeof ownQuestionTypes)[number]

const ownQuestion = z.object({
  /** `own_1`, `own_2`: never used again for another question, and never of another type. */
  key: z.string().regex(/^own_\d{1,5}$/),
  section: key,
  /** The built-in question that it comes after; '' is the top of the section. Own questions there: in list order. */
  after: z.string().max(60),
  type: z.enum(ownQuestionTypes),
  question: z.string().max(300),
  hint: z.string().max(500),
  /** Why it is asked; '' is none. With one it counts as sensitive. */
  reason: z.string().max(500),
  needed: z.boolean(),
  coachOnly: z.boolean(),
  off: z.boolean(),
  /** choice and multiple: the options; scale: the words of the points, low to high; rows: the columns. Else empty. */
  options: z.array(ownOption).max(40),
  /** number: lowest, highest and the word behind it; else ignored. */
  min: z.int().min(-100_000).max(100_000),
  max: z.int().min(-100_000).max(100_000),
  unit: z.string().max(40),
  /** date: a year, or a month with a year, is enough. */
  partial: z.boolean(),
})
export type OwnQuestion = z.infer<typeof ownQuestion>

export const formChangesSchema = z.object({
  /** Keys of sections and of built-in questions that are not asked. */
  sectionsOff: z.array(key).max(60),
  questionsOff: z.array(key).max(300),
  /** By built-in question of the type choice or multiple: all its options, in order. What is left out is not offered. */
  options: z.record(key, z.array(option).max(60)),
  own: z.array(ownQuestion).max(100),
})
export type FormChanges = z.infer<typeof formChangesSchema>

const version = z.object({
  id: f.id,
  code: z.string(),
  made_on: f.isoDate,
  staffName: z.string().nullable(),
  /** Intakes that were held with it. */
  intakes: z.int(),
})
const opened = z.object({ path: z.string().nullable(), url: z.string().nullable() })

export const intakeForms = {
  /** What a new intake asks now, what the office changed for it, and the versions before, newest first. */
  current: base.output(
    z.object({
      id: f.id.nullable(),
      changes: formChangesSchema,
      form: z.custom<ResolvedForm>(),
      /** The built-in form without changes, with all that can be switched on. */
      builtIn: z.custom<ResolvedForm>(),
      /** The first number that was never used for an own question or option. */
      nextOwn: z.int(),
      versions: z.array(version),
    }),
  ),
  /**
   * Keeps the changes as a new version; intakes that run keep theirs. INVALID names fields as `formProblems` of
   * core/intake/form-check.ts does; CHANGED_SINCE when `basedOn` is not the newest version any more.
   */
  save: base
    .input(z.object({ basedOn: f.id.nullable(), changes: formChangesSchema }))
    .output(z.object({ id: f.id.nullable(), changeSetId: f.id.nullable() })),
  /** The form on paper, to write on: of what a new intake asks now, or of the version that this intake has. */
  printBlank: base.input(z.object({ intakeId: f.id.nullable() })).output(opened),
  /** The intake on paper, with what was answered. */
  printFilled: base.input(z.object({ intakeId: f.id })).output(opened),
}
