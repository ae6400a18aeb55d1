/** Municipalities and their case managers: who sends people and who gets the letters. */
import { caseManagersOf } from '#db/case-managers/queries.ts'
import {
  createCaseManager,
  createMunicipality,
  saveCaseManager,
  saveMunicipality,
  setMunicipalityActive,
} from '#db/municipalities/commands.ts'
import {
  findMunicipality,
  isActive,
  listCaseManagers,
  listMunicipalities,
} from '#db/municipalities/queries.ts'
import { found } from '#db/statements.ts'
import { caseManagerName } from '../names.ts'
import { refuse, required, tidyAddress, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const municipalities = {
  list(ctx) {
    const caseManagers = listCaseManagers(ctx.db).map((one) => ({ ...one, name: caseManagerName(one) }))
    return listMunicipalities(ctx.db).map((municipality) => ({
      ...municipality,
      caseManagers: caseManagers.filter((one) => one.municipality_id === municipality.id),
    }))
  },

  get: (ctx, { id }) => ({
    ...found(findMunicipality(ctx.db, id)),
    active: isActive(ctx.db, 'municipality', id),
    caseManagers: caseManagersOf(ctx.db, id, ctx.today).map((one) => ({
      ...one,
      name: caseManagerName(one),
      active: one.active === 1,
    })),
  }),

  create(ctx, input) {
    refuse(required('name', input.name))
    const { result: id, changeSetId } = ctx.command('municipalities.create', () =>
      createMunicipality(ctx.db, tidyAddress(input)),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(required('name', fields.name))
    const { changeSetId } = ctx.command('municipalities.save', () =>
      saveMunicipality(ctx.db, id, tidyAddress(fields)),
    )
    return { changeSetId }
  },

  setActive(ctx, { id, active }) {
    const { changeSetId } = ctx.command('municipalities.setActive', () =>
      setMunicipalityActive(ctx.db, id, active),
    )
    return { changeSetId }
  },

  createCaseManager(ctx, input) {
    refuse(required('surname', input.surname))
    const { result: id, changeSetId } = ctx.command('municipalities.createCaseManager', () =>
      createCaseManager(ctx.db, trimmed(input)),
    )
    return { id, changeSetId }
  },

  saveCaseManager(ctx, { id, fields }) {
    refuse(required('surname', fields.surname))
    const { changeSetId } = ctx.command('municipalities.saveCaseManager', () =>
      saveCaseManager(ctx.db, id, trimmed(fields)),
    )
    return { changeSetId }
  },
} satisfies Feature<'municipalities'>
