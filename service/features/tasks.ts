/** Tasks: what the office still has to do, about somebody or about nobody, by somebody or by everybody. */
import { fullName } from '#core/names/name.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { createTask, removeTask, saveTask, setTaskDone } from '#db/tasks/commands.ts'
import { listOpenTasks, listTasksOf } from '#db/tasks/queries.ts'
import { refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const tasks = {
  list(ctx, { participantId }) {
    if (participantId === null)
      return listOpenTasks(ctx.db).map(({ person, ...task }) => ({
        ...task,
        personName: person === null ? '' : fullName(person),
      }))
    const personName = fullName(found(findParticipant(ctx.db, participantId)))
    return listTasksOf(ctx.db, participantId).map((task) => ({ ...task, personName }))
  },

  create(ctx, input) {
    refuse(required('title', input.title))
    const { result: id, changeSetId } = ctx.command('tasks.create', () => createTask(ctx.db, trimmed(input)))
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(required('title', fields.title))
    const { changeSetId } = ctx.command('tasks.save', () => saveTask(ctx.db, id, trimmed(fields)))
    return { changeSetId }
  },

  setDone(ctx, { id, done }) {
    const { changeSetId } = ctx.command('tasks.setDone', () =>
      setTaskDone(ctx.db, id, done ? ctx.today : null),
    )
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('tasks.remove', () => removeTask(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'tasks'>
