/** How somebody's Dutch, skills at work and participation grow: each a series of measurements. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const languageAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  skill: f.languageSkill,
  level: f.languageLevel,
  source: f.languageSource,
})
const score = z.int().min(1).max(4).nullable()
export const skillAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  skill_id: f.id,
  skill: z.string(),
  score,
  own_score: score,
})
export const ladderAssessmentSchema = z.object({
  id: f.id,
  assessed_on: f.isoDate,
  step: z.int().min(1).max(6),
})
export type LanguageAssessment = z.infer<typeof languageAssessmentSchema>
export type SkillAssessment = z.infer<typeof skillAssessmentSchema>
export type LadderAssessment = z.infer<typeof ladderAssessmentSchema>

/** With the name of who wrote it down; '' where nobody knows. */
const who = { who: z.string() }
export const measuredSchema = z.object({
  language: z.array(languageAssessmentSchema.extend(who)),
  skills: z.array(skillAssessmentSchema.extend(who)),
  ladder: z.array(ladderAssessmentSchema.extend(who)),
})
export type Measured = z.infer<typeof measuredSchema>
export type AssessmentKind = keyof Measured

/** A skill of the office's list. One that is not active is not measured any more; what was scored stays. */
export const skillSchema = z.object({
  id: f.id,
  name: z.string(),
  active: z.boolean(),
  measured: z.int().min(0), // how many scores there are
})
export type Skill = z.infer<typeof skillSchema>
export const mostSkills = 12

const skillName = z.string().max(80)
const kind = z.enum(['language', 'skills', 'ladder'])

export const assessments = {
  get: base.input(z.object({ participantId: f.id })).output(measuredSchema),
  addLanguage: base
    .input(
      z.object({
        participantId: f.id,
        assessed_on: f.isoDate,
        source: f.languageSource,
        levels: z.array(z.object({ skill: f.languageSkill, level: f.languageLevel })).min(1),
      }),
    )
    .output(f.changed),
  addSkills: base
    .input(
      z.object({
        participantId: f.id,
        assessed_on: f.isoDate,
        scores: z.array(z.object({ skill_id: f.id, score, own_score: score })).min(1),
      }),
    )
    .output(f.changed),
  addLadder: base
    .input(z.object({ participantId: f.id, assessed_on: f.isoDate, step: z.int().min(1).max(6) }))
    .output(f.changed),

  /** A measurement that was written down wrong. */
  saveLanguage: base
    .input(languageAssessmentSchema.pick({ id: true, assessed_on: true, level: true, source: true }))
    .output(f.changed),
  saveSkill: base
    .input(skillAssessmentSchema.pick({ id: true, assessed_on: true, score: true, own_score: true }))
    .output(f.changed),
  saveLadder: base.input(ladderAssessmentSchema).output(f.changed),
  remove: base.input(z.object({ kind, id: f.id })).output(f.changed),

  /** The skills that are measured now, in the office's order. */
  skillList: base.output(z.array(z.object({ id: f.id, name: z.string() }))),
  /** Those, and the ones that were switched off, at the end. */
  allSkills: base.output(z.array(skillSchema)),
  addSkill: base.input(z.object({ name: skillName })).output(f.created),
  renameSkill: base.input(z.object({ id: f.id, name: skillName })).output(f.changed),
  setSkillActive: base.input(z.object({ id: f.id, active: z.boolean() })).output(f.changed),
  /** The active ones, in their new order. */
  orderSkills: base.input(z.object({ ids: z.array(f.id).min(1).max(50) })).output(f.changed),
}
