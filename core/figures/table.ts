/** Tables of whole numbers, a list for each column: reports run through them by the ten thousand. */

/** Columns of the same length; a row is what stands at one place in all of them. */
export type Table<C extends string> = { readonly [K in C]: Int32Array }

/** In place of no day: after every day there is. */
export const never = 2 ** 31 - 1

/** @param columns what stands in each column of a row; null becomes `never`. */
export function tableOf<R, C extends string>(
  rows: readonly R[],
  columns: Readonly<Record<C, (row: R) => number | null>>,
): Table<C> {
  const filled = Object.entries<(row: R) => number | null>(columns).map(([name, valueOf]) => {
    const column = new Int32Array(rows.length)
    for (const [n, row] of rows.entries()) column[n] = valueOf(row) ?? never
    return [name, column]
  })
  return Object.fromEntries(filled) as Table<C>
}
