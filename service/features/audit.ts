/** Who looked, printed, exported, signed in and changed; for the manager. */
import { fullName } from '#core/names/name.ts'
import { verifyAudit } from '#db/audit/chain.ts'
import { changedAt, listAudit } from '#db/audit/queries.ts'
import { verifyHistory } from '#db/history/commands.ts'
import type { Outputs } from '#core/api/contract.ts'
import type { Feature } from './feature.ts'

type Row = Outputs['audit']['list']['rows'][number]

export const audit = {
  list(ctx, page) {
    const lines = listAudit(ctx.db, { ...page, limit: page.limit + 1 })
    const shown = lines.slice(0, page.limit)
    const rows = shown.map(({ at, staffName, action, what, person }): Row => {
      return { at, staffName, action, what, personName: person === null ? '' : fullName(person) }
    })
    return { rows, next: lines.length > page.limit ? (shown.at(-1)?.position ?? null) : null }
  },

  verify(ctx) {
    const views = verifyAudit(ctx.db)
    const changes = verifyHistory(ctx.db)
    if (!changes.whole) {
      const id = changes.changeSetId
      return { rows: views.rows, broken: { chain: 'changes' as const, id, at: changedAt(ctx.db, id) } }
    }
    const rows = views.rows + changes.changeSets
    if (views.whole) return { rows, broken: null }
    return { rows, broken: { chain: 'views' as const, id: views.id, at: views.at } }
  },
} satisfies Feature<'audit'>
