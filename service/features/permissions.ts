/** Permissions: given on a day, taken back on a day, never away. */
import { givePermission, withdrawPermission } from '#db/permissions/commands.ts'
import { findPermission, listPermissions } from '#db/permissions/queries.ts'
import { found } from '#db/statements.ts'
import { notInFuture, refuse } from './checks.ts'
import type { Feature } from './feature.ts'

export const permissions = {
  list: (ctx, { participantId }) => listPermissions(ctx.db, participantId),

  give(ctx, { participantId, kind, given_on, remark }) {
    const holds = listPermissions(ctx.db, participantId).some(
      (one) => one.kind === kind && one.withdrawn_on === null,
    )
    refuse(
      notInFuture('given_on', given_on, ctx.today),
      holds ? { field: 'kind', problem: 'already_this' } : null,
    )
    const { result: id, changeSetId } = ctx.command('permissions.give', () =>
      givePermission(ctx.db, { participant_id: participantId, kind, given_on, remark: remark.trim() }),
    )
    return { id, changeSetId }
  },

  withdraw(ctx, { id, withdrawn_on }) {
    const permission = found(findPermission(ctx.db, id))
    refuse(
      notInFuture('withdrawn_on', withdrawn_on, ctx.today),
      withdrawn_on < permission.given_on ? { field: 'withdrawn_on', problem: 'before_given' } : null,
    )
    const { changeSetId } = ctx.command('permissions.withdraw', () =>
      withdrawPermission(ctx.db, id, withdrawn_on),
    )
    return { changeSetId }
  },
} satisfies Feature<'permissions'>
