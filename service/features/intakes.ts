/** Intakes: the questions of core/intake and what was answered, kept per question while the talk goes on. */
import type { Answer } from '#core/api/people.ts'
import {
  currentVersion,
  definition,
  findQuestion,
  isEmptyAnswer,
  missingForFinish,
  validateAnswer,
} from '#core/intake/definition.ts'
import { finishIntake, saveAnswer, saveIntakeNotes, startIntake } from '#db/intakes/commands.ts'
import { findIntake, findRunningIntake, listIntakes } from '#db/intakes/queries.ts'
import { found } from '#db/statements.ts'
import { refuse } from './checks.ts'
import type { Feature } from './feature.ts'

export const intakes = {
  list: (ctx, { participantId }) => listIntakes(ctx.db, participantId),

  get: (ctx, { id }) => found(findIntake(ctx.db, id)),

  start(ctx, { participantId }) {
    const running = findRunningIntake(ctx.db, participantId)
    if (running !== null) return { id: running }
    const { result: id } = ctx.command('intakes.start', () =>
      startIntake(ctx.db, {
        participantId,
        definitionVersion: currentVersion,
        staffId: ctx.staff.id,
        startedOn: ctx.today,
      }),
    )
    return { id }
  },

  saveAnswer(ctx, { id, answer }) {
    const stored = settled(found(findIntake(ctx.db, id)).definition_version, answer)
    const { changeSetId } = ctx.command('intakes.saveAnswer', () => saveAnswer(ctx.db, id, stored))
    return { changeSetId }
  },

  saveNotes(ctx, { id, notes }) {
    const { changeSetId } = ctx.command('intakes.saveNotes', () => saveIntakeNotes(ctx.db, id, notes))
    return { changeSetId }
  },

  /** The fields of the error are the keys of the questions that still need an answer, or a reason for none. */
  finish(ctx, { id }) {
    const intake = found(findIntake(ctx.db, id))
    const missing = missingForFinish(definition(intake.definition_version), intake.answers)
    refuse(...missing.map(({ question }) => ({ field: question, problem: 'required' as const })))
    const { changeSetId } = ctx.command('intakes.finish', () => finishIntake(ctx.db, id, ctx.today))
    return { changeSetId }
  },
} satisfies Feature<'intakes'>

/** The answer as it is stored; an emptied one is no answer. Throws NOT_FOUND for a question of another version. */
function settled(version: number, { question, value, noAnswer }: Answer): Answer {
  const asked = found(findQuestion(definition(version), question))
  if (noAnswer !== null || isEmptyAnswer(value)) return { question, value: null, noAnswer }
  const problem = validateAnswer(asked, value)
  refuse(problem === null ? null : { field: question, problem })
  return { question, value, noAnswer }
}
