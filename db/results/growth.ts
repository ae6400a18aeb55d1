/** What was measured of whoever was measured in the period, with what was measured before. */
import type { LadderRow, LanguageRow, SkillRow } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { measuredFitsSql, type Asked } from './scope.ts'

export function languageUpTo(db: ReadableDb, asked: Asked): LanguageRow[] {
  return prepared<[Asked], LanguageRow>(
    db,
    `SELECT m.participant_id, m.assessed_on, m.skill, m.level, m.source FROM language_assessment m
      WHERE m.assessed_on <= @to AND m.participant_id IN
        (SELECT participant_id FROM language_assessment WHERE assessed_on BETWEEN @from AND @to) AND ${measuredFitsSql}
      ORDER BY m.assessed_on, m.id`,
  ).all(asked)
}

export function ladderUpTo(db: ReadableDb, asked: Asked): LadderRow[] {
  return prepared<[Asked], LadderRow>(
    db,
    `SELECT m.participant_id, m.assessed_on, m.step FROM ladder_assessment m
      WHERE m.assessed_on <= @to AND m.participant_id IN
        (SELECT participant_id FROM ladder_assessment WHERE assessed_on BETWEEN @from AND @to) AND ${measuredFitsSql}
      ORDER BY m.assessed_on, m.id`,
  ).all(asked)
}

/** Skills that a coach scored on two days or more, the last one in the period: the first score and the last. */
export function skillsUpTo(db: ReadableDb, asked: Asked): SkillRow[] {
  return prepared<[Asked], SkillRow>(
    db,
    `SELECT n.participant_id, n.skill_id, k.name AS skill, n.score AS last_score, n.last_on,
            (SELECT f.score FROM skill_assessment f
              WHERE f.participant_id = n.participant_id AND f.skill_id = n.skill_id AND f.score IS NOT NULL
              ORDER BY f.assessed_on LIMIT 1) AS first_score
       FROM (SELECT m.participant_id, m.skill_id, m.score, max(m.assessed_on) AS last_on, count(*) AS times
               FROM skill_assessment m
              WHERE m.score IS NOT NULL AND m.assessed_on <= @to AND ${measuredFitsSql}
              GROUP BY m.participant_id, m.skill_id) n
       JOIN skill k ON k.id = n.skill_id
      WHERE n.last_on >= @from AND n.times > 1
      ORDER BY k.position, k.id, n.participant_id`,
  ).all(asked)
}
