/** How far it is: the middle of each four-digit postcode, as the office loaded it from a table of its own choice. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** More rows than the country has four-digit postcodes can only be another kind of table. */
export const mostPostcodes = 9000

export const centreSchema = z.object({
  postcode: z.string().regex(/^[1-9]\d{3}$/),
  latitude: z.number(),
  longitude: z.number(),
})
export type Centre = z.infer<typeof centreSchema>

export const distances = {
  /** Null while no table was loaded. */
  loaded: base.output(z.object({ rows: z.int(), loadedAt: f.moment }).nullable()),
  /** Puts this table in the place of the one before, all of it or nothing. It is in no history: load the old one again. */
  load: base.input(z.object({ rows: z.array(centreSchema).min(1).max(mostPostcodes) })).output(f.ok),
  remove: base.output(f.ok),
}
