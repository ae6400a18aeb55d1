/** Hosts: the organisations where people go, and who works there. */
import { addHostPerson, createHost, saveHost, saveHostPerson, setHostActive } from '#db/hosts/commands.ts'
import {
  findHost,
  isHostActive,
  listHostPeople,
  listHosts,
  listPlacedAt,
  nextAppointmentAt,
} from '#db/hosts/queries.ts'
import { eveningsOf } from '#db/network/evenings.ts'
import { listOpeningsAt } from '#db/openings/queries.ts'
import { found } from '#db/statements.ts'
import { refuse, required, tidyAddress, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'
import { standing } from './openings.ts'

export const hosts = {
  list: (ctx, { query, gone = false }) => listHosts(ctx.db, query, { gone }),

  get: (ctx, { id }) => ({
    ...found(findHost(ctx.db, id)),
    active: isHostActive(ctx.db, id),
    people: listHostPeople(ctx.db, id),
    openings: listOpeningsAt(ctx.db, id).map((one) => standing(one, ctx.today)),
    placed: listPlacedAt(ctx.db, id),
    evenings: eveningsOf(ctx.db, id),
    next: nextAppointmentAt(ctx.db, id, ctx.today),
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

  setActive(ctx, { id, active }) {
    const { changeSetId } = ctx.command('hosts.setActive', () => setHostActive(ctx.db, id, active))
    return { changeSetId }
  },

  addPerson(ctx, input) {
    refuse(required('name', input.name))
    const { result: id, changeSetId } = ctx.command('hosts.addPerson', () =>
      addHostPerson(ctx.db, trimmed(input)),
    )
    return { id, changeSetId }
  },

  savePerson(ctx, { id, fields }) {
    refuse(required('name', fields.name))
    const { changeSetId } = ctx.command('hosts.savePerson', () => saveHostPerson(ctx.db, id, trimmed(fields)))
    return { changeSetId }
  },
} satisfies Feature<'hosts'>
