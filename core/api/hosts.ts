/** Hosts: the organisations where people go, who works there, and how it goes with them. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { openingViewSchema } from './places.ts'

/** How much guidance somebody gets there; '' where that is not known. */
export const hostGuidance = z.enum(['', 'none', 'some', 'daily'])
export type HostGuidance = z.infer<typeof hostGuidance>

export const hostSchema = z.object({
  id: f.id,
  name: f.shortText,
  kind: f.hostKind,
  sector: f.shortText, // a key of core/network/sectors.ts, or the office's own words
  street: f.shortText,
  house_number: f.shortText,
  postcode: f.shortText,
  city: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  offers: f.longText,
  guidance: hostGuidance,
  languages: f.shortText, // spoken there, besides Dutch
  experience: f.longText, // how it went so far
  remarks: f.longText,
})
export type Host = z.infer<typeof hostSchema>

/** Somebody who works at an organisation. */
export const hostPersonSchema = z.object({
  id: f.id,
  host_id: f.id,
  name: f.shortText,
  function_title: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  remark: f.shortText,
  active: z.boolean(), // false: does not work there any more
})
export type HostPerson = z.infer<typeof hostPersonSchema>
const personFields = hostPersonSchema.omit({ id: true, host_id: true, active: true })

/** Somebody who is, was or may be going there. */
const placedSchema = z.object({
  placementId: f.id,
  participantId: f.id,
  personName: z.string(),
  openingTitle: z.string(),
  stage: f.placementStage,
  starts_on: f.isoDate.nullable(),
  ended_on: f.isoDate.nullable(),
})
export type PlacedAtHost = z.infer<typeof placedSchema>

export const hosts = {
  /** Who may still be asked; `gone`: those of which that is over. `contactName` is the first person there. */
  list: base.input(z.object({ query: z.string().max(200), gone: z.boolean().optional() })).output(
    z.array(
      hostSchema.extend({
        contactName: z.string(),
        contactPhone: z.string(),
        openings: z.int(),
        placed: z.int(),
      }),
    ),
  ),
  get: base.input(f.withId).output(
    hostSchema.extend({
      active: z.boolean(),
      people: z.array(hostPersonSchema), // who left comes last
      openings: z.array(openingViewSchema),
      placed: z.array(placedSchema), // who is there first, then the newest
      evenings: z.array(z.object({ id: f.id, happens_on: f.isoDate, theme: z.string() })),
      /** The next thing in the agenda. */
      next: z.object({ on: f.isoDate, minute: z.int(), title: z.string() }).nullable(),
    }),
  ),
  create: base.input(hostSchema.omit({ id: true }).partial().required({ name: true })).output(f.created),
  save: base.input(z.object({ id: f.id, fields: hostSchema.omit({ id: true }).partial() })).output(f.changed),
  /** HOST_HAS_PEOPLE when somebody has a place there, or is on the way to one. */
  setActive: base.input(z.object({ id: f.id, active: z.boolean() })).output(f.changed),
  addPerson: base.input(personFields.extend({ host_id: f.id })).output(f.created),
  savePerson: base
    .input(z.object({ id: f.id, fields: hostPersonSchema.omit({ id: true, host_id: true }).partial() }))
    .output(f.changed),
}
