import type { MunicipalityFigures } from '#core/api/results.ts'
import { municipalityFigures } from '#core/figures/figures.ts'
import type { Period } from '#core/figures/rows.ts'
import { createI18n } from '#core/i18n/index.ts'
import { listName } from '#core/names/name.ts'
import { readOffice } from '#db/office/queries.ts'
import { figureRows, namesOf } from '#db/results/queries.ts'
import type { OfficeContext } from '../context.ts'
import { resultsWorkbook } from '../spreadsheets/results.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const results = {
  get: (ctx, period) => figuresOf(ctx, period),

  people: (ctx, { ids }) => namesOf(ctx.db, ids).map((row) => ({ id: row.id, listName: listName(row) })),

  async excel(ctx, period) {
    const figures = figuresOf(ctx, period)
    const i18n = createI18n(readOffice(ctx.db).language)
    const bytes = await resultsWorkbook(figures, period, i18n)
    return { name: i18n.t('results:excel.fileName', period), file: bytes.toString('base64') }
  },
} satisfies Feature<'results'>

function figuresOf(ctx: OfficeContext, period: Period): MunicipalityFigures[] {
  if (period.to < period.from) throw invalid('to', 'end_before_start')
  return municipalityFigures(figureRows(ctx.db, period), period)
}
