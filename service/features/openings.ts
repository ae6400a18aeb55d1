/** Openings: what organisations offer. */
import { createOpening, saveOpening } from '#db/openings/commands.ts'
import { findOpening, listOpenings } from '#db/openings/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import { endNotBefore, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const openings = {
  list: (ctx) => listOpenings(ctx.db),

  create(ctx, input) {
    refuse(required('title', input.title), endNotBefore('open_until', input.open_from, input.open_until))
    const { result: id, changeSetId } = ctx.command('openings.create', () =>
      createOpening(ctx.db, trimmed(input)),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const { open_from, open_until } = withGiven(found(findOpening(ctx.db, id)), fields)
    refuse(required('title', fields.title), endNotBefore('open_until', open_from, open_until))
    const { changeSetId } = ctx.command('openings.save', () => saveOpening(ctx.db, id, trimmed(fields)))
    return { changeSetId }
  },
} satisfies Feature<'openings'>
