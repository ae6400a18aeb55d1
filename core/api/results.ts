/** The figures of a period, of a project, a municipality or the whole office; and who is behind each of them. */
import { z } from 'zod'
import { breakdownCodes, figureCodes } from '../figures/registry.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** What a report is about. Both days count; without a project and a municipality it is about everybody. */
export const reportAboutSchema = z.object({
  from: f.isoDate,
  to: f.isoDate,
  projectId: f.id.nullable(),
  municipalityId: f.id.nullable(),
})
export type ReportAbout = z.infer<typeof reportAboutSchema>

export const figureCode = z.enum(figureCodes)
export const breakdownCode = z.enum(breakdownCodes)

/** core/figures/registry.ts says what each is counted in. Null: there is nothing to count from. */
export const figureSchema = z.object({
  code: figureCode,
  value: z.number().nullable(),
  /** The whole of a part; of how many a middle or a mean is taken. */
  of: z.int().nullable(),
  /** How many people, or organisations, are behind it, each once. */
  behind: z.int(),
})
export type Figure = z.infer<typeof figureSchema>
export const breakdownLineSchema = z.object({
  key: z.string(),
  name: z.string(), // '' where the key has a word of its own
  value: z.number(),
  of: z.int().nullable(),
  people: z.int(),
})
export type BreakdownLine = z.infer<typeof breakdownLineSchema>
export const reportSchema = z.object({
  figures: z.array(figureSchema),
  breakdowns: z.array(z.object({ code: breakdownCode, lines: z.array(breakdownLineSchema) })),
})
export type Report = z.infer<typeof reportSchema>

/** What was agreed with the commissioner against who is counted for it up to a day: see `projectSchema`. */
export const targetSchema = z.object({
  count: z.enum(['screened', 'started', 'placed']),
  target: z.int(),
  people: z.int(),
})
export type Target = z.infer<typeof targetSchema>

/** Which number somebody wants to see the people of. */
export const behindSchema = z.union([
  z.object({ figure: figureCode, whole: z.boolean() }), // whole: everybody of whom it is a part
  z.object({ breakdown: breakdownCode, key: z.string() }),
])
export type Behind = z.infer<typeof behindSchema>

const named = z.array(z.object({ id: f.id, listName: z.string() }))
const fileSchema = z.object({ name: z.string(), file: f.base64 })

export const results = {
  /** The report, the one of the period before, and the targets of the project. */
  get: base.input(reportAboutSchema).output(
    z.object({
      report: reportSchema,
      before: reportSchema,
      periodBefore: z.object({ from: f.isoDate, to: f.isoDate }),
      targets: z.array(targetSchema),
    }),
  ),
  /** Who was away several half-days in a row: read day by day, so `get` leaves it out (null). */
  inARow: base.input(reportAboutSchema).output(figureSchema),
  /** A new letter with exactly these figures. INVALID on `municipalityId` when nobody is named that it goes to. */
  toLetter: base.input(reportAboutSchema).output(f.created),
  /** What a report can be about: the projects, and the municipalities that sent somebody up to this day. */
  choices: base.input(z.object({ to: f.isoDate })).output(
    z.object({
      projects: z.array(
        z.object({
          id: f.id,
          name: z.string(),
          starts_on: f.isoDate.nullable(),
          ends_on: f.isoDate.nullable(),
        }),
      ),
      municipalities: z.array(z.object({ id: f.id, name: z.string() })),
    }),
  ),
  /** The people behind a number, or the organisations; in the order of the list of names. */
  behind: base
    .input(reportAboutSchema.extend({ of: behindSchema }))
    .output(z.object({ people: named, hosts: z.array(z.object({ id: f.id, name: z.string() })) })),
  people: base.input(z.object({ ids: z.array(f.id).max(5000) })).output(named),
  /** A workbook. `people` puts the names behind each figure on a sheet of their own. */
  excel: base.input(reportAboutSchema.extend({ people: z.boolean() })).output(fileSchema),
  /** The figures as text with semicolons, as Excel in the Netherlands opens it. */
  csv: base.input(reportAboutSchema).output(fileSchema),
}
