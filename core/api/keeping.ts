/** Keeping the data: copies, putting one back, codes, who may do what, what was typed and not finished, who looked. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

const typedCode = z.string().max(200)
const password = z.string().max(200)

/** How much there is of what staff would miss. */
const countsSchema = z.object({
  participants: z.int(),
  notes: z.int(),
  attendance: z.int(), // half-days with a mark
  letters: z.int(), // final ones, also when they were sent or withdrawn
})

/**
 * What one file holds and another does not, row by row: after an old copy was put back, new rows are other ones
 * also when they have the same number.
 */
export const lackSchema = countsSchema.extend({ commands: z.int() })
export type Lack = z.infer<typeof lackSchema>

/** What stands in a copy, as far as it could be read. */
export const copyContentSchema = countsSchema.extend({
  officeName: z.string(),
  sameOffice: z.boolean(), // the office of this PC; false also where this PC has none
  practice: z.boolean(),
  /** The last command in it; null in an office without any. */
  lastChangeAt: f.moment.nullable(),
  commitSeq: z.int(),
  staff: z.array(z.object({ id: f.id, name: z.string() })),
})
export type CopyContent = z.infer<typeof copyContentSchema>

/**
 * By cause, never more than can be known: `needs_code` is a file that no code known here opens (another code, or
 * its first page is damaged: these look alike).
 */
export const copyCauseSchema = z.enum([
  'good',
  'needs_code',
  'damaged',
  'newer_version',
  'not_ours',
  'not_a_database',
  'empty',
  'missing',
  'unreadable',
])
export type CopyCause = z.infer<typeof copyCauseSchema>

export const snapshotSchema = z.object({
  id: z.string(), // its file name
  madeAt: f.moment,
  bytes: z.int(),
  /** The code that opens it; another than today's after a change of code. */
  keyId: z.string(),
  /** Null, as is `why`, when it was not made by this PC's list and no code known here opens it. */
  participants: z.int().nullable(),
  lastChangeAt: f.moment.nullable(),
  /** Why it was made: by the clock, by somebody, at closing, or before something that changes much. */
  why: z.enum(['time', 'asked', 'closing', 'before_restore', 'before_migration', 'before_code']).nullable(),
})
export type Snapshot = z.infer<typeof snapshotSchema>

export const cloudServiceSchema = z.enum(['onedrive', 'dropbox', 'google_drive', 'icloud'])

export const copiesStateSchema = z.object({
  snapshots: z.array(snapshotSchema), // newest first
  /** A second folder, on another disk, that is written by itself; null when none was chosen. */
  secondFolder: z.string().nullable(),
  /** The second folder is on the same disk as the office: it does not help when that disk is gone. */
  secondOnSameDisk: z.boolean(),
  /** Why the second folder could not be written the last time; it is tried again by itself. */
  secondProblem: z.enum(['FOLDER_NOT_WRITABLE', 'DISK_FULL', 'FILE_IN_USE', 'COPY_DIFFERS']).nullable(),
  /** When the last copy outside this PC was made, on a stick or in the second folder. */
  lastOutsideAt: f.moment.nullable(),
  outsideOverdue: z.boolean(), // more than 7 days, and there is something to lose
  /** The visible folder, or the second, is kept by a company on the internet. */
  cloud: z.object({ folder: z.string(), service: cloudServiceSchema }).nullable(),
})
export type CopiesState = z.infer<typeof copiesStateSchema>

export const copies = {
  state: base.output(copiesStateSchema),
  makeNow: base.output(snapshotSchema),
  chooseFolder: base.output(z.object({ folder: z.string().nullable() })),
  setSecondFolder: base.input(z.object({ folder: z.string().nullable() })).output(copiesStateSchema),
  /** Copies, reads back, compares. When it answers, the stick can be taken out. */
  toStick: base
    .input(z.object({ folder: z.string() }))
    .output(z.object({ path: z.string(), bytes: z.int(), participants: z.int() })),
}

export const copySourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), id: z.string() }),
  z.object({ kind: z.literal('file'), path: z.string() }),
  /** The visible file, when somebody put another one there. */
  z.object({ kind: z.literal('visible') }),
])
export type CopySource = z.infer<typeof copySourceSchema>

