/** What came of a number of tries. */
export interface Tally {
  count: number
  ok: number
  /** Something that was told as saved is not there. */
  lost: number
  /** It cannot be opened or read. */
  corrupt: number
  /** A state that never was: a part of a save. */
  half: number
  /** The first few that were not right. */
  readonly examples: string[]
}

export const noTally = (): Tally => ({ count: 0, ok: 0, lost: 0, corrupt: 0, half: 0, examples: [] })

export function addTally(to: Tally, from: Tally): Tally {
  for (const key of ['count', 'ok', 'lost', 'corrupt', 'half'] as const) to[key] += from[key]
  to.examples.push(...from.examples)
  return to
}

/** One line of the table of `npm run faults`. */
export interface Row {
  readonly what: string
  readonly tally: Tally
  /** Of a known mistake: it must be found. */
  readonly mustFail?: boolean
  /** Fewer tries than this prove too little; 1 where it is left out. */
  readonly least?: number
  /** A figure beside it, such as the longest time. */
  readonly note?: string
}

export const passes = ({ tally, mustFail = false, least = 1 }: Row): boolean =>
  tally.count >= Math.max(1, least) && (mustFail ? tally.ok < tally.count : tally.ok === tally.count)

export function printTable(rows: readonly Row[]): string {
  const head = ['what', 'count', 'ok', 'lost', 'corrupt', 'half', 'result', 'note']
  const body = rows.map((row) => [
    row.what,
    ...[row.tally.count, row.tally.ok, row.tally.lost, row.tally.corrupt, row.tally.half].map(String),
    passes(row) ? (row.mustFail ? 'found' : 'ok') : row.mustFail ? 'NOT FOUND' : 'FAILED',
    row.note ?? '',
  ])
  const widths = head.map((word, i) => Math.max(word.length, ...body.map((cells) => cells[i]!.length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (i > 0 && i < 6 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  const wrong = rows
    .filter((row) => !passes(row))
    .flatMap(({ what, tally, least = 1 }) => [
      ...(tally.count < least ? [`${what}: ${tally.count} is fewer than ${least}`] : []),
      ...tally.examples.map((e) => `${what}: ${e}`),
    ])
  return [line(head), line(widths.map((n) => '-'.repeat(n))), ...body.map(line), ...wrong].join('\n')
}
