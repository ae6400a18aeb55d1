import type { RegisterFilter, RegisterLine } from '#core/api/letter-sending.ts'
import { createI18n } from '#core/i18n/index.ts'
import { fold } from '#core/names/fold.ts'
import { registerPage, registerTotal } from '#db/letters/register.ts'
import type { RegisterLineRow, RegisterQuery } from '#db/letters/register.ts'
import { readOffice } from '#db/office/queries.ts'
import { letterRow } from '../letters/row.ts'
import { registerWorkbook } from '../spreadsheets/register.ts'
import type { Feature } from './feature.ts'

const pageSize = 100

export const letterRegister = {
  list(ctx, { page, ...filter }) {
    const query = queryOf(filter)
    return {
      rows: registerPage(ctx.db, { ...query, limit: pageSize, offset: page * pageSize }).map(lineOf),
      total: registerTotal(ctx.db, query),
      pageSize,
    }
  },

  async excel(ctx, filter) {
    const i18n = createI18n(readOffice(ctx.db).language)
    const lines = registerPage(ctx.db, { ...queryOf(filter), limit: -1, offset: 0 }).map(lineOf)
    const xlsx = await registerWorkbook(lines, i18n)
    return {
      fileName: `${i18n.t('sending:excel.fileName', { date: ctx.today })}.xlsx`,
      xlsx: xlsx.toString('base64'),
    }
  },
} satisfies Feature<'letterRegister'>

function queryOf({ query, ...filter }: RegisterFilter): RegisterQuery {
  return { ...filter, fold: fold(query), plain: query.trim().toLocaleLowerCase('nl') }
}

function lineOf(row: RegisterLineRow): RegisterLine {
  return {
    ...letterRow(row),
    prints: row.prints,
    replaces:
      row.replaces_id === null || row.replacesNumber === null
        ? null
        : { id: row.replaces_id, number: row.replacesNumber },
    replacedBy:
      row.replacedById === null || row.replacedByNumber === null
        ? null
        : { id: row.replacedById, number: row.replacedByNumber },
  }
}
