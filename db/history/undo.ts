import { isDeepStrictEqual } from 'node:util'
import { connection } from '../database.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { codeOf } from '../file-errors.ts'
import { prepared } from '../prepare.ts'
import { markUndone } from './chain.ts'
import { runInChangeSet } from './run.ts'
import { derivedTables, historyTables, quoted, rowJson } from './triggers.ts'
import type { HistoryTable } from './triggers.ts'

interface ChangeRow {
  table_name: string
  op: 'insert' | 'update' | 'delete'
  row_key: string
  old: string | null
  new: string | null
}
type Row = Record<string, unknown>
type Value = string | number | null

/**
 * Takes one change set back by a new one: each change turned around, last first. Without `changeSetId` it
 * takes the last set that has changes, was not undone and is not itself an undo. With it, also an undo can be
 * undone. Returns the command that was taken back, its set, and the new set.
 *
 * Throws CommandError NOTHING_TO_UNDO; CHANGED_SINCE when a field is no longer as that set left it (what later
 * sets did to other fields of the row stays), when another row leans on it by now, or when a document that stood
 * in it is not in the history; LETTER_FINAL when a finalised letter would change; WEEK_CLOSED when it changed marks
 * of a week that was closed since.
 */
export function undoChangeSet(
  db: WritableDb,
  input: {
    staffId: number | null
    at: string
    changeSetId?: number | undefined
    /** Inside the transaction, around the turning of this set: throws when something may not become of it. */
    around?: (changeSetId: number, turn: () => void) => void
  },
): { command: string; undone: number; changeSetId: number } {
  const target = findTarget(db, input.changeSetId)
  const changes = prepared<[number], ChangeRow>(
    db,
    'SELECT table_name, op, row_key, old, new FROM change WHERE change_set_id = ? ORDER BY id DESC',
  ).all(target.id)
  if (changes.length === 0) throw new CommandError('NOTHING_TO_UNDO')
  const monday = closedWeekOfMarks(db, target.id)
  if (monday !== null) throw new CommandError('WEEK_CLOSED', { monday })

  const head = { command: 'undo', staffId: input.staffId, at: input.at }
  const { changeSetId } = runInChangeSet(db, head, target.id, (id) => {
    const tables = tablesOf(db)
    const turn = (): void => {
      for (const change of changes) {
        // An older program kept the history of these as well.
        if (derivedTables.has(change.table_name)) continue
        const table = tables.get(change.table_name)
        if (!table) throw new CommandError('CHANGED_SINCE')
        turnAround(db, table, change)
      }
    }
    if (input.around) input.around(target.id, turn)
    else turn()
    const undoes = prepared<[number], { undoes: number | null }>(
      db,
      'SELECT undoes FROM change_set WHERE id = ?',
    )
    const mark = prepared<[number | null, number]>(db, 'UPDATE change_set SET undone_by = ? WHERE id = ?')
    markUndone(
      target.id,
      id,
      (set) => undoes.get(set)?.undoes ?? null,
      (set, by) => mark.run(by, set),
    )
  })
  if (changeSetId === null) throw new CommandError('NOTHING_TO_UNDO')
  return { command: target.command, undone: target.id, changeSetId }
}

/**
 * The command that `undoChangeSet` would take back, so that who may do it can be looked at before. Of an undo,
 * the command that would stand again. Throws CommandError NOTHING_TO_UNDO.
 */
export function commandToUndo(db: ReadableDb, changeSetId?: number): string {
  let { id, command } = findTarget(db, changeSetId)
  const undone = prepared<[number], { id: number; command: string }>(
    db,
    'SELECT u.id, u.command FROM change_set s JOIN change_set u ON u.id = s.undoes WHERE s.id = ?',
  )
  for (let behind = undone.get(id); behind !== undefined; behind = undone.get(id)) ({ id, command } = behind)
  return command
}

const known = new WeakMap<WritableDb, ReadonlyMap<string, HistoryTable>>()

/** The schema is looked at once: it stays as it is while the file is open. */
function tablesOf(db: WritableDb): ReadonlyMap<string, HistoryTable> {
  let tables = known.get(db)
  if (!tables) {
    tables = new Map(historyTables(connection(db)).map((table) => [table.name, table]))
    known.set(db, tables)
  }
  return tables
}

/** The first week that is closed now and of which this set changed marks; not those that only went to another dossier. */
function closedWeekOfMarks(db: ReadableDb, changeSetId: number): string | null {
  const row = prepared<[number], { monday: string | null }>(
    db,
    `SELECT min(w.monday) AS monday FROM change c
     JOIN closed_week w ON w.monday = date(json_extract(c.row_key, '$.day'), 'weekday 0', '-6 days')
     WHERE c.change_set_id = ? AND c.table_name = 'attendance'
       AND NOT (c.op = 'update'
         AND json_remove(c.old, '$.participant_id') = json_remove(c.new, '$.participant_id'))`,
  ).get(changeSetId)
  return row?.monday ?? null
}

