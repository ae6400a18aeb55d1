import type { AssessmentKind } from '#core/api/assessments.ts'
import type { LanguageLevel, LanguageSkill, LanguageSource } from '#core/api/fields.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found } from '../statements.ts'

/** Whose assessment, on which day, and who wrote it down. */
export interface Assessed {
  readonly participantId: number
  readonly assessed_on: string
  readonly staffId: number
}

/**
 * Levels of Dutch on one day. The same skill from the same source on the same day is a correction: it takes
 * the place of the earlier level. @throws CommandError NOT_FOUND.
 */
export function addLanguage(
  db: WritableDb,
  of: Assessed,
  source: LanguageSource,
  levels: readonly { skill: LanguageSkill; level: LanguageLevel }[],
): void {
  expectParticipant(db, of.participantId)
  const correct = prepared(
    db,
    `UPDATE language_assessment SET level = @level, staff_id = @staffId
      WHERE participant_id = @participantId AND assessed_on = @assessed_on AND skill = @skill AND source = @source`,
  )
  const insert = prepared(
    db,
    `INSERT INTO language_assessment (participant_id, assessed_on, skill, level, source, staff_id)
     VALUES (@participantId, @assessed_on, @skill, @level, @source, @staffId)`,
  )
  for (const { skill, level } of levels) {
    const row = { ...of, source, skill, level }
    if (correct.run(row).changes === 0) insert.run(row)
  }
}

/**
 * Scores on one day. Where this day has a score already, what is given takes its place and what is null
 * stays: the coach and the participant may score at different moments. Without both, nothing is stored.
 * @throws CommandError NOT_FOUND, also for a skill that does not exist.
 */
export function addSkills(
  db: WritableDb,
  of: Assessed,
  scores: readonly { skill_id: number; score: number | null; own_score: number | null }[],
): void {
  expectParticipant(db, of.participantId)
  const skill = prepared<[number]>(db, 'SELECT id FROM skill WHERE id = ?')
  const put = prepared(
    db,
    `INSERT INTO skill_assessment (participant_id, skill_id, assessed_on, score, own_score, staff_id)
     VALUES (@participantId, @skill_id, @assessed_on, @score, @own_score, @staffId)
     ON CONFLICT (participant_id, skill_id, assessed_on) DO UPDATE
        SET score = coalesce(excluded.score, score), own_score = coalesce(excluded.own_score, own_score),
            staff_id = excluded.staff_id`,
  )
  for (const { skill_id, score, own_score } of scores) {
    found(skill.get(skill_id))
    if (score !== null || own_score !== null) put.run({ ...of, skill_id, score, own_score })
  }
}

/** The step on the participation ladder on one day; a second one on that day is a correction. */
export function addLadder(db: WritableDb, of: Assessed, step: number): void {
  expectParticipant(db, of.participantId)
  const row = { ...of, step }
  const corrected = prepared(
    db,
    `UPDATE ladder_assessment SET step = @step, staff_id = @staffId
      WHERE participant_id = @participantId AND assessed_on = @assessed_on`,
  ).run(row)
  if (corrected.changes > 0) return
  prepared(
    db,
    `INSERT INTO ladder_assessment (participant_id, assessed_on, step, staff_id)
     VALUES (@participantId, @assessed_on, @step, @staffId)`,
  ).run(row)
}

/** A level that was written down wrong. @throws CommandError NOT_FOUND. */
export function saveLanguage(
  db: WritableDb,
  row: { id: number; assessed_on: string; level: LanguageLevel; source: LanguageSource; staffId: number },
): void {
  expectOne(
    prepared<[typeof row]>(
      db,
      `UPDATE language_assessment SET assessed_on = @assessed_on, level = @level, source = @source,
         staff_id = @staffId WHERE id = @id`,
    ).run(row),
  )
}

/** Scores that were written down wrong. @throws CommandError NOT_FOUND. */
export function saveSkill(
  db: WritableDb,
  row: { id: number; assessed_on: string; score: number | null; own_score: number | null; staffId: number },
): void {
  expectOne(
    prepared<[typeof row]>(
      db,
      `UPDATE skill_assessment SET assessed_on = @assessed_on, score = @score, own_score = @own_score,
         staff_id = @staffId WHERE id = @id`,
    ).run(row),
  )
}

/** A step that was written down wrong. @throws CommandError NOT_FOUND. */
export function saveLadder(
  db: WritableDb,
  row: { id: number; assessed_on: string; step: number; staffId: number },
): void {
  expectOne(
    prepared<[typeof row]>(
      db,
      'UPDATE ladder_assessment SET assessed_on = @assessed_on, step = @step, staff_id = @staffId WHERE id = @id',
    ).run(row),
  )
}

const removal: Record<AssessmentKind, string> = {
  language: 'DELETE FROM language_assessment WHERE id = ?',
  skills: 'DELETE FROM skill_assessment WHERE id = ?',
  ladder: 'DELETE FROM ladder_assessment WHERE id = ?',
}

/** @throws CommandError NOT_FOUND. */
export function removeAssessment(db: WritableDb, kind: AssessmentKind, id: number): void {
  expectOne(prepared<[number]>(db, removal[kind]).run(id))
}

/** At the end of the list. @returns the id of the new skill. */
export function createSkill(db: WritableDb, name: string): number {
  const { lastInsertRowid } = prepared<[string]>(
    db,
    'INSERT INTO skill (name, position) SELECT ?, coalesce(max(position), 0) + 1 FROM skill',
  ).run(name)
  return Number(lastInsertRowid)
}

/** @throws CommandError NOT_FOUND. */
export function renameSkill(db: WritableDb, id: number, name: string): void {
  expectOne(prepared<[string, number]>(db, 'UPDATE skill SET name = ? WHERE id = ?').run(name, id))
}

/** Switched on again, it comes at the end. What was scored stays, either way. @throws CommandError NOT_FOUND. */
export function setSkillActive(db: WritableDb, id: number, active: boolean): void {
  expectOne(
    prepared<[{ id: number; active: 0 | 1 }]>(
      db,
      `UPDATE skill SET active = @active,
         position = CASE @active WHEN 1 THEN (SELECT max(position) + 1 FROM skill) ELSE position END WHERE id = @id`,
    ).run({ id, active: flag(active) }),
  )
}

/** These in this order, from 1. @throws CommandError NOT_FOUND. */
export function orderSkills(db: WritableDb, ids: readonly number[]): void {
  const move = prepared<[number, number]>(db, 'UPDATE skill SET position = ? WHERE id = ?')
  ids.forEach((id, index) => expectOne(move.run(index + 1, id)))
}
