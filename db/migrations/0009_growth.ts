/**
 * What a report needs of everything that was ever measured of somebody: the first and the last of it, kept in the same
 * transaction as the measurement. A report then reads a line of a series, and not its history.
 */
export const version = 9
export const name = 'growth'

/** What is measured, and which measurements of a person are compared with each other. */
interface Kind {
  readonly what: 'language' | 'skill' | 'ladder'
  readonly table: string
  /** Measurements of a person that are alike in these are one series. */
  readonly alike: readonly string[]
  /** The name of the series of a row. */
  readonly series: (row: string) => string
  readonly value: string
  /** Whether a row is a measurement at all. */
  readonly counts: (row: string) => string
}

const kinds: readonly Kind[] = [
  {
    what: 'language',
    table: 'language_assessment',
    alike: ['participant_id', 'skill', 'source'],
    series: (row) => `${row}.skill || ' ' || ${row}.source`,
    value: 'level',
    counts: () => '1',
  },
  {
    what: 'skill',
    table: 'skill_assessment',
    alike: ['participant_id', 'skill_id'],
    series: (row) => `CAST(${row}.skill_id AS TEXT)`,
    value: 'score',
    counts: (row) => `${row}.score IS NOT NULL`,
  },
  {
    what: 'ladder',
    table: 'ladder_assessment',
    alike: ['participant_id'],
    series: () => `''`,
    value: 'step',
    counts: () => '1',
  },
]

/** Lines of growth as the measurements have them. `only`: a condition on measurement `m`. */
function linesOf({ what, table, alike, series, value, counts }: Kind, only: string): string {
  const same = alike.map((column) => `x.${column} = m.${column}`).join(' AND ')
  const valueAt = (order: 'ASC' | 'DESC') => `(SELECT CAST(x.${value} AS TEXT) FROM ${table} x
      WHERE ${same} AND ${counts('x')} ORDER BY x.assessed_on ${order}, x.id ${order} LIMIT 1)`
  return `SELECT '${what}' AS what, m.participant_id, ${series('m')} AS series, count(*) AS times,
    min(m.assessed_on) AS first_on, ${valueAt('ASC')} AS first, max(m.assessed_on) AS last_on, ${valueAt('DESC')} AS last
  FROM ${table} m WHERE ${counts('m')} AND ${only} GROUP BY ${alike.map((column) => `m.${column}`).join(', ')}`
}

/** After each change of a measurement its series is made again; of a moved one, both. */
function follows(kind: Kind, event: 'INSERT' | 'UPDATE' | 'DELETE'): string {
  const rows = event === 'INSERT' ? ['new'] : event === 'DELETE' ? ['old'] : ['old', 'new']
  const again = (row: string) => `
  DELETE FROM growth WHERE what = '${kind.what}' AND participant_id = ${row}.participant_id AND series = ${kind.series(row)};
  INSERT INTO growth ${linesOf(kind, kind.alike.map((column) => `m.${column} = ${row}.${column}`).join(' AND '))};`
  return `CREATE TRIGGER growth_${kind.table}_${event.toLowerCase()} AFTER ${event} ON ${kind.table} BEGIN${rows.map(again).join('')}
END;`
}

export const sql = /* sql */ `
-- Of each series of measurements of a person: how many there are, the first, and the last. Several on one day stand in
-- the order in which they were written down. \`series\`: the skill and the kind of source, the id of the skill, or ''.
CREATE TABLE growth (
  what           TEXT NOT NULL,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  series         TEXT NOT NULL,
  times          INTEGER NOT NULL,
  first_on       TEXT NOT NULL,
  first          TEXT NOT NULL,
  last_on        TEXT NOT NULL,
  last           TEXT NOT NULL,
  PRIMARY KEY (what, participant_id, series)
) STRICT, WITHOUT ROWID;

-- The first and the last of a series are found at its two ends.
DROP INDEX language_figures;
CREATE INDEX language_series ON language_assessment (participant_id, skill, source, assessed_on, id, level);
CREATE INDEX skill_series ON skill_assessment (participant_id, skill_id, assessed_on, id, score);
DROP INDEX ladder_of;
CREATE INDEX ladder_of ON ladder_assessment (participant_id, assessed_on, id, step);

${kinds.map((kind) => `INSERT INTO growth ${linesOf(kind, '1')};`).join('\n')}
${kinds.flatMap((kind) => (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => follows(kind, event))).join('\n')}

-- Who is at an opening on a day is read from here alone.
DROP INDEX placement_at;
CREATE INDEX placement_at ON placement (opening_id, stage, starts_on, ended_on);
`