/** Works without an opened office too: that is when it is needed most. */
export const restore = {
  chooseFile: base.output(z.object({ path: z.string().nullable() })),
  /** Snapshots that open with the key of this PC after sign-in; without it only their names and sizes. */
  offered: base.output(
    z.object({
      snapshots: z.array(snapshotSchema.pick({ id: true, madeAt: true, bytes: true })),
      visibleChanged: z.boolean(), // the visible file is not the one that this program wrote last
      undoable: z.object({ at: f.moment }).nullable(), // the last restore can be taken back
      /** When the office of this PC cannot be read and its code is known: the copy with most in it. */
      best: z
        .object({
          source: copySourceSchema,
          content: copyContentSchema,
          missing: lackSchema.nullable(),
        })
        .nullable(),
    }),
  ),
  inspect: base.input(z.object({ source: copySourceSchema, typedCode: typedCode.nullable() })).output(
    z.object({
      cause: copyCauseSchema,
      path: z.string(),
      bytes: z.int(),
      keyId: z.string().nullable(), // as its name says; the code to look for
      version: z.string().nullable(), // with newer_version: the lowest that opens it
      content: copyContentSchema.nullable(), // with `good`
      now: copyContentSchema.nullable(), // of this PC, when it can be read
      /**
       * What is here now and not in the copy. Where the office of this PC cannot be read: counted from what was
       * published last. Null when unknown, and for a copy of another office.
       */
      missing: lackSchema.nullable(),
      /** What is in the copy and not here now; null when this cannot be read, and for a copy of another office. */
      extra: lackSchema.nullable(),
      /** True when no member of staff of this PC can open it: one chooses a password in `apply`. */
      needsPassword: z.boolean(),
    }),
  ),
  /**
   * Builds and checks the new live file, moves the old one aside with its journal, and takes its place. Afterwards
   * nobody is signed in.
   */
  apply: base
    .input(
      z.object({
        source: copySourceSchema,
        typedCode: typedCode.nullable(),
        staff: z.object({ id: f.id, password }).nullable(),
        folder: z.string().nullable(), // on a new PC: where the visible file will stand
      }),
    )
    .output(z.object({ asideFolder: z.string() })),
  /** Puts back what the last restore moved aside; that restore is itself kept aside, and can be put back so. */
  undo: base.output(f.ok),
  /** The file that somebody put in the place of the visible one gets another name, and publishing goes on. */
  keepOurs: base.output(z.object({ movedTo: z.string() })),
}

/** Passwords, code and lock. */
export const access = {
  /**
   * Who works in the office of this PC, for who has the code from paper: at the lock screen, also when the file
   * that knows the names is gone.
   */
  peopleWithCode: base
    .input(z.object({ typedCode }))
    .output(z.object({ officeName: z.string(), people: z.array(z.object({ id: f.id, name: z.string() })) })),
  /** With the code from paper: a new password for one member of staff. Works at the lock screen. */
  resetWithCode: base.input(z.object({ typedCode, staffId: f.id, password })).output(f.ok),
  /** By a manager, for a colleague; or one's own, with the old one. */
  changePassword: base
    .input(z.object({ staffId: f.id, oldPassword: password.nullable(), password }))
    .output(f.ok),
  /** The sheet must be on paper: asked 30 days after set-up, then yearly. */
  codeCheck: base.output(
    z.object({ due: z.boolean(), lastCheckedAt: f.moment.nullable(), keyId: z.string() }),
  ),
  checkCode: base.input(z.object({ typedCode })).output(z.object({ right: z.boolean() })),
  /** A new sheet of the same code. Manager, who types the old code or the own password. */
  printSheet: base.input(z.object({ password })).output(z.object({ sheet: f.base64 })),
  /** A new code: `beginRotate` makes it, `finishRotate` asks it back and builds a new file with the new key. */
  beginRotate: base
    .input(z.object({ password }))
    .output(z.object({ code: z.string(), keyId: z.string(), sheet: f.base64 })),
  finishRotate: base
    .input(z.object({ typedCode, password }))
    /** Colleagues whose old password cannot open the new file: the manager gives them a new one. */
    .output(z.object({ withoutPassword: z.array(z.object({ id: f.id, name: z.string() })) })),
  lockSettings: base.output(z.object({ minutes: z.int().min(1).max(10) })),
  saveLockSettings: base.input(z.object({ minutes: z.int().min(1).max(10) })).output(f.ok),
}

/** `settings.removeStaff` and `settings.setRole` belong to the settings branch. */
export const staffChanges = {
  removeStaff: base.input(z.object({ id: f.id })).output(f.ok),
  setRole: base.input(z.object({ id: f.id, role: f.role })).output(f.changed),
}

/** What is being typed, in its own encrypted file. Never in a list; a saved form clears its draft. */
export const drafts = {
  save: base.input(z.object({ form: z.string().max(200), content: z.json() })).output(f.ok),
  get: base
    .input(z.object({ form: z.string().max(200) }))
    .output(z.object({ content: z.json().nullable(), savedAt: f.moment.nullable() })),
  clear: base.input(z.object({ form: z.string().max(200) })).output(f.ok),
  /** The forms of the one who is signed in that were left unfinished, newest first. */
  open: base.output(z.array(z.object({ form: z.string(), savedAt: f.moment }))),
}

export const auditRowSchema = z.object({
  at: f.moment,
  staffName: z.string(),
  action: z.enum([
    'view',
    'print',
    'export',
    'sign_in',
    'sign_out',
    'failed_sign_in',
    'change',
    'undo',
    'restore',
    'code',
    'copy',
  ]),
  what: z.string(), // the command, or the kind of thing; words are the screen's
  personName: z.string(),
})
export const audit = {
  list: base
    .input(
      z.object({
        before: z.int().nullable(),
        participantId: f.id.nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(auditRowSchema), next: z.int().nullable() })),
  /** Both chains, from the first row to the last. `broken` names the first row that is not as it was written. */
  verify: base.output(
    z.object({
      rows: z.int(),
      broken: z.object({ chain: z.enum(['views', 'changes']), id: z.int(), at: f.moment }).nullable(),
    }),
  ),
}
