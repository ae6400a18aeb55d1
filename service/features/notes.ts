/** Notes: what was said and done, of which some go into the report. */
import { programWords } from '#core/notes/sensitive-words.ts'
import { createNote, removeNote, saveNote } from '#db/notes/commands.ts'
import { findNote, listNotes } from '#db/notes/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import { createTask } from '#db/tasks/commands.ts'
import { notInFuture, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const notes = {
  list: (ctx, { participantId }) => listNotes(ctx.db, participantId),

  get: (ctx, { id }) => found(findNote(ctx.db, id)),

  create(ctx, { tasks = [], present = '', ...note }) {
    refuse(
      required('body', note.body),
      notInFuture('happened_on', note.happened_on, ctx.today),
      ...tasks.map(({ title }, n) => required(`tasks.${n}.title`, title)),
    )
    const { result: id, changeSetId } = ctx.command('notes.create', () => {
      const noteId = createNote(ctx.db, { ...note, present: present.trim(), staff_id: ctx.staff.id })
      const about = { participant_id: note.participant_id, note_id: noteId }
      for (const task of tasks) createTask(ctx.db, { ...trimmed(task), ...about })
      return noteId
    })
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

  sensitiveWords(ctx) {
    const { sensitive_words } = readOffice(ctx.db)
    return { words: sensitive_words ?? programWords, ofProgram: sensitive_words === null }
  },
} satisfies Feature<'notes'>
