/** What is said with organisations and case managers, and the evenings that organisations come to. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const contactKind = z.enum(['phone', 'visit', 'email', 'meeting', 'coaching'])
export type ContactKind = z.infer<typeof contactKind>
/** Of an organisation, in its own words: 1 not at all, 5 very. */
export const satisfaction = z.int().min(1).max(5)

/** One contact, with an organisation or with a case manager: exactly one of the two. */
export const contactSchema = z.object({
  id: f.id,
  host_id: f.id.nullable(),
  case_manager_id: f.id.nullable(),
  participant_id: f.id.nullable(), // whom it was about
  happened_on: f.isoDate,
  kind: contactKind,
  body: f.longText,
  question: f.longText, // '' where nothing was asked; open until it is answered
  answered_on: f.isoDate.nullable(),
  answer: f.longText,
  satisfaction: satisfaction.nullable(),
})
export type Contact = z.infer<typeof contactSchema>
export const contactViewSchema = contactSchema.extend({
  staffName: z.string(),
  withName: z.string(), // the organisation or the case manager
  personName: z.string(), // of `participant_id`
})
export type ContactView = z.infer<typeof contactViewSchema>

/** Whose contacts: of one organisation, or of one case manager. */
const partner = z.union([z.object({ hostId: f.id }), z.object({ caseManagerId: f.id })])
export type ContactPartner = z.infer<typeof partner>
const contactFields = contactSchema.omit({ id: true, answered_on: true, answer: true })

export const contacts = {
  /** The newest first. */
  list: base.input(partner).output(z.array(contactViewSchema)),
  /** What was asked and not answered yet, longest ago first. */
  openQuestions: base
    .input(z.object({ of: z.enum(['hosts', 'caseManagers']) }))
    .output(z.array(contactViewSchema)),
  create: base.input(contactFields).output(f.created),
  save: base
    .input(
      z.object({ id: f.id, fields: contactFields.omit({ host_id: true, case_manager_id: true }).partial() }),
    )
    .output(f.changed),
  /** `answered_on: null` opens the question again. */
  answer: base
    .input(z.object({ id: f.id, answered_on: f.isoDate.nullable(), answer: f.longText }))
    .output(f.changed),
  remove: base.input(f.withId).output(f.changed),
}

const guestSchema = z.object({
  host_id: f.id,
  people: z.int().min(0).max(200),
  satisfaction: satisfaction.nullable(),
})
export type EveningGuest = z.infer<typeof guestSchema>

/** An evening for organisations about one theme. */
export const themeEveningSchema = z.object({
  id: f.id,
  happens_on: f.isoDate,
  theme: f.shortText,
  questions: f.longText, // what organisations asked
  remark: f.longText,
  guests: z.array(guestSchema).max(500),
})
export type ThemeEvening = z.infer<typeof themeEveningSchema>
export const themeEveningViewSchema = themeEveningSchema.extend({
  guests: z.array(guestSchema.extend({ hostName: z.string() })),
})
export type ThemeEveningView = z.infer<typeof themeEveningViewSchema>
const eveningFields = themeEveningSchema.omit({ id: true })

export const themeEvenings = {
  /** The last one first. */
  list: base.output(z.array(themeEveningViewSchema)),
  create: base.input(eveningFields).output(f.created),
  save: base.input(z.object({ id: f.id, fields: eveningFields })).output(f.changed),
  remove: base.input(f.withId).output(f.changed),
}
