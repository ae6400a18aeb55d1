/** Assessments: how somebody's Dutch, skills and participation grow. */
import type { OfficeContext } from '../context.ts'
import type { Assessed } from '#db/assessments/commands.ts'
import { addLadder, addLanguage, addSkills } from '#db/assessments/commands.ts'
import {
  listLadderAssessments,
  listLanguageAssessments,
  listSkillAssessments,
  listSkills,
} from '#db/assessments/queries.ts'
import { notInFuture, refuse } from './checks.ts'
import type { Feature } from './feature.ts'

export const assessments = {
  get: (ctx, { participantId }) => ({
    language: listLanguageAssessments(ctx.db, participantId),
    skills: listSkillAssessments(ctx.db, participantId),
    ladder: listLadderAssessments(ctx.db, participantId),
  }),

  skillList: (ctx) => listSkills(ctx.db),

  addLanguage(ctx, input) {
    const of = assessed(ctx, input)
    const { changeSetId } = ctx.command('assessments.addLanguage', () =>
      addLanguage(ctx.db, of, input.source, input.levels),
    )
    return { changeSetId }
  },

  addSkills(ctx, input) {
    const of = assessed(ctx, input)
    const { changeSetId } = ctx.command('assessments.addSkills', () => addSkills(ctx.db, of, input.scores))
    return { changeSetId }
  },

  addLadder(ctx, input) {
    const of = assessed(ctx, input)
    const { changeSetId } = ctx.command('assessments.addLadder', () => addLadder(ctx.db, of, input.step))
    return { changeSetId }
  },
} satisfies Feature<'assessments'>

function assessed(ctx: OfficeContext, input: { participantId: number; assessed_on: string }): Assessed {
  refuse(notInFuture('assessed_on', input.assessed_on, ctx.today))
  return { participantId: input.participantId, assessed_on: input.assessed_on, staffId: ctx.staff.id }
}
