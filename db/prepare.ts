import type Database from 'better-sqlite3'
import { connection } from './database.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A query: what `prepared` gives on a `ReadableDb`. */
export interface ReadStatement<Params extends unknown[], Row> {
  get(...params: Params): Row | undefined
  all(...params: Params): Row[]
  /** No other use of the same statement, and no write, until the loop has ended. */
  iterate(...params: Params): IterableIterator<Row>
}

/** A query or a change: what `prepared` gives on a `WritableDb`. */
export interface WriteStatement<Params extends unknown[], Row> extends ReadStatement<Params, Row> {
  run(...params: Params): { changes: number; lastInsertRowid: number | bigint }
}

const caches = new WeakMap<ReadableDb, Map<string, Database.Statement>>()

/**
 * The prepared statement of `sql` on this connection, compiled once.
 *
 * `sql` is a constant text with bound parameters (`?` or `@name`), never one put together from values: the
 * cache keeps each different text for as long as the connection lives. Named parameters are one object:
 * `prepared<[{ id: number }], Row>(db, 'SELECT ... WHERE id = @id').get({ id })`.
 * The type of `Row` is the caller's promise; `pluck` and the like are left out because they would change
 * the shared statement for everybody.
 */
export function prepared<Params extends unknown[] = unknown[], Row = unknown>(
  db: WritableDb,
  sql: string,
): WriteStatement<Params, Row>
export function prepared<Params extends unknown[] = unknown[], Row = unknown>(
  db: ReadableDb,
  sql: string,
): ReadStatement<Params, Row>
export function prepared(db: ReadableDb, sql: string): WriteStatement<unknown[], unknown> {
  let cache = caches.get(db)
  if (!cache) caches.set(db, (cache = new Map()))
  let statement = cache.get(sql)
  if (!statement) cache.set(sql, (statement = connection(db).prepare(sql)))
  return statement
}
