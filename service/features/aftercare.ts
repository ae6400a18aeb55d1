/** Aftercare: how somebody does 1, 3, 6, 12 and 18 months after the trajectory. */
import { recordAftercare } from '#db/aftercare/commands.ts'
import { listAftercare } from '#db/aftercare/queries.ts'
import { notInFuture, refuse } from './checks.ts'
import type { Feature } from './feature.ts'

export const aftercare = {
  list: (ctx, { participantId }) => listAftercare(ctx.db, participantId),

  record(ctx, input) {
    refuse(notInFuture('done_on', input.done_on, ctx.today))
    const { changeSetId } = ctx.command('aftercare.record', () => recordAftercare(ctx.db, input))
    return { changeSetId }
  },
} satisfies Feature<'aftercare'>
