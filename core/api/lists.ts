/** Lists that tell where attention is needed: who was not spoken to, and what is not known yet. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** What can be missing, in the order in which it is asked for. */
export const missingItem = z.enum([
  'form_of_address',
  'birth_date',
  'address',
  'phone',
  'emergency',
  'case_manager',
  'client_number',
  'privacy',
  'schedule',
  'goals',
  'language',
])
export type MissingItem = z.infer<typeof missingItem>

const person = z.object({
  participantId: f.id,
  listName: z.string(),
  coachId: f.id.nullable(),
  coachName: z.string(),
})
export const noContactRowSchema = person.extend({
  phone: z.string(),
  /** The last time that somebody of the office spoke or wrote with or about them; null: never. */
  lastOn: f.isoDate.nullable(),
  /** The day from which is counted: the last contact, or else the first day of the trajectory. */
  since: f.isoDate,
})
export type NoContactRow = z.infer<typeof noContactRowSchema>
export const missingRowSchema = person.extend({ intakeId: f.id.nullable(), missing: z.array(missingItem) })
export type MissingRow = z.infer<typeof missingRowSchema>

/** Everybody in a trajectory that has begun and was not ended. */
export const lists = {
  /** No contact for this many days; longest ago first. */
  noContact: base
    .input(z.object({ days: z.int().min(1).max(180) }))
    .output(z.object({ rows: z.array(noContactRowSchema), active: z.int() })),
  /** Who misses something, by name. */
  missing: base.output(z.object({ rows: z.array(missingRowSchema), active: z.int() })),
  /** For the links to the lists; `days` is the office's own number. */
  counts: base.output(z.object({ noContact: z.int(), missing: z.int(), days: z.int() })),
}
