/**
 * Files in a dossier: kept inside the office's own file, shown and never run.
 *
 * A file crosses in one call. Neither transport has a limit of its own, 15 MB is there in a fraction of a second,
 * and one call is one transaction: a file is kept whole or not at all, and nothing half waits anywhere.
 */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const fileType = z.enum(['pdf', 'png', 'jpeg', 'docx'])

export const attachmentSchema = z.object({
  id: f.id,
  participant_id: f.id,
  name: z.string(), // cleaned: safe to show and to save under
  type: fileType, // by its bytes
  size: z.int(), // bytes
  added_on: f.isoDate,
  staffName: z.string(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** 15 MB in base64, and a little more, so that what is just too large gets our own words. */
const mostBase64 = 21_500_000
const content = z.object({ name: z.string(), type: fileType, bytes: f.base64 })

export const attachments = {
  /** The newest first; what was removed is not in it. */
  list: base.input(z.object({ participantId: f.id })).output(z.array(attachmentSchema)),
  /**
   * `name` as the file was called: it is kept under a clean one, `renamed` says that it is another. `already`: the
   * same file was there, and nothing was added. INVALID `bytes`: what is wrong with it.
   */
  add: base
    .input(z.object({ participantId: f.id, name: z.string().max(20_000), bytes: f.base64.max(mostBase64) }))
    .output(
      z.object({
        id: f.id,
        name: z.string(),
        renamed: z.boolean(),
        already: z.boolean(),
        changeSetId: f.id.nullable(),
      }),
    ),
  /** The end of the name stays what the file is. */
  rename: base
    .input(z.object({ id: f.id, name: f.shortText }))
    .output(z.object({ name: z.string(), changeSetId: f.id.nullable() })),
  remove: base.input(f.withId).output(f.changed),
  /** To look at. */
  read: base.input(f.withId).output(content),
  /** To keep outside the office's file. */
  saveOut: base.input(f.withId).output(content),
  /** In the program that this PC has for it; `url` in the browser host. */
  open: base.input(f.withId).output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
}
