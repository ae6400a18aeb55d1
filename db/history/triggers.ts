import type Database from 'better-sqlite3'

/**
 * The history is kept by the database itself: each table has three triggers that write what was and what is
 * into `change`, under the open change set. They are generated from the schema as it stands, so that a new
 * table or column has its history without anybody having to think of it.
 */

/** What the database counts by itself from other tables: with those it goes and comes back. */
export const derivedTables: ReadonlySet<string> = new Set(['attendance_month', 'match_facts', 'growth'])

/**
 * Tables without history: the engine's own, what was looked at, which has a chain of its own or is nobody's,
 * files, of which nothing ever changes or goes, a published table that is loaded whole, and what is derived.
 */
const withoutHistory = new Set([
  'meta',
  'change_set',
  'change',
  'audit',
  'recent_item',
  'intake_place',
  'attachment_file',
  'picture',
  'postcode_centre',
  'postcode_table',
  ...derivedTables,
])

export interface HistoryTable {
  readonly name: string
  /** Columns that a value can be put in; not the generated ones. */
  readonly columns: readonly string[]
  /** The primary key, in its order. */
  readonly key: readonly string[]
  /** Columns whose content is too large for the history, such as a PDF: only "how long" is kept. */
  readonly blobs: readonly string[]
  /** What a column holds where nothing was given, as SQL of the schema. */
  readonly defaults: ReadonlyMap<string, string>
}

/** The tables that have a history, in the order of their names. */
export function historyTables(raw: Database.Database): HistoryTable[] {
  const tables = raw.pragma('table_list') as { schema: string; name: string; type: string }[]
  return tables
    .filter((table) => table.schema === 'main' && table.type === 'table')
    .map((table) => table.name)
    .filter((name) => !name.startsWith('sqlite_') && !withoutHistory.has(name))
    .sort()
    .map((name) => describe(raw, name))
}

function describe(raw: Database.Database, name: string): HistoryTable {
  const all = raw.pragma(`table_xinfo(${quoted(name)})`) as {
    name: string
    type: string
    pk: number
    hidden: number
    dflt_value: string | null
  }[]
  const columns = all.filter((column) => column.hidden === 0)
  const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk)
  if (key.length === 0) throw new Error(`table ${name} needs a primary key for its history`)
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    blobs: columns.filter((column) => column.type.toUpperCase() === 'BLOB').map((column) => column.name),
    defaults: new Map(columns.map((column) => [column.name, column.dflt_value ?? 'NULL'])),
  }
}

/** `"name"`, for a name from the schema. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * The row as JSON in SQL; `row` is `new`, `old` or the table. A BLOB becomes null or `{"bytes": n}`; where
 * `replacedBy` is given, also whether an update put something else there, which cannot be undone.
 */
export function rowJson(table: HistoryTable, row: string, replacedBy?: string): string {
  const parts = table.columns.map((column) => {
    const value = `${row}.${quoted(column)}`
    if (!table.blobs.includes(column)) return `${text(column)}, ${value}`
    const replaced = replacedBy
      ? `, 'replaced', json(iif(${value} IS ${replacedBy}.${quoted(column)}, 'false', 'true'))`
      : ''
    return `${text(column)}, json(iif(${value} IS NULL, NULL, json_object('bytes', length(${value})${replaced})))`
  })
  return `json_object(${parts.join(', ')})`
}

function keyJson(table: HistoryTable, row: string): string {
  return `json_object(${table.key.map((column) => `${text(column)}, ${row}.${quoted(column)}`).join(', ')})`
}

function text(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** Name and SQL of each history trigger that the schema as it stands should have. */
export function historyTriggers(raw: Database.Database): Map<string, string> {
  const triggers = new Map<string, string>()
  for (const table of historyTables(raw)) {
    const different = table.columns.map((column) => `old.${quoted(column)} IS NOT new.${quoted(column)}`)
    add('insert', '', keyJson(table, 'new'), 'NULL', rowJson(table, 'new'))
    add(
      'update',
      `\nWHEN ${different.join(' OR ')}`,
      keyJson(table, 'new'),
      rowJson(table, 'old', 'new'),
      rowJson(table, 'new'),
    )
    add('delete', '', keyJson(table, 'old'), rowJson(table, 'old'), 'NULL')

    function add(op: string, when: string, key: string, old: string, now: string): void {
      const name = `history_${table.name}_${op}`
      triggers.set(
        name,
        `CREATE TRIGGER ${quoted(name)} AFTER ${op.toUpperCase()} ON ${quoted(table.name)}${when}\n` +
          `BEGIN\n` +
          `  INSERT INTO change (change_set_id, table_name, op, row_key, old, new)\n` +
          `  VALUES ((SELECT id FROM change_set WHERE hash IS NULL), ${text(table.name)}, '${op}',\n` +
          `    ${key},\n    ${old},\n    ${now});\n` +
          `END`,
      )
    }
  }
  return triggers
}

/** Takes the history triggers away, for a migration or a bulk load. Only inside a transaction. */
export function dropHistoryTriggers(raw: Database.Database): void {
  for (const name of presentTriggers(raw).keys()) raw.exec(`DROP TRIGGER ${quoted(name)}`)
}

/**
 * Makes the history triggers those of the schema as it stands. Only inside a transaction. Answers whether
 * anything had to be done.
 */
export function ensureHistoryTriggers(raw: Database.Database): boolean {
  const wanted = historyTriggers(raw)
  const present = presentTriggers(raw)
  if (wanted.size === present.size && [...wanted].every(([name, sql]) => present.get(name) === sql))
    return false
  dropHistoryTriggers(raw)
  for (const sql of wanted.values()) raw.exec(sql)
  return true
}

function presentTriggers(raw: Database.Database): Map<string, string> {
  const rows = raw
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'history_*'`,
    )
    .all()
  return new Map(rows.map((row) => [row.name, row.sql]))
}
