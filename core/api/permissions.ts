/** What somebody agreed to, each with the day it was given and the day it was taken back. Nothing is thrown away. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const permissionKind = z.enum([
  'photo',
  'story',
  'talent_card',
  'host_contact',
  'helpers',
  'aftercare',
])
export type PermissionKind = z.infer<typeof permissionKind>

export const permissionSchema = z.object({
  id: f.id,
  participant_id: f.id,
  kind: permissionKind,
  given_on: f.isoDate,
  withdrawn_on: f.isoDate.nullable(), // null: it holds
  remark: f.shortText,
})
export type Permission = z.infer<typeof permissionSchema>

export const permissions = {
  /** Newest first within a kind. */
  list: base.input(z.object({ participantId: f.id })).output(z.array(permissionSchema)),
  give: base
    .input(z.object({ participantId: f.id, kind: permissionKind, given_on: f.isoDate, remark: f.shortText }))
    .output(f.created),
  withdraw: base.input(z.object({ id: f.id, withdrawn_on: f.isoDate })).output(f.changed),
}
