/** What was measured of people: the first and the last of each series, as 0009_growth.ts keeps them. */
import type { LanguageLevel } from '#core/api/fields.ts'
import { dayNumber } from '#core/calendar/dates.ts'
import { measured, type Growth } from '#core/figures/facts.ts'
import { tableOf } from '#core/figures/table.ts'
import { compareLevels } from '#core/progress/growth.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { dayNumberSql } from './day.ts'
import type { IdRange } from './facts.ts'

interface Row {
  readonly participant_id: number
  readonly what: 'language' | 'skill' | 'ladder'
  readonly series: string
  readonly first_on: number
  readonly first: string
  readonly last_on: number
  readonly last: string
}

/** Of what was measured once nothing is known of growth. */
export function readGrowth(db: ReadableDb, range: IdRange): Growth {
  const rows = prepared<[IdRange], Row>(
    db,
    `SELECT g.participant_id, g.what, g.series, ${dayNumberSql('g.first_on')} AS first_on, g.first,
            ${dayNumberSql('g.last_on')} AS last_on, g.last
       FROM growth g
      WHERE g.what IN ('language', 'skill', 'ladder') AND g.participant_id BETWEEN @first AND @last AND g.times > 1
      ORDER BY g.participant_id`,
  ).all(range)
  return growthOf(rows)
}

interface Kind {
  readonly what: Row['what']
  readonly table: string
  /** Measurement `x` is one of line `g`. */
  readonly alike: string
  readonly value: string
}

const language: Kind = {
  what: 'language',
  table: 'language_assessment',
  alike: `x.skill = substr(g.series, 1, instr(g.series, ' ') - 1)
    AND x.source = substr(g.series, instr(g.series, ' ') + 1)`,
  value: 'level',
}
const skill: Kind = {
  what: 'skill',
  table: 'skill_assessment',
  alike: 'x.skill_id = CAST(g.series AS INTEGER) AND x.score IS NOT NULL',
  value: 'score',
}
const ladder: Kind = { what: 'ladder', table: 'ladder_assessment', alike: '1', value: 'step' }

/** Measurements of line `g` up to the day, the last one first. */
const measuredSql = (kind: Kind) => `FROM ${kind.table} x
  WHERE x.participant_id = g.participant_id AND ${kind.alike} AND x.assessed_on <= @day
  ORDER BY x.assessed_on DESC, x.id DESC`

/** Lines of these people that began on or before the day and go on after it. `last` is a day with what was measured. */
const upToSql = (kind: Kind) => `
  SELECT g.participant_id, g.what, g.series, ${dayNumberSql('g.first_on')} AS first_on, g.first,
         (SELECT x.assessed_on || x.${kind.value} ${measuredSql(kind)} LIMIT 1) AS last,
         EXISTS (SELECT 1 ${measuredSql(kind)} LIMIT 1 OFFSET 1) AS twice
    FROM json_each(@people) p CROSS JOIN growth g ON g.what = '${kind.what}' AND g.participant_id = p.value
   WHERE g.first_on <= @day AND g.last_on > @day`

const growthUpToSql = `${upToSql(language)} UNION ALL ${upToSql(skill)} UNION ALL ${upToSql(ladder)}`

/** What was measured of these people up to a day, of what was measured again after it. */
export function growthUpTo(db: ReadableDb, people: ReadonlySet<number>, day: string): Growth {
  const asked = { people: JSON.stringify([...people]), day }
  const rows = prepared<[typeof asked], Omit<Row, 'last_on'> & { twice: 0 | 1 }>(db, growthUpToSql).all(asked)
  return growthOf(
    rows
      .filter(({ twice }) => twice === 1)
      .map((row) => ({ ...row, last_on: dayNumber(row.last.slice(0, 10)), last: row.last.slice(10) })),
  )
}

/** None of levels on two scales, which cannot be compared. */
function growthOf(rows: readonly Row[]): Growth {
  const changes = rows.flatMap((row) => {
    const change = changeOf(row)
    return change === null ? [] : [{ ...row, change }]
  })
  return tableOf(changes, {
    participant_id: (row) => row.participant_id,
    what: ({ what, series }) => (what === 'skill' ? Number(series) : measured[what]),
    first_on: (row) => row.first_on,
    last_on: (row) => row.last_on,
    change: (row) => row.change,
  })
}

function changeOf({ what, first, last }: Row): number | null {
  if (what !== 'language') return Number(last) - Number(first)
  return compareLevels(first as LanguageLevel, last as LanguageLevel)
}
