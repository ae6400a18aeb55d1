/** "Klaar voor de arbeidsmarkt": what was seen, before the letter about it goes out. */
import { createSignal, removeSignal, saveSignal } from '#db/signals/commands.ts'
import { listSignals } from '#db/signals/queries.ts'
import { notInFuture, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const signals = {
  list: (ctx, { participantId }) => listSignals(ctx.db, participantId),

  create(ctx, input) {
    refuse(notInFuture('signalled_on', input.signalled_on, ctx.today), required('body', input.body))
    const { result: id, changeSetId } = ctx.command('signals.create', () =>
      createSignal(ctx.db, { ...trimmed(input), staff_id: ctx.staff.id }),
    )
    return { id, changeSetId }
  },

  save(ctx, input) {
    refuse(notInFuture('signalled_on', input.signalled_on, ctx.today), required('body', input.body))
    const { changeSetId } = ctx.command('signals.save', () => saveSignal(ctx.db, trimmed(input)))
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('signals.remove', () => removeSignal(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'signals'>
