/** Inburgering: law, route, plan and term of one person, and when there are lessons. */
import { civicTermOn } from '#core/calendar/terms.ts'
import { saveCivic, setLessons } from '#db/civic/commands.ts'
import { civicOf, computedEnd, lessonsOf, termEnd } from '#db/civic/queries.ts'
import { endNotBefore, notInFuture, refuse, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const civic = {
  get(ctx, { participantId }) {
    const fields = civicOf(ctx.db, participantId)
    const endsOn = termEnd(fields)
    return {
      ...fields,
      computedEndOn: computedEnd(fields),
      endsOn,
      term: civicTermOn(endsOn, ctx.today),
      lessons: lessonsOf(ctx.db, participantId),
    }
  },

  save(ctx, { participantId, fields: typed }) {
    const fields = trimmed(typed)
    const after = { ...civicOf(ctx.db, participantId), ...fields }
    refuse(
      notInFuture('pip_on', fields.pip_on, ctx.today),
      fields.term_ends_on || fields.pip_on
        ? endNotBefore(fields.term_ends_on ? 'term_ends_on' : 'pip_on', after.pip_on, after.term_ends_on)
        : null,
    )
    const { changeSetId } = ctx.command('civic.save', () => saveCivic(ctx.db, participantId, fields))
    return { changeSetId }
  },

  setLessons(ctx, { participantId, lessons }) {
    const { changeSetId } = ctx.command('civic.setLessons', () => setLessons(ctx.db, participantId, lessons))
    return { changeSetId }
  },
} satisfies Feature<'civic'>
