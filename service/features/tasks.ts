/** Tasks: what the office still has to do, about somebody or about nobody. */
import { fullName } from '#core/names/name.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { createTask, setTaskDone } from '#db/tasks/commands.ts'
import { listOpenTasks, listTasksOf } from '#db/tasks/queries.ts'
import { refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const tasks = {
  /** Without a person: everything that is open. With one: also what was done. */
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

  setDone(ctx, { id, done }) {
    const { changeSetId } = ctx.command('tasks.setDone', () =>
      setTaskDone(ctx.db, id, done ? ctx.today : null),
    )
    return { changeSetId }
  },
} satisfies Feature<'tasks'>