function findTarget(db: ReadableDb, wanted: number | undefined): { id: number; command: string } {
  type Target = { id: number; command: string; undone_by: number | null }
  const target =
    wanted === undefined
      ? prepared<[], Target>(
          db,
          `SELECT id, command, undone_by FROM change_set
           WHERE undone_by IS NULL AND undoes IS NULL
             AND EXISTS (SELECT 1 FROM change WHERE change_set_id = change_set.id)
           ORDER BY id DESC LIMIT 1`,
        ).get()
      : prepared<[number], Target>(db, 'SELECT id, command, undone_by FROM change_set WHERE id = ?').get(
          wanted,
        )
  if (!target || target.undone_by !== null) throw new CommandError('NOTHING_TO_UNDO')
  return target
}

function turnAround(db: WritableDb, table: HistoryTable, change: ChangeRow): void {
  const key = JSON.parse(change.row_key) as Row
  const keyValues = table.key.map((column) => key[column] as Value)
  const where = table.key.map((column) => `${quoted(column)} = ?`).join(' AND ')
  const name = quoted(table.name)
  const now = prepared<Value[], { row: string }>(
    db,
    `SELECT ${rowJson(table, name)} AS row FROM ${name} WHERE ${where}`,
  ).get(...keyValues)
  const [before, after] = [rowOf(change.old), rowOf(change.new)]
  const touched = touchedColumns(table, before, after)
  if (!isAsLeft(rowOf(now?.row ?? null), after, touched)) throw new CommandError('CHANGED_SINCE')

  try {
    if (change.op === 'insert') {
      // A column that came with a later version is no change of the row, as long as nobody filled it in.
      const later = table.columns.filter((column) => !(column in (after ?? {})))
      const untouched = later.map((column) => ` AND ${quoted(column)} IS (${table.defaults.get(column)})`)
      const sql = `DELETE FROM ${name} WHERE ${where}${untouched.join('')}`
      expectOne(prepared<Value[]>(db, sql).run(...keyValues).changes)
      return
    }
    const columns = restorable(table, change.op, before ?? {}, touched)
    const values = columns.map(([, value]) => value)
    if (change.op === 'update') {
      const set = columns.map(([column]) => `${quoted(column)} = ?`).join(', ')
      const update = prepared<Value[]>(db, `UPDATE ${name} SET ${set} WHERE ${where}`)
      expectOne(update.run(...values, ...keyValues).changes)
      return
    }
    const names = columns.map(([column]) => quoted(column)).join(', ')
    const marks = columns.map(() => '?').join(', ')
    expectOne(
      prepared<Value[]>(db, `INSERT INTO ${name} (${names}) VALUES (${marks})`).run(...values).changes,
    )
  } catch (error) {
    // Another row leans on it by now, or has taken its place. A final letter is told apart by runInChangeSet.
    const code = codeOf(error)
    if (code.startsWith('SQLITE_CONSTRAINT') && code !== 'SQLITE_CONSTRAINT_TRIGGER') {
      throw new CommandError('CHANGED_SINCE')
    }
    throw error
  }
}

/** The columns that an update gave another value; of a row that came or went, all that there were then. */
function touchedColumns(table: HistoryTable, before: Row | null, after: Row | null): readonly string[] {
  if (before === null || after === null)
    return table.columns.filter((column) => column in (before ?? after ?? {}))
  return table.columns.filter((column) => !isDeepStrictEqual(before[column], after[column]))
}

/** Whether the row still is as the change left it: of an update, in what it touched; otherwise as a whole. */
function isAsLeft(now: Row | null, left: Row | null, touched: readonly string[]): boolean {
  if (now === null || left === null) return now === left
  return touched.every((column) => isDeepStrictEqual(now[column], left[column]))
}

/** The columns to write, with the values of before. A document is not in the history: only its absence is. */
function restorable(
  table: HistoryTable,
  op: ChangeRow['op'],
  old: Row,
  touched: readonly string[],
): [column: string, value: Value][] {
  const result: [string, Value][] = []
  for (const column of touched) {
    const value = old[column]
    if (table.blobs.includes(column) && value !== null) {
      const stillThere = op === 'update' && !(value as { replaced?: boolean }).replaced
      if (stillThere) continue
      throw new CommandError('CHANGED_SINCE')
    }
    result.push([column, value as Value])
  }
  return result
}

function rowOf(json: string | null): Row | null {
  return json === null ? null : (JSON.parse(json) as Row)
}

function expectOne(changes: number): void {
  if (changes !== 1) throw new CommandError('CHANGED_SINCE')
}
