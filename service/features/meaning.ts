/** What gives somebody energy, at the intake and at the end of a place. */
import { meaningOf } from '#db/meaning/queries.ts'
import type { Feature } from './feature.ts'

export const meaning = {
  ofPerson: (ctx, { participantId }) => meaningOf(ctx.db, participantId),
} satisfies Feature<'meaning'>
