/** Ambassadors: people from the community who help with language and trust. Not professional interpreters. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const helpKind = z.enum(['intake', 'talk', 'visit', 'letter', 'other'])
export type HelpKind = z.infer<typeof helpKind>

export const ambassadorSchema = z.object({
  id: f.id,
  name: f.shortText,
  phone: f.shortText,
  email: f.shortText,
  remark: f.longText,
  active: z.boolean(),
  languages: z.array(f.shortText).max(30), // as the office writes them: "Tigrinya"
  parts: z.array(f.weekPart).max(21), // when they can usually come
})
export type Ambassador = z.infer<typeof ambassadorSchema>
const fields = ambassadorSchema.omit({ id: true, active: true })

/** One time that somebody helped. `talk`: it stands with a talk of the intake, and changes there. */
export const helpSchema = z.object({
  id: f.id,
  ambassador_id: f.id,
  participant_id: f.id,
  happened_on: f.isoDate,
  what: helpKind,
  remark: f.longText,
})
export type Help = z.infer<typeof helpSchema>
export const helpViewSchema = helpSchema.extend({ personName: z.string(), atTalk: z.boolean() })
export type HelpView = z.infer<typeof helpViewSchema>

export const ambassadors = {
  /**
   * By name. Everything that is given has to fit: words of the name, a language in any spelling of capitals, a
   * day, a part of the day. `gone`: who does not help any more.
   */
  list: base
    .input(
      z.object({
        query: z.string().max(200),
        language: f.shortText.nullable(),
        weekday: z.int().min(1).max(7).nullable(),
        part: f.lessonPart.nullable(),
        gone: z.boolean().optional(),
      }),
    )
    .output(z.array(ambassadorSchema.extend({ helped: z.int(), lastOn: f.isoDate.nullable() }))),
  /** The languages that somebody speaks, by name. */
  languages: base.output(z.array(z.string())),
  /** With whom they helped, the last time first. */
  get: base.input(f.withId).output(ambassadorSchema.extend({ helps: z.array(helpViewSchema) })),
  create: base.input(fields.partial().required({ name: true })).output(f.created),
  save: base
    .input(z.object({ id: f.id, fields: ambassadorSchema.omit({ id: true }).partial() }))
    .output(f.changed),
  addHelp: base.input(helpSchema.omit({ id: true })).output(f.created),
  removeHelp: base.input(f.withId).output(f.changed),
}
