/** What comes out of the printer for the days: to sign in on, and the week to write on or to keep. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

const opened = z.object({ path: z.string().nullable(), url: z.string().nullable() })

export const dayPapers = {
  /** Opens the PDF of everybody who is expected on this day, with room for signatures. */
  signIn: base.input(z.object({ day: f.isoDate })).output(opened),
  /** Opens the PDF of the week of this day; `filled` with the marks so far, otherwise empty. */
  week: base.input(z.object({ monday: f.isoDate, filled: z.boolean() })).output(opened),
}
