/** A list that is on the screen, as a file: whatever list it is. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** Which list left the program, for who reads back who did what: never a name. */
export const listCode = z.enum([
  'participants',
  'waiting',
  'placements',
  'projects',
  'letters',
  'openings',
  'hosts',
  'municipalities',
  'case_managers',
  'clients',
  'ambassadors',
  'staff',
  'attention',
  'aftercare',
  'day',
  'history',
  'audit',
  'results',
])
export type ListCode = z.infer<typeof listCode>
const which = z.object({
  list: listCode,
  /** Of a list about one person. */
  participantId: f.id.optional(),
})

/** Days cross as `YYYY-MM-DD`, numbers as numbers. */
export const listSchema = which.extend({
  name: f.shortText,
  tables: z
    .array(
      z.object({
        name: f.shortText,
        columns: z
          .array(z.object({ head: f.shortText, kind: z.enum(['text', 'number', 'date', 'share']) }))
          .max(60),
        rows: z.array(z.array(z.union([z.string(), z.number()]).nullable()).max(60)).max(20_000),
      }),
    )
    .min(1)
    .max(20),
})
export type ExportedList = z.infer<typeof listSchema>
export type ExportedTable = ExportedList['tables'][number]

const made = z.object({ name: z.string(), file: f.base64 })
export const exports = {
  /** An .xlsx with a sheet for each table. */
  workbook: base.input(listSchema).output(made),
  /** The first table as text with semicolons. */
  text: base.input(listSchema).output(made),
  /** The page is printed by the screen itself: this only says so. */
  printed: base.input(which.extend({ rows: z.int().min(0).max(1_000_000) })).output(z.object({})),
}
