/** What was learned in the period: the first and the last of each series of measurements, up to the last day. */
import { languageSkill, languageSource } from '#core/api/fields.ts'
import type { LadderRow, LanguageRow, SkillRow } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { measuredFitsSql, type Asked } from './scope.ts'

/** A kind of measurement: which series `s` there are, where their measurements `x` stand, and their value. */
interface Kind {
  readonly what: 'language' | 'skill' | 'ladder'
  readonly series: string
  /** The series of `s` as 0009_growth.ts names it. */
  readonly name: string
  readonly table: string
  /** Measurement `x` is one of `s`. */
  readonly alike: string
  readonly value: string
}

const spoken = languageSkill.options.flatMap((skill) =>
  languageSource.options.map((source) => `SELECT '${skill}' AS skill, '${source}' AS source`),
)
const language: Kind = {
  what: 'language',
  series: `(${spoken.join(' UNION ALL ')})`,
  name: `s.skill || ' ' || s.source`,
  table: 'language_assessment',
  alike: 'x.skill = s.skill AND x.source = s.source',
  value: 'level',
}
const skill: Kind = {
  what: 'skill',
  series: 'skill',
  name: 'CAST(s.id AS TEXT)',
  table: 'skill_assessment',
  alike: 'x.skill_id = s.id AND x.score IS NOT NULL',
  value: 'score',
}
const ladder: Kind = {
  what: 'ladder',
  series: '(SELECT 1)',
  name: `''`,
  table: 'ladder_assessment',
  alike: '1',
  value: 'step',
}

/** Measurements of line `m`. */
const ofLine = (kind: Kind) => `${kind.table} x WHERE x.participant_id = m.participant_id AND ${kind.alike}`

/** Line `m` up to the last day: only where it went on after that, its measurements are looked at. */
const lastSql = (kind: Kind) => `iif(m.last_on <= @to, m.last, (SELECT CAST(x.${kind.value} AS TEXT)
  FROM ${ofLine(kind)} AND x.assessed_on <= @to ORDER BY x.assessed_on DESC, x.id DESC LIMIT 1))`

/** Lines `m` of each series, found by their last day, of which something was measured in the period. */
const linesSql = (kind: Kind) => `${kind.series} s CROSS JOIN growth m
  WHERE m.what = '${kind.what}' AND m.series = ${kind.name} AND m.last_on >= @from AND m.first_on <= @to
    AND (m.last_on <= @to OR EXISTS (SELECT 1 FROM ${ofLine(kind)} AND x.assessed_on BETWEEN @from AND @to))
    AND ${measuredFitsSql}`

const twiceSql = (kind: Kind) => `m.times > 1
  AND (m.last_on <= @to OR (SELECT count(*) FROM ${ofLine(kind)} AND x.assessed_on <= @to) > 1)`

const languageSql = `SELECT m.participant_id, m.first AS first_level, ${lastSql(language)} AS last_level
  FROM ${linesSql(language)} AND ${twiceSql(language)}`

/** Only of who was measured on two days: steps on one day are put right, not climbed. */
const ladderSql = `SELECT m.participant_id, CAST(${lastSql(ladder)} AS INTEGER) - CAST(m.first AS INTEGER) AS change
  FROM ${linesSql(ladder)} AND m.last_on > m.first_on
   AND (m.last_on <= @to OR EXISTS (SELECT 1 FROM ${ofLine(ladder)} AND x.assessed_on > m.first_on AND x.assessed_on <= @to))`

const skillSql = `SELECT s.id AS skill_id, s.name AS skill, json_group_array(m.participant_id) AS people,
    sum(CAST(${lastSql(skill)} AS INTEGER) - CAST(m.first AS INTEGER)) AS gained
  FROM ${linesSql(skill)} AND ${twiceSql(skill)} GROUP BY s.position, s.id`

export function languageIn(db: ReadableDb, asked: Asked): LanguageRow[] {
  return prepared<[Asked], LanguageRow>(db, languageSql).all(asked)
}

export function ladderIn(db: ReadableDb, asked: Asked): LadderRow[] {
  return prepared<[Asked], LadderRow>(db, ladderSql).all(asked)
}

export function skillsIn(db: ReadableDb, asked: Asked): SkillRow[] {
  return prepared<[Asked], Omit<SkillRow, 'people'> & { people: string }>(db, skillSql)
    .all(asked)
    .map(({ people, ...row }) => ({ ...row, people: JSON.parse(people) as number[] }))
}
