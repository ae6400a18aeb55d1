/** Case managers: the page of each, and who takes over when one of them leaves. */
import { isCurrent } from '#core/network/current.ts'
import { moveClients, setCaseManagerActive } from '#db/case-managers/commands.ts'
import { clientsOf, lastContactWith, letterQuestionsTo } from '#db/case-managers/queries.ts'
import { findCaseManager, findMunicipality, isActive } from '#db/municipalities/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { dueLetters } from '../letters/due.ts'
import { caseManagerName } from '../names.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const caseManagers = {
  get(ctx, { id }) {
    const manager = found(findCaseManager(ctx.db, id))
    const due = new Map(dueLetters(ctx).map((letter) => [letter.participantId, letter]))
    return {
      ...manager,
      name: caseManagerName(manager),
      active: isActive(ctx.db, 'case_manager', id),
      municipality: found(findMunicipality(ctx.db, manager.municipality_id)),
      clients: clientsOf(ctx.db, id, ctx.today).map((client) => {
        const next = due.get(client.participantId)
        return {
          ...client,
          nextLetter:
            next === undefined ? null : { trajectoryId: next.trajectoryId, on: next.dueOn, why: next.why },
        }
      }),
      letterQuestions: letterQuestionsTo(ctx.db, id, ctx.today),
      lastContactOn: lastContactWith(ctx.db, id),
    }
  },

  leave(ctx, { id, toId }) {
    if (toId !== null) expectOther(ctx, id, toId)
    const { changeSetId } = ctx.command('caseManagers.leave', () => {
      setCaseManagerActive(ctx.db, id, false)
      if (toId === null) return
      const people = clientsOf(ctx.db, id, ctx.today).filter(isCurrent)
      const participantIds = people.map((one) => one.participantId)
      moveClients(ctx.db, { fromId: id, toId, participantIds })
    })
    return { changeSetId }
  },

  comeBack(ctx, { id }) {
    const { changeSetId } = ctx.command('caseManagers.comeBack', () => setCaseManagerActive(ctx.db, id, true))
    return { changeSetId }
  },

  moveClients(ctx, { id, toId, participantIds }) {
    expectOther(ctx, id, toId)
    const { changeSetId } = ctx.command('caseManagers.moveClients', () =>
      moveClients(ctx.db, { fromId: id, toId, participantIds }),
    )
    return { changeSetId }
  },
} satisfies Feature<'caseManagers'>

/** @throws CommandError INVALID when it is the same one, or somebody who left too. */
function expectOther(ctx: OfficeContext, id: number, toId: number): void {
  if (toId === id || !isActive(ctx.db, 'case_manager', toId)) throw invalid('toId', 'required')
}
