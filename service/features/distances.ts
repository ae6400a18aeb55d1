/** The table of postcode centres that the office loads. */
import { isInCountry } from '#core/distance/great-circle.ts'
import { removeCentres, replaceCentres } from '#db/distances/commands.ts'
import { loadedTable } from '#db/distances/queries.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const distances = {
  loaded: (ctx) => loadedTable(ctx.db),

  load(ctx, { rows }) {
    if (!rows.every(isInCountry)) throw invalid('rows', 'outside_country')
    if (new Set(rows.map(({ postcode }) => postcode)).size < rows.length) throw invalid('rows', 'same_words')
    ctx.command('distances.load', () => replaceCentres(ctx.db, rows, ctx.now))
    return { ok: true }
  },

  remove(ctx) {
    ctx.command('distances.remove', () => removeCentres(ctx.db))
    return { ok: true }
  },
} satisfies Feature<'distances'>
