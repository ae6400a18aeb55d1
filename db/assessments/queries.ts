import type { AssessmentKind, Measured, Skill } from '#core/api/assessments.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Levels of Dutch, oldest first. */
export function listLanguageAssessments(db: ReadableDb, participantId: number): Measured['language'] {
  return prepared<[number], Measured['language'][number]>(
    db,
    `SELECT a.id, a.assessed_on, a.skill, a.level, a.source, coalesce(w.name, '') AS who
       FROM language_assessment a LEFT JOIN staff w ON w.id = a.staff_id
      WHERE a.participant_id = ? ORDER BY a.assessed_on, a.id`,
  ).all(participantId)
}

/** Scores per skill, oldest first and in the office's order of skills; also of skills no longer in use. */
export function listSkillAssessments(db: ReadableDb, participantId: number): Measured['skills'] {
  return prepared<[number], Measured['skills'][number]>(
    db,
    `SELECT a.id, a.assessed_on, a.skill_id, s.name AS skill, a.score, a.own_score, coalesce(w.name, '') AS who
       FROM skill_assessment a JOIN skill s ON s.id = a.skill_id LEFT JOIN staff w ON w.id = a.staff_id
      WHERE a.participant_id = ? ORDER BY a.assessed_on, s.active DESC, s.position, s.id`,
  ).all(participantId)
}

/** Steps on the participation ladder, oldest first. */
export function listLadderAssessments(db: ReadableDb, participantId: number): Measured['ladder'] {
  return prepared<[number], Measured['ladder'][number]>(
    db,
    `SELECT a.id, a.assessed_on, a.step, coalesce(w.name, '') AS who
       FROM ladder_assessment a LEFT JOIN staff w ON w.id = a.staff_id
      WHERE a.participant_id = ? ORDER BY a.assessed_on, a.id`,
  ).all(participantId)
}

const sameDay: Record<AssessmentKind, string> = {
  language: `SELECT b.id FROM language_assessment a JOIN language_assessment b ON b.participant_id = a.participant_id
     AND b.skill = a.skill AND b.source = coalesce(@source, a.source) WHERE a.id = @id AND b.id <> @id AND b.assessed_on = @on`,
  skills: `SELECT b.id FROM skill_assessment a JOIN skill_assessment b ON b.participant_id = a.participant_id
     AND b.skill_id = a.skill_id WHERE a.id = @id AND b.id <> @id AND b.assessed_on = @on AND @source IS NULL`,
  ladder: `SELECT b.id FROM ladder_assessment a JOIN ladder_assessment b ON b.participant_id = a.participant_id
     WHERE a.id = @id AND b.id <> @id AND b.assessed_on = @on AND @source IS NULL`,
}

/** Whether that day has another measurement of the same, so that this one cannot move there. */
export function dayTaken(
  db: ReadableDb,
  kind: AssessmentKind,
  of: { id: number; on: string; source: string | null },
): boolean {
  return prepared<[typeof of], { id: number }>(db, sameDay[kind]).get(of) !== undefined
}

/** The skills that are measured now, in the office's order. */
export function listSkills(db: ReadableDb): { id: number; name: string }[] {
  return prepared<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM skill WHERE active = 1 ORDER BY position, id',
  ).all()
}

/** The active ones in their order, then those that were switched off by name. */
export function listAllSkills(db: ReadableDb): Skill[] {
  return prepared<[], Omit<Skill, 'active'> & { active: number }>(
    db,
    `SELECT s.id, s.name, s.active, (SELECT count(*) FROM skill_assessment a WHERE a.skill_id = s.id) AS measured
       FROM skill s ORDER BY s.active DESC, CASE WHEN s.active = 1 THEN s.position END, s.name COLLATE NOCASE, s.id`,
  )
    .all()
    .map((row) => ({ ...row, active: row.active === 1 }))
}
