/** When the workshop is closed, and how many people fit. Part of the settings. */
import { z } from 'zod'
import { base } from './errors.ts'
import { halfDaySchema, occupancySchema } from './attendance.ts'
import * as f from './fields.ts'

export const closureSchema = z.object({ day: f.isoDate, reason: f.shortText })
export type Closure = z.infer<typeof closureSchema>

/** What closing these days means. Days that are closed already are in none of it. */
export const closureEffectSchema = z.object({
  days: z.int(), // that would be closed
  /** Planned half-days that fall out, and of how many people. */
  parts: z.int(),
  people: z.int(),
  /** Half-days with a mark: the marks stay, and count in no figure while the day is closed. */
  marks: z.int(),
})
export type ClosureEffect = z.infer<typeof closureEffectSchema>

/** `until` left out: one day. Both ends count; of a longer range only Monday to Friday. */
const range = z.object({ day: f.isoDate, until: f.isoDate.nullish() })

export const closures = {
  closures: base.input(z.object({ year: z.int() })).output(z.array(closureSchema)),
  closureEffect: base.input(range).output(closureEffectSchema),
  /** One step to undo. In a range a day that is closed already keeps its own reason. */
  addClosure: base.input(range.extend({ reason: f.shortText })).output(f.changed.extend({ days: z.int() })),
  /** The public holidays that were ticked, each with its name; one step to undo. */
  addClosures: base
    .input(z.object({ days: z.array(closureSchema).min(1).max(60) }))
    .output(f.changed.extend({ days: z.int() })),
  removeClosure: base.input(range).output(f.changed),
  /** Monday to Friday, morning and afternoon: what fits, and how full it is from today on. */
  capacity: base.output(z.array(occupancySchema)),
  /** `people` null: no limit. */
  saveCapacity: base
    .input(halfDaySchema.extend({ people: z.int().min(0).max(500).nullable() }))
    .output(f.changed),
}
