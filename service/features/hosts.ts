/** Hosts: the organisations where people go. */
import { createHost, saveHost } from '#db/hosts/commands.ts'
import { findHost, listHosts } from '#db/hosts/queries.ts'
import { listOpeningsAt } from '#db/openings/queries.ts'
import { found } from '#db/statements.ts'
import { refuse, required, tidyAddress } from './checks.ts'
import type { Feature } from './feature.ts'
import { standing } from './openings.ts'

export const hosts = {
  list: (ctx, { query }) => listHosts(ctx.db, query),

  get: (ctx, { id }) => ({
    ...found(findHost(ctx.db, id)),
    openings: listOpeningsAt(ctx.db, id).map((one) => standing(one, ctx.today)),
  }),

  create(ctx, input) {
    refuse(required('name', input.name))
    const { result: id, changeSetId } = ctx.command('hosts.create', () =>
      createHost(ctx.db, tidyAddress(input)),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(required('name', fields.name))
    const { changeSetId } = ctx.command('hosts.save', () => saveHost(ctx.db, id, tidyAddress(fields)))
    return { changeSetId }
  },
} satisfies Feature<'hosts'>
