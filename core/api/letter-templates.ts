/** How letters are put together: a template for each kind, of the office and of a municipality, and one letter alone. */
import { z } from 'zod'
import { layoutSchema } from '../letters/layout.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { letterKind } from './letters.ts'

/** Whose template: of one municipality, or (null) of the office, for all that have none of their own. */
export const templateOf = z.object({ kind: letterKind, municipality_id: f.id.nullable() })
export type TemplateOf = z.infer<typeof templateOf>

/** `item` of the layout (0 is the first) on `page` (0 is the first), from where to where of its height, 0 to 1. */
const areaSchema = z.object({ item: z.int(), page: z.int(), top: z.number(), bottom: z.number() })
export type LayoutArea = z.infer<typeof areaSchema>

export const letterTemplates = {
  /** Those that the office made; of the office as a whole first. */
  list: base.output(z.array(templateOf.extend({ municipality: z.string() }))),
  /** Every block of the kind, in order. `from`: whose it is; `default`: nobody changed anything. */
  get: base
    .input(templateOf)
    .output(z.object({ layout: layoutSchema, from: z.enum(['municipality', 'office', 'default']) })),
  save: base.input(templateOf.extend({ layout: layoutSchema })).output(f.changed),
  /** Back to that of the office, or to how letters are without one. NOT_FOUND when there is none. */
  remove: base.input(templateOf).output(f.changed),
  /** A page with invented people and figures, as this layout gives it, and where each of its items stands. */
  preview: base
    .input(z.object({ kind: letterKind, layout: layoutSchema }))
    .output(z.object({ pdf: f.base64, areas: z.array(areaSchema) })),
  /** Of one letter. `own`: it differs from its template; `municipality`: whose template that would be, null without one. */
  ofLetter: base.input(f.withId).output(
    z.object({
      layout: layoutSchema,
      own: z.boolean(),
      municipality: z.object({ id: f.id, name: z.string() }).nullable(),
    }),
  ),
  /** For this letter alone; null: as its template again. LETTER_FINAL. */
  saveOfLetter: base.input(z.object({ id: f.id, layout: layoutSchema.nullable() })).output(f.changed),
  /** From here on every new letter of this kind is put together as this one. */
  letterToTemplate: base.input(z.object({ id: f.id, municipality_id: f.id.nullable() })).output(f.changed),
}
