/** How the office's letters look: logo, colour, window of the envelope, signatures, and how they are numbered. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** Bytes of a picture at most. */
export const largestLetterPicture = 2 * 1024 * 1024

/** Measures in tenths of a millimetre. */
export const letterheadFieldsSchema = z.object({
  /** What the logo shows, for who cannot see it. */
  logo_name: f.shortText,
  logo_height: z.int().min(50).max(300),
  /** `#RRGGBB`; '' for the program's own ink. */
  accent: z.string().max(20),
  window_side: z.enum(['left', 'right']),
  window_x: z.int().min(-150).max(150), // to the right
  window_y: z.int().min(-100).max(150), // down
})
export type LetterheadFields = z.infer<typeof letterheadFieldsSchema>

export const letterPictureSchema = z.object({ type: z.enum(['png', 'svg']), base64: f.base64 })
export type LetterPicture = z.infer<typeof letterPictureSchema>
const chosen = z.object({ picture: f.base64 })
const paper = z.object({ path: z.string().nullable(), url: z.string().nullable() })

export const letterhead = {
  get: base.output(letterheadFieldsSchema.extend({ logo: letterPictureSchema.nullable() })),
  /** INVALID on `accent`. */
  save: base.input(letterheadFieldsSchema.partial()).output(f.changed),
  /** PNG or SVG. INVALID on `picture`: too large, broken, or with more in it than a drawing. */
  setLogo: base.input(chosen).output(f.changed),
  removeLogo: base.output(f.changed),
  /** Outline of the window, a ruler and the fold marks; opened like a letter. */
  testPage: base.output(paper),
  /** The signature of who asks, with the day on which it was permitted; and who else gave one. */
  signature: base.output(
    z.object({
      mine: z.object({ picture: letterPictureSchema, permitted_on: f.isoDate }).nullable(),
      all: z.array(z.object({ name: z.string(), permitted_on: f.isoDate })),
    }),
  ),
  /** Of who asks: to give it is to permit it, from today. INVALID on `picture`. */
  setSignature: base.input(chosen).output(f.changed),
  /** Takes it off every letter that is not final yet. */
  withdrawSignature: base.output(f.changed),
  /** `example`: the number that a letter would get now. */
  numberForm: base.output(z.object({ form: z.string(), example: z.string() })),
  /** For new numbers. INVALID on `form`. */
  saveNumberForm: base.input(z.object({ form: z.string().max(200) })).output(f.changed),
}
