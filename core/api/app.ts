/** Opening the office: first start, signing in, where the file stands, undo, settings. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { cloudServiceSchema } from './keeping.ts'

export const officeSchema = z.object({
  name: f.shortText,
  tagline: f.shortText,
  street: f.shortText,
  house_number: f.shortText,
  postcode: f.shortText,
  city: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  website: f.shortText,
  kvk: f.shortText,
  case_manager_word: f.shortText,
  language: z.enum(['nl', 'en']),
  letter_interval_weeks: z.int().min(1).max(52),
  letter_before_end_weeks: z.int().min(0).max(26),
  /** The first letter of a trajectory; null: as the ones after it. */
  letter_first_weeks: z.int().min(1).max(52).nullable(),
  /** Whether a colleague has to approve each letter. */
  letter_review: z.boolean(),
  /** One a line; null: the list of the program. See core/notes. */
  sensitive_words: f.longText.nullable(),
  no_contact_days: z.int().min(1).max(180),
  /** Whether birthdays stand on the page of today. */
  birthdays: z.boolean(),
})
export type Office = z.infer<typeof officeSchema>

export const staffSchema = z.object({
  id: f.id,
  name: f.shortText,
  function_title: f.shortText,
  role: f.role,
  active: z.boolean(),
})
export type Staff = z.infer<typeof staffSchema>

/** What the window needs before anything else: which screen to show. */
export const appStateSchema = z.object({
  state: z.enum(['setup', 'locked', 'open']),
  practice: z.boolean(),
  today: f.isoDate,
  version: z.string(),
  officeName: z.string(),
  /** The office's own word for a case manager; '' while it is not open. */
  caseManagerWord: z.string(),
  language: z.enum(['nl', 'en']),
  /** Who can sign in on this PC; empty before set-up. Names come from the sidecar, not from the database. */
  people: z.array(z.object({ id: f.id, name: z.string() })),
  me: staffSchema.nullable(),
  canChooseFolder: z.boolean(),
  suggestedFolder: z.string(),
  canChooseFile: z.boolean(),
  /** After how many minutes without a key or mouse the screen is blanked. */
  lockMinutes: z.int().min(1).max(10),
  /** Why the office of this PC cannot be opened; the restore wizard works all the same. */
  failure: z.object({ code: z.string(), path: z.string() }).nullable(),
})
export type AppState = z.infer<typeof appStateSchema>

const password = z.string().max(200)

export const app = {
  state: base.output(appStateSchema),
  signIn: base.input(z.object({ staffId: f.id, password })).output(f.ok),
  signOut: base.output(f.ok),
  /** Changes nothing but the last change set, by a new one; see history. */
  undo: base
    .input(z.object({ changeSetId: f.id.optional() }))
    .output(z.object({ command: z.string(), changeSetId: f.id })),
}

/** First start. Nothing is stored before `finish`; `begin` makes the code and keeps it in memory. */
export const setup = {
  checkFolder: base
    .input(z.object({ folder: z.string() }))
    /** `exists`: the folder is there. `cloud`: a company on the internet keeps what is in it. */
    .output(z.object({ folder: z.string(), exists: z.boolean(), cloud: cloudServiceSchema.nullable() })),
  chooseFolder: base.output(z.object({ folder: z.string().nullable() })),
  /** The recovery code for the sheet on paper, in groups of four, and the sheet itself as a PDF. */
  begin: base
    .input(z.object({ officeName: f.shortText }))
    .output(z.object({ code: z.string(), keyId: z.string(), sheet: f.base64 })),
  /** How many leading groups of what was typed are right, so that a slip shows at once. */
  checkCode: base
    .input(z.object({ typed: z.string() }))
    .output(z.object({ groupsRight: z.int(), complete: z.boolean() })),
  finish: base
    .input(
      z.object({
        office: officeSchema.pick({
          name: true,
          street: true,
          house_number: true,
          postcode: true,
          city: true,
          phone: true,
        }),
        folder: z.string(),
        typedCode: z.string(),
        staff: z.object({ name: f.shortText, function_title: f.shortText, password }),
      }),
    )
    .output(f.ok),
}

export const savedStateSchema = z.object({
  folder: z.string(),
  /** When the visible file was last finished and checked; null before the first time. */
  publishedAt: f.moment.nullable(),
  pending: z.boolean(),
  /** Something that was saved more than a minute ago is not in the visible file yet. */
  late: z.boolean(),
  /**
   * Set when the visible file could not be written: the saves themselves are safe. VISIBLE_CHANGED: another file was
   * put there; publishing waits until somebody chose, see `restore`. FILE_IN_USE: on Windows also somebody who copies
   * it; `status` says so only once it is late.
   */
  problem: z.enum(['FOLDER_NOT_WRITABLE', 'DISK_FULL', 'FILE_IN_USE', 'VISIBLE_CHANGED']).nullable(),
})
export const snapshots = {
  status: base.output(savedStateSchema),
  publishNow: base.output(savedStateSchema),
}

export const settings = {
  office: base.output(officeSchema),
  saveOffice: base.input(officeSchema.partial()).output(f.ok),
  staff: base.output(z.array(staffSchema)),
  addStaff: base
    .input(z.object({ name: f.shortText, function_title: f.shortText, role: f.role, password }))
    .output(f.withId),
}
