/** Referrals: what a municipality asked for somebody. */
import { createReferral, saveReferral } from '#db/referrals/commands.ts'
import { listReferrals } from '#db/referrals/queries.ts'
import { notInFuture, refuse } from './checks.ts'
import type { Feature } from './feature.ts'

export const referrals = {
  list: (ctx, { participantId }) => listReferrals(ctx.db, participantId),

  create(ctx, input) {
    refuse(notInFuture('referred_on', input.referred_on, ctx.today))
    const { result: id, changeSetId } = ctx.command('referrals.create', () => createReferral(ctx.db, input))
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(notInFuture('referred_on', fields.referred_on, ctx.today))
    const { changeSetId } = ctx.command('referrals.save', () => saveReferral(ctx.db, id, fields))
    return { changeSetId }
  },
} satisfies Feature<'referrals'>
