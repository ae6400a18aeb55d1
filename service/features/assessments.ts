/** Assessments: how somebody's Dutch, skills and participation grow; and the office's list of skills. */
import { mostSkills, type AssessmentKind } from '#core/api/assessments.ts'
import type { OfficeContext } from '../context.ts'
import type { Assessed } from '#db/assessments/commands.ts'
import {
  addLadder,
  addLanguage,
  addSkills,
  createSkill,
  orderSkills,
  removeAssessment,
  renameSkill,
  saveLadder,
  saveLanguage,
  saveSkill,
  setSkillActive,
} from '#db/assessments/commands.ts'
import {
  dayTaken,
  listAllSkills,
  listLadderAssessments,
  listLanguageAssessments,
  listSkillAssessments,
  listSkills,
} from '#db/assessments/queries.ts'
import { found } from '#db/statements.ts'
import { notInFuture, refuse, required } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const assessments = {
  get: (ctx, { participantId }) => ({
    language: listLanguageAssessments(ctx.db, participantId),
    skills: listSkillAssessments(ctx.db, participantId),
    ladder: listLadderAssessments(ctx.db, participantId),
  }),

  addLanguage(ctx, input) {
    const of = assessed(ctx, input)
    return run(ctx, 'addLanguage', () => addLanguage(ctx.db, of, input.source, input.levels))
  },

  addSkills(ctx, input) {
    const of = assessed(ctx, input)
    return run(ctx, 'addSkills', () => addSkills(ctx.db, of, input.scores))
  },

  addLadder(ctx, input) {
    const of = assessed(ctx, input)
    return run(ctx, 'addLadder', () => addLadder(ctx.db, of, input.step))
  },

  saveLanguage(ctx, input) {
    checkDay(ctx, 'language', input)
    return run(ctx, 'saveLanguage', () => saveLanguage(ctx.db, { ...input, staffId: ctx.staff.id }))
  },

  saveSkill(ctx, input) {
    checkDay(ctx, 'skills', input)
    if (input.score === null && input.own_score === null) throw invalid('score', 'required')
    return run(ctx, 'saveSkill', () => saveSkill(ctx.db, { ...input, staffId: ctx.staff.id }))
  },

  saveLadder(ctx, input) {
    checkDay(ctx, 'ladder', input)
    return run(ctx, 'saveLadder', () => saveLadder(ctx.db, { ...input, staffId: ctx.staff.id }))
  },

  remove: (ctx, { kind, id }) => run(ctx, 'remove', () => removeAssessment(ctx.db, kind, id)),

  skillList: (ctx) => listSkills(ctx.db),

  allSkills: (ctx) => listAllSkills(ctx.db),

  addSkill(ctx, input) {
    const name = checkName(ctx, 0, input.name)
    expectRoom(ctx)
    const { result: id, changeSetId } = ctx.command('assessments.addSkill', () => createSkill(ctx.db, name))
    return { id, changeSetId }
  },

  renameSkill(ctx, input) {
    const name = checkName(ctx, input.id, input.name)
    return run(ctx, 'renameSkill', () => renameSkill(ctx.db, input.id, name))
  },

  setSkillActive(ctx, { id, active }) {
    const skill = found(listAllSkills(ctx.db).find((one) => one.id === id))
    if (active && !skill.active) expectRoom(ctx)
    return run(ctx, 'setSkillActive', () => {
      if (skill.active !== active) setSkillActive(ctx.db, id, active)
    })
  },

  orderSkills(ctx, { ids }) {
    const rest = listSkills(ctx.db)
      .map((skill) => skill.id)
      .filter((id) => !ids.includes(id))
    return run(ctx, 'orderSkills', () => orderSkills(ctx.db, [...ids, ...rest]))
  },
} satisfies Feature<'assessments'>

function run(ctx: OfficeContext, name: string, change: () => void): { changeSetId: number | null } {
  const { changeSetId } = ctx.command(`assessments.${name}`, change)
  return { changeSetId }
}

function assessed(ctx: OfficeContext, input: { participantId: number; assessed_on: string }): Assessed {
  refuse(notInFuture('assessed_on', input.assessed_on, ctx.today))
  return { participantId: input.participantId, assessed_on: input.assessed_on, staffId: ctx.staff.id }
}

function checkDay(
  ctx: OfficeContext,
  kind: AssessmentKind,
  { id, assessed_on, source = null }: { id: number; assessed_on: string; source?: string | null },
): void {
  refuse(notInFuture('assessed_on', assessed_on, ctx.today))
  if (dayTaken(ctx.db, kind, { id, on: assessed_on, source })) throw invalid('assessed_on', 'date_taken')
}

/** @returns the name without spaces around it. @param id of the skill that gets it; 0 for a new one. */
function checkName(ctx: OfficeContext, id: number, typed: string): string {
  const name = typed.trim()
  refuse(required('name', name))
  const fold = name.toLocaleLowerCase('nl')
  const taken = listAllSkills(ctx.db).some(
    (one) => one.id !== id && one.name.toLocaleLowerCase('nl') === fold,
  )
  if (taken) throw invalid('name', 'name_taken')
  return name
}

function expectRoom(ctx: OfficeContext): void {
  if (listSkills(ctx.db).length >= mostSkills) throw invalid('name', 'enough')
}
