import type { LanguageLevel, LanguageSkill, LanguageSource } from '#core/api/fields.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { found } from '../statements.ts'

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
