import { createHash } from 'node:crypto'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Who does what and when: the head of a change set. */
export interface CommandHead {
  /** Name of the command, such as `participant.save`; words for it stand in core/i18n. */
  readonly command: string
  /** Null for what the program does by itself. */
  readonly staffId: number | null
  /** Moment, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
}

interface ChangeSetRow {
  id: number
  at: string
  staff_id: number | null
  command: string
  undoes: number | null
  undone_by: number | null
  prev_hash: string
  hash: string | null
}

/** Opens the change set that all changes go under until it is sealed. Returns its id. */
export function openSet(db: WritableDb, head: CommandHead, undoes: number | null): number {
  const last = prepared<[], { hash: string }>(
    db,
    'SELECT hash FROM change_set ORDER BY id DESC LIMIT 1',
  ).get()
  const insert = prepared(
    db,
    'INSERT INTO change_set (at, staff_id, command, undoes, prev_hash) VALUES (?, ?, ?, ?, ?)',
  )
  return Number(insert.run(head.at, head.staffId, head.command, undoes, last?.hash ?? '').lastInsertRowid)
}

/** Closes the open change set: its hash takes in all of its changes and the hash of the one before. */
export function sealSet(db: WritableDb, id: number): void {
  const row = prepared<[number], ChangeSetRow>(db, 'SELECT * FROM change_set WHERE id = ?').get(id)
  if (!row) throw new Error(`change set ${id} is gone`)
  prepared(db, 'UPDATE change_set SET hash = ? WHERE id = ?').run(hashOf(db, row), id)
  prepared(db, 'UPDATE meta SET commit_seq = commit_seq + 1').run()
}

/** `undone_by` is left out: it comes later, and follows from `undoes` of the set that did it. */
function hashOf(db: ReadableDb, row: ChangeSetRow): string {
  const hash = createHash('sha256')
  const head = [row.prev_hash, row.id, row.at, row.staff_id, row.command, row.undoes]
  hash.update(JSON.stringify(head))
  const changes = prepared<
    [number],
    { table_name: string; op: string; row_key: string; old: string | null; new: string | null }
  >(db, 'SELECT table_name, op, row_key, old, new FROM change WHERE change_set_id = ? ORDER BY id')
  for (const change of changes.iterate(row.id)) {
    hash.update('\n')
    hash.update(JSON.stringify([change.table_name, change.op, change.row_key, change.old, change.new]))
  }
  return hash.digest('hex')
}

export type HistoryCheck =
  | { readonly whole: true; readonly changeSets: number }
  | { readonly whole: false; readonly changeSetId: number; readonly problem: 'altered' | 'removed' }

/**
 * Recomputes the chain over the whole history and names the first change set that was altered or removed by
 * something else than this program. `meta.commit_seq` is what shows that the end was cut off.
 */
export function verifyHistory(db: ReadableDb): HistoryCheck {
  const sets = prepared<[], ChangeSetRow>(db, 'SELECT * FROM change_set ORDER BY id').all()
  let prevHash = ''
  let expected = 1
  for (const row of sets) {
    if (row.id !== expected) return { whole: false, changeSetId: expected, problem: 'removed' }
    if (row.prev_hash !== prevHash) {
      // Its own hash may be right all the same: then the set before it was altered and hashed again.
      const own = row.hash === hashOf(db, row)
      return { whole: false, changeSetId: own && row.id > 1 ? row.id - 1 : row.id, problem: 'altered' }
    }
    if (row.hash !== hashOf(db, row)) return { whole: false, changeSetId: row.id, problem: 'altered' }
    prevHash = row.hash
    expected += 1
  }
  const counted =
    prepared<[], { commit_seq: number }>(db, 'SELECT commit_seq FROM meta').get()?.commit_seq ?? 0
  if (counted >= expected) return { whole: false, changeSetId: expected, problem: 'removed' }
  if (counted !== sets.length) return { whole: false, changeSetId: sets.length, problem: 'altered' }
  const undone = undoneBy(sets)
  for (const row of sets) {
    if (row.undone_by !== (undone.get(row.id) ?? null)) {
      return { whole: false, changeSetId: row.id, problem: 'altered' }
    }
  }
  return { whole: true, changeSets: sets.length }
}

/** Which set took back which, from `undoes` alone. */
function undoneBy(sets: readonly ChangeSetRow[]): Map<number, number | null> {
  const undoes = new Map(sets.map((row) => [row.id, row.undoes]))
  const result = new Map<number, number | null>()
  for (const row of sets) {
    if (row.undoes === null) continue
    markUndone(
      row.undoes,
      row.id,
      (set) => undoes.get(set) ?? null,
      (set, by) => result.set(set, by),
    )
  }
  return result
}

/**
 * Set `undone` is taken back by set `by`. Where `undone` was an undo itself, what that one had taken back
 * stands again; and so on down the line.
 */
export function markUndone(
  undone: number,
  by: number,
  undoes: (set: number) => number | null,
  mark: (set: number, by: number | null) => void,
): void {
  mark(undone, by)
  const restored = undoes(undone)
  if (restored === null) return
  mark(restored, null)
  const takenBackAgain = undoes(restored)
  if (takenBackAgain !== null) markUndone(takenBackAgain, restored, undoes, mark)
}
