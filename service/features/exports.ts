import { csv, workbook } from '../spreadsheets/table.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const exports = {
  async workbook(ctx, { name, tables }) {
    const file = await workbook(tables)
    return { name: `${fileName(name)} ${ctx.today}.xlsx`, file: Buffer.from(file).toString('base64') }
  },

  text(ctx, { name, tables }) {
    const [table] = tables
    if (table === undefined) throw invalid('tables', 'required')
    return { name: `${fileName(name)} ${ctx.today}.csv`, file: Buffer.from(csv(table)).toString('base64') }
  },

  // What is written down is written where every call passes: service/keeping/audit-log.ts.
  printed: () => ({}),
} satisfies Feature<'exports'>

/** Without the signs that Windows takes in no file name. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, ' ').trim()
}
