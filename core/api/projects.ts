/** Projects: a group of people that a commissioner sends, with how many should be screened, started and placed. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

const target = z.int().nullable()

export const projectFieldsSchema = z.object({
  name: f.shortText,
  municipality_id: f.id.nullable(), // the commissioner; null: several, or somebody else
  starts_on: f.isoDate.nullable(),
  ends_on: f.isoDate.nullable(),
  target_screened: target,
  target_started: target,
  target_placed: target,
  remarks: f.longText,
  /** No new people are sent for a project that is not active. */
  active: z.boolean(),
})
export type ProjectFields = z.infer<typeof projectFieldsSchema>

/** Who is counted, each person once; `placed`: a place outside that has begun, as a trial or for good. */
const peopleSchema = z.object({
  referred: z.array(f.id),
  screened: z.array(f.id),
  started: z.array(f.id),
  placed: z.array(f.id),
})
export type ProjectPeople = z.infer<typeof peopleSchema>
export const projectCounts = ['referred', 'screened', 'started', 'placed'] as const

export const projectSchema = projectFieldsSchema.extend({ id: f.id, people: peopleSchema })
export type Project = z.infer<typeof projectSchema>

export const projects = {
  /** The active ones first, by name. */
  list: base.output(z.array(projectSchema)),
  create: base.input(projectFieldsSchema).output(f.created),
  save: base.input(z.object({ id: f.id, fields: projectFieldsSchema.partial() })).output(f.changed),
}
