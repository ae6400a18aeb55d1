/** Statement texts made from constant lists of columns, so that a table's columns are written down once. */
import { CommandError } from './errors.ts'

/** `INSERT INTO notes (a, b) VALUES (@a, @b)`. Both arguments are constants, never something typed. */
export function insertSql(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`
}

/** `UPDATE notes SET a = @a, b = @b WHERE id = @id`. Both arguments are constants, never something typed. */
export function updateSql(table: string, columns: readonly string[]): string {
  return `UPDATE ${table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`
}

/** The columns with their table's alias in front: `p.id, p.surname`. */
export function columnsOf(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(', ')
}

/** Some of the fields, as the contract's partial inputs have them. */
export type Given<T, K extends keyof T = keyof T> = { readonly [P in K]?: T[P] | undefined }

/**
 * `row` with the fields that were given. `undefined` means "not given", as the contract's partial inputs have
 * it: it must not become NULL.
 */
export function withGiven<T extends object>(row: T, fields: Given<NoInfer<T>>): T {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return { ...row, ...(Object.fromEntries(given) as Partial<T>) }
}

/** @throws CommandError NOT_FOUND unless exactly one row was written. */
export function expectOne(result: { changes: number }): void {
  if (result.changes !== 1) throw new CommandError('NOT_FOUND')
}

/** @throws CommandError NOT_FOUND when there is no such row. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new CommandError('NOT_FOUND')
  return row
}

/** SQLite keeps yes and no as 1 and 0. */
export function flag(value: boolean): 0 | 1
export function flag(value: boolean | null): 0 | 1 | null
export function flag(value: boolean | null): 0 | 1 | null {
  return value === null ? null : value ? 1 : 0
}
