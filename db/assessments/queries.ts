import type { LadderAssessment, LanguageAssessment, SkillAssessment } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Levels of Dutch, oldest first. */
export function listLanguageAssessments(db: ReadableDb, participantId: number): LanguageAssessment[] {
  return prepared<[number], LanguageAssessment>(
    db,
    `SELECT id, assessed_on, skill, level, source FROM language_assessment
      WHERE participant_id = ? ORDER BY assessed_on, id`,
  ).all(participantId)
}

/** Scores per skill, oldest first and in the office's order of skills; also of skills no longer in use. */
export function listSkillAssessments(db: ReadableDb, participantId: number): SkillAssessment[] {
  return prepared<[number], SkillAssessment>(
    db,
    `SELECT a.id, a.assessed_on, a.skill_id, s.name AS skill, a.score, a.own_score
       FROM skill_assessment a JOIN skill s ON s.id = a.skill_id
      WHERE a.participant_id = ? ORDER BY a.assessed_on, s.position, s.id`,
  ).all(participantId)
}

/** Steps on the participation ladder, oldest first. */
export function listLadderAssessments(db: ReadableDb, participantId: number): LadderAssessment[] {
  return prepared<[number], LadderAssessment>(
    db,
    'SELECT id, assessed_on, step FROM ladder_assessment WHERE participant_id = ? ORDER BY assessed_on, id',
  ).all(participantId)
}

/** The skills that are measured now, in the office's order. */
export function listSkills(db: ReadableDb): { id: number; name: string }[] {
  return prepared<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM skill WHERE active = 1 ORDER BY position, id',
  ).all()
}
