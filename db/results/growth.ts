/** What was measured of whoever was measured in the period, with what was measured before. */
import type { LanguageLevel, LanguageSkill, LanguageSource } from '#core/api/fields.ts'
import type { LadderRow, LanguageRow, SkillRow } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { measuredFitsSql, type Asked } from './scope.ts'

/** The first and the last level of a person for one skill, by one kind of source; a text for each person is read fastest. */
export function languageUpTo(db: ReadableDb, asked: Asked): LanguageRow[] {
  const people = prepared<[Asked], { participant_id: number; measured: string }>(
    db,
    `SELECT m.participant_id,
            group_concat(m.skill || '|' || m.source || '|' || m.assessed_on || '|' || m.level, ';' ORDER BY m.assessed_on, m.id)
              AS measured
       FROM language_assessment m
      WHERE m.assessed_on <= @to AND m.participant_id IN
        (SELECT participant_id FROM language_assessment WHERE assessed_on BETWEEN @from AND @to) AND ${measuredFitsSql}
      GROUP BY m.participant_id`,
  ).all(asked)
  return people.flatMap(({ participant_id, measured }) => {
    const rows = new Map<string, LanguageRow>()
    for (const one of measured.split(';')) {
      const [skill, source, last_on, level] = one.split('|') as [
        LanguageSkill,
        LanguageSource,
        string,
        LanguageLevel,
      ]
      const known = rows.get(skill + source)
      if (known) Object.assign(known, { times: known.times + 1, last_level: level, last_on })
      else
        rows.set(skill + source, {
          participant_id,
          skill,
          source,
          times: 1,
          first_level: level,
          last_level: level,
          last_on,
        })
    }
    return [...rows.values()]
  })
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
    `SELECT n.participant_id, n.skill_id, k.name AS skill, CAST(substr(n.first, 11) AS INTEGER) AS first_score,
            CAST(substr(n.last, 11) AS INTEGER) AS last_score, substr(n.last, 1, 10) AS last_on
       FROM (SELECT m.participant_id, m.skill_id, min(m.assessed_on || m.score) AS first,
                    max(m.assessed_on || m.score) AS last, count(*) AS times
               FROM skill_assessment m
              WHERE m.score IS NOT NULL AND m.assessed_on <= @to AND m.participant_id IN
                (SELECT participant_id FROM skill_assessment WHERE assessed_on BETWEEN @from AND @to)
                AND ${measuredFitsSql}
              GROUP BY m.participant_id, m.skill_id) n
       JOIN skill k ON k.id = n.skill_id
      WHERE n.times > 1 AND n.last >= @from
      ORDER BY k.position, k.id`,
  ).all(asked)
}
