import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { commitSeq, firstProblem } from './check.ts'
import { applicationId, pragma } from './connect.ts'
import { asReadable, asWritable } from './database.ts'
import type { FileOps } from './file-ops.ts'
import { openSet, sealSet } from './history/chain.ts'
import { dropHistoryTriggers, ensureHistoryTriggers } from './history/triggers.ts'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/index.ts'
import { openCopy } from './open-copy.ts'

/** The version of the schema that a list of migrations leads to. Throws when a number is missing or double. */
export function latestVersion(list: readonly Migration[]): number {
  for (const [index, migration] of list.entries()) {
    if (migration.version !== index + 1) {
      throw new Error(`migration ${migration.name} has number ${migration.version}; it must be ${index + 1}`)
    }
  }
  return list.length
}

/** Fills an empty database with the newest schema, its history triggers, and our mark in the header. */
export function buildSchema(raw: Database.Database, list: readonly Migration[] = migrations): void {
  latestVersion(list)
  raw.pragma(`application_id = ${applicationId}`)
  runMigrations(raw, list, () => ensureHistoryTriggers(raw))
}

/**
 * Brings an existing file to the newest schema. Before it, a verified copy is put beside it (see
 * `copyBeforeMigrating`). Each step is one transaction, checked as a whole before it commits: after a failure
 * the file stands at the last step that was right, and what failed is thrown.
 * `appVersion` is the program's; it becomes the lowest that opens the file.
 */
export function migrateFile(
  raw: Database.Database,
  input: {
    file: string
    key: Buffer
    list: readonly Migration[]
    appVersion: string | undefined
    ops: FileOps
  },
): void {
  const from = pragma(raw, 'user_version')
  const to = latestVersion(input.list)
  if (from >= to) return
  copyBeforeMigrating(raw, input.file, input.key, to, input.list, input.ops)
  runMigrations(raw, input.list, () => {
    ensureHistoryTriggers(raw)
    if (input.appVersion !== undefined) {
      raw
        .prepare('UPDATE meta SET app_version = ?, min_app_version = ?')
        .run(input.appVersion, input.appVersion)
    }
    const db = asWritable(raw)
    const at = String(raw.prepare(`SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')`).pluck().get())
    sealSet(db, openSet(db, { command: `migrate_${from}_${to}`, staffId: null, at }, null))
  })
}

/** Runs the steps that the file has not had; `last` runs inside the transaction of the last one. */
function runMigrations(raw: Database.Database, list: readonly Migration[], last: () => void): void {
  // Rebuilding a table drops the one that others refer to (sqlite.org/lang_altertable.html, section 7); the
  // check before each commit takes the place of the enforcement. Cannot be set inside a transaction.
  raw.pragma('foreign_keys = OFF')
  try {
    for (const migration of list.slice(pragma(raw, 'user_version'))) {
      raw.exec('BEGIN IMMEDIATE')
      try {
        dropHistoryTriggers(raw)
        raw.exec(migration.sql)
        if (migration.version === list.length) last()
        raw.pragma(`user_version = ${migration.version}`)
        const problem = firstProblem(raw)
        if (problem !== null) throw new Error(`migration ${migration.version} leaves: ${problem}`)
        raw.exec('COMMIT')
      } catch (error) {
        if (raw.inTransaction) raw.exec('ROLLBACK')
        throw error
      }
    }
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/**
 * A verified copy beside the file, `<file>.before-v<to>-<commit seq>`. A second attempt after a failure finds
 * the first one's copy by its name and keeps it, so that repeated failures never replace a good copy.
 */
function copyBeforeMigrating(
  raw: Database.Database,
  file: string,
  key: Buffer,
  to: number,
  list: readonly Migration[],
  ops: FileOps,
): void {
  const copy = `${file}.before-v${to}-${commitSeq(asReadable(raw))}`
  if (ops.exists(copy) && isWhole(copy, key, list)) return
  const folder = dirname(file)
  const unfinished = `${copy}.new`
  if (ops.list(folder).includes(basename(unfinished))) ops.remove(unfinished)
  raw.prepare('VACUUM INTO ?').run(unfinished)
  openCopy({ file: unfinished, key, migrations: list }).close()
  ops.sync(unfinished)
  ops.rename(unfinished, copy)
  ops.syncFolder(folder)
}

function isWhole(copy: string, key: Buffer, list: readonly Migration[]): boolean {
  try {
    openCopy({ file: copy, key, migrations: list }).close()
    return true
  } catch {
    return false
  }
}

/** The newest schema as SQL text, for db/schema.sql: tables and indexes in order of making, then triggers. */
export function schemaText(list: readonly Migration[] = migrations): string {
  const raw = new Database(':memory:')
  try {
    buildSchema(raw, list)
    const rows = raw
      .prepare<[], { sql: string }>(
        // The tables that a search index keeps its own things in come with the index.
        `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
         AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
         ORDER BY type = 'trigger', iif(type = 'trigger', name, ''), rowid`,
      )
      .all()
    const head = `-- Generated by "npm run schema" from db/migrations. Never edit this file.\n-- Version ${list.length}.\n`
    return `${head}\n${rows.map((row) => `${row.sql};\n`).join('\n')}`
  } finally {
    raw.close()
  }
}

/** Where the generated text stands, from the root of the project. */
export const schemaFile = join('db', 'schema.sql')
