/** What was measured of whoever was measured in the period: the first and the last of it, up to the last day. */
import type { LanguageLevel, LanguageSkill, LanguageSource } from '#core/api/fields.ts'
import type { LadderRow, LanguageRow, SkillRow } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { measuredFitsSql, type Asked } from './scope.ts'

/** A line of growth (0009_growth.ts) as it stood on the last day of the report. */
type Line = {
  participant_id: number
  series: string
  times: number
  first: string
  last: string
  last_on: string
}

/** Measurements `x` of line `m` up to the last day. `alike`: the measurement belongs to the line. */
const upToSql = (table: string, alike: string) =>
  `FROM ${table} x WHERE x.participant_id = m.participant_id AND ${alike} AND x.assessed_on <= @to`

/** A line that went on after the last day is looked up in its measurements; its first is the same. */
const linesSql = (what: string, table: string, value: string, alike: string) =>
  `SELECT m.participant_id, m.series, m.first_on, m.first,
    iif(m.last_on <= @to, m.times, (SELECT count(*) ${upToSql(table, alike)})) AS times,
    iif(m.last_on <= @to, m.last, (SELECT CAST(x.${value} AS TEXT) ${upToSql(table, alike)}
      ORDER BY x.assessed_on DESC, x.id DESC LIMIT 1)) AS last,
    iif(m.last_on <= @to, m.last_on, (SELECT max(x.assessed_on) ${upToSql(table, alike)})) AS last_on
   FROM growth m
  WHERE m.what = '${what}' AND m.first_on <= @to AND ${measuredFitsSql} AND m.participant_id IN
    (SELECT participant_id FROM ${table} WHERE assessed_on BETWEEN @from AND @to)`

const languageSql = linesSql(
  'language',
  'language_assessment',
  'level',
  `x.skill || ' ' || x.source = m.series`,
)
const skillSql = linesSql(
  'skill',
  'skill_assessment',
  'score',
  'x.skill_id = CAST(m.series AS INTEGER) AND x.score IS NOT NULL',
)
const ladderSql = linesSql('ladder', 'ladder_assessment', 'step', '1')

export function languageUpTo(db: ReadableDb, asked: Asked): LanguageRow[] {
  return prepared<[Asked], Line>(db, languageSql)
    .all(asked)
    .map(({ participant_id, series, times, first, last, last_on }) => {
      const [skill, source] = series.split(' ') as [LanguageSkill, LanguageSource]
      const levels = { first_level: first as LanguageLevel, last_level: last as LanguageLevel }
      return { participant_id, skill, source, times, ...levels, last_on }
    })
}

export function ladderUpTo(db: ReadableDb, asked: Asked): LadderRow[] {
  return prepared<[Asked], LadderRow>(
    db,
    `SELECT m.participant_id, m.first_on, m.last_on, CAST(m.first AS INTEGER) AS first_step, CAST(m.last AS INTEGER) AS last_step
       FROM (${ladderSql}) m`,
  ).all(asked)
}

/** Skills that a coach scored on two days or more, the last one in the period: the first score and the last. */
export function skillsUpTo(db: ReadableDb, asked: Asked): SkillRow[] {
  return prepared<[Asked], SkillRow>(
    db,
    `SELECT m.participant_id, k.id AS skill_id, k.name AS skill, CAST(m.first AS INTEGER) AS first_score,
            CAST(m.last AS INTEGER) AS last_score, m.last_on
       FROM (${skillSql}) m JOIN skill k ON k.id = CAST(m.series AS INTEGER)
      WHERE m.times > 1 AND m.last_on >= @from
      ORDER BY k.position, k.id`,
  ).all(asked)
}
