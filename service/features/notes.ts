/** Notes: what was said and done, of which some go into the report. */
import { createNote, removeNote, saveNote } from '#db/notes/commands.ts'
import { listNotes } from '#db/notes/queries.ts'
import { notInFuture, refuse, required } from './checks.ts'
import type { Feature } from './feature.ts'

export const notes = {
  list: (ctx, { participantId }) => listNotes(ctx.db, participantId),

  create(ctx, input) {
    refuse(required('body', input.body), notInFuture('happened_on', input.happened_on, ctx.today))
    const { result: id, changeSetId } = ctx.command('notes.create', () =>
      createNote(ctx.db, { ...input, staff_id: ctx.staff.id }),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(required('body', fields.body), notInFuture('happened_on', fields.happened_on, ctx.today))
    const { changeSetId } = ctx.command('notes.save', () => saveNote(ctx.db, id, fields))
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('notes.remove', () => removeNote(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'notes'>
