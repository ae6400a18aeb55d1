/** The figures of a period, each with the people behind it. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** One figure, with what it counts. `people` says whether one person can count twice. */
export const figureSchema = z.object({
  code: z.enum([
    'referred',
    'screened',
    'started',
    'active',
    'placed_ever',
    'placed_now',
    'ended',
    'ended_with_place',
    'language_growth',
    'language_measured',
    'attendance_rate',
    'still_there_3',
    'reached_3',
    'meaningful',
    'meaningful_asked',
  ]),
  value: z.number().nullable(),
  people: z.array(f.id),
})
export const municipalityFiguresSchema = z.object({
  municipalityId: f.id.nullable(), // null: all together
  municipalityName: z.string(),
  figures: z.array(figureSchema),
  /** The people for whom a moment of aftercare came in the period: core/figures/afterwards.ts. */
  durability: z.array(
    z.object({
      month: z.int(),
      passed: z.array(f.id),
      reached: z.array(f.id),
      still: z.array(f.id),
      not_reached: z.array(f.id),
      stopped: z.array(f.id),
      open: z.array(f.id),
    }),
  ),
  highestPlace: z.array(z.object({ kind: f.placementKind.or(z.literal('none')), people: z.array(f.id) })),
  outflow: z.array(z.object({ outflow: f.outflow, count: z.int() })),
})
export type MunicipalityFigures = z.infer<typeof municipalityFiguresSchema>
export const results = {
  get: base.input(z.object({ from: f.isoDate, to: f.isoDate })).output(z.array(municipalityFiguresSchema)),
  people: base
    .input(z.object({ ids: z.array(f.id).max(5000) }))
    .output(z.array(z.object({ id: f.id, listName: z.string() }))),
  excel: base
    .input(z.object({ from: f.isoDate, to: f.isoDate }))
    .output(z.object({ name: z.string(), file: f.base64 })),
}
