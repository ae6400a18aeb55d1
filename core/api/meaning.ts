/** Meaningful work: what gives energy, as asked at the intake and at the end of a place, in the person's own words. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const meaningful = z.enum(['yes', 'partly', 'no'])
export type Meaningful = z.infer<typeof meaningful>

export const meaningSchema = z.object({
  /** Of the newest intake in which something was said; null when nobody said anything. */
  intake: z.object({ on: f.isoDate, energy: f.longText }).nullable(),
  /** Places that began, newest first. */
  places: z.array(
    z.object({
      id: f.id,
      hostName: z.string(),
      title: z.string(),
      starts_on: f.isoDate.nullable(),
      ended_on: f.isoDate.nullable(),
      energy: f.longText,
      meaningful: meaningful.nullable(), // null: not asked
      own_opinion: f.longText,
    }),
  ),
})
export type Meaning = z.infer<typeof meaningSchema>

export const meaning = {
  ofPerson: base.input(z.object({ participantId: f.id })).output(meaningSchema),
}
