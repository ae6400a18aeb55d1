/** What an employer may read about somebody, on one sheet: made from the dossier, then in people's own words. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** Texts as they were typed. Of the lists, each line is one thing. */
export const talentCardSchema = z.object({
  name: f.shortText, // as somebody wants to be called: no surname
  headline: f.shortText, // one sentence
  can: f.longText, // a list
  experience: f.longText, // a list
  languages: f.longText, // a list
  dutch: f.longText,
  looking_for: f.longText,
  availability: f.longText,
  licence: f.shortText,
  words: f.longText, // the person's own
})
export type TalentCard = z.infer<typeof talentCardSchema>
export const talentCardFields = Object.keys(talentCardSchema.shape) as (keyof TalentCard)[]

/** What does not belong on a card; `i18n: files.card.about.<about>`. */
export const cardSubject = z.enum(['health', 'benefit', 'origin', 'religion', 'age', 'number', 'person'])
export type CardSubject = z.infer<typeof cardSubject>

const person = z.object({ participantId: f.id })

export const talentCard = {
  /** The card as it was kept, or as it follows from the dossier now. */
  get: base.input(person).output(
    z.object({
      card: talentCardSchema,
      kept: z.boolean(), // somebody has written in it: it does not follow the dossier any more
      permittedOn: f.isoDate.nullable(), // the permission that holds
      /** Of this person, never on the card: surname, street, number and so on. */
      avoid: z.array(z.string()),
    }),
  ),
  save: base.input(person.extend({ fields: talentCardSchema.partial() })).output(f.changed),
  /** Back to what follows from the dossier. */
  reset: base.input(person).output(f.changed),
  /** The sheet as it will be; without permission it says across the page that it is an example. */
  pdf: base.input(person).output(z.object({ pdf: f.base64, fits: z.boolean() })),
  /** Opened like a letter. PERMISSION_NEEDED. */
  print: base.input(person).output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
}
