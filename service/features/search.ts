/** Finding somebody or something, and what was looked at last. */
import { putRecent } from '#db/search/commands.ts'
import { findHits, listRecent } from '#db/search/queries.ts'
import type { Feature } from './feature.ts'

export const search = {
  find: (ctx, { query }) => findHits(ctx.db, query, ctx.today),

  recent: (ctx) => listRecent(ctx.db, ctx.staff.id),

  opened(ctx, { kind, id }) {
    putRecent(ctx.db, { staffId: ctx.staff.id, kind, id, at: ctx.now })
    return { ok: true as const }
  },
} satisfies Feature<'search'>
