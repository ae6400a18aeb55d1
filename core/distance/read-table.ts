/**
 * Reads a table of postcode centres as Statistics Netherlands and others publish it: any separator, decimal comma or
 * point, a header in any language or none. Columns are recognised by what stands in them; a name only settles a draw.
 */
import { isInCountry } from './great-circle.ts'
import type { Centre } from '../api/distances.ts'

export type RowProblem = 'malformed' | 'outside' | 'twice'
/** `line`: counted from 1, as an editor does. `text`: the line, shortened. */
export interface TableProblem {
  readonly line: number
  readonly problem: RowProblem
  readonly text: string
}

/** Why nothing in the file can be used. */
export type Unusable = 'empty' | 'excel' | 'not_text' | 'no_columns' | 'rd_coordinates' | 'no_rows'

export interface Columns {
  readonly separator: string
  /** From 0. */
  readonly postcode: number
  readonly latitude: number
  readonly longitude: number
}

export interface ReadTable {
  readonly rows: readonly Centre[] // in the order of the file
  readonly columns: Columns
  /** The longitude stands before the latitude. */
  readonly longitudeFirst: boolean
  readonly problems: readonly TableProblem[] // the first hundred
  readonly problemCount: number
  readonly lines: number
}

const separators = [';', '\t', ','] as const
/** Lines that decide which column is which. */
const sampleSize = 400
const mostShown = 100
const longestShown = 80

/** A number as people and programs write it; null for anything else. */
export function readNumber(cell: string): number | null {
  const text = cell.trim().replace(/^"|"$/g, '').trim()
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return null
  return Number(text.replace(',', '.'))
}

/** Cells of one line; a separator within quotes belongs to the cell. */
export function splitLine(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at)
    if (char === '"' && quoted && line.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (char === '"') quoted = !quoted
    else if (char === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  return [...cells, cell.trim()]
}

const isPostcode = (cell: string) => /^[1-9]\d{3}(?: ?[A-Z]{2})?$/i.test(cell)
const isLatitude = (cell: string) => {
  const value = readNumber(cell)
  return value !== null && value >= 50 && value <= 54
}
const isLongitude = (cell: string) => {
  const value = readNumber(cell)
  return value !== null && value >= 3 && value < 8
}
/** Metres of the national grid (Rijksdriehoek), which are no degrees. */
const isGrid = (cell: string) => {
  const value = readNumber(cell)
  return value !== null && value > 7_000 && value < 640_000
}

/** The columns that these lines have, or why there are none. At least half of the lines must agree. */
export function findColumns(lines: readonly string[]): Columns | Unusable {
  let grid = false
  let best: { columns: Columns; hits: number } | null = null
  for (const separator of separators) {
    const rows = lines.map((line) => splitLine(line, separator)).filter((cells) => cells.length >= 3)
    if (rows.length === 0) continue
    const width = Math.max(...rows.map((cells) => cells.length))
    const hits = (is: (cell: string) => boolean) =>
      Array.from({ length: width }, (_, at) => rows.filter((cells) => is(cells[at] ?? '')).length)
    const named = splitLine(lines[0] ?? '', separator).map((cell) => /post|pc|zip/i.test(cell))
    const postcode = most(hits(isPostcode), named)
    const latitude = most(hits(isLatitude))
    const longitude = most(hits(isLongitude))
    const found = Math.min(postcode.hits, latitude.hits, longitude.hits)
    const apart = new Set([postcode.at, latitude.at, longitude.at]).size === 3
    if (apart && found * 2 >= rows.length && found > (best?.hits ?? 0))
      best = {
        columns: { separator, postcode: postcode.at, latitude: latitude.at, longitude: longitude.at },
        hits: found,
      }
    grid ||= hits(isGrid).filter((count) => count * 2 >= rows.length).length >= 2
  }
  if (best) return best.columns
  return grid ? 'rd_coordinates' : 'no_columns'
}

/** The column with the most. Of equals the one that is named so: numbers of inhabitants look like postcodes. */
function most(counts: readonly number[], named: readonly boolean[] = []): { at: number; hits: number } {
  const hits = Math.max(...counts)
  const called = counts.findIndex((count, at) => count === hits && named[at] === true)
  return { at: called === -1 ? counts.indexOf(hits) : called, hits }
}

/** What the first bytes say before anything is read; null: it may be a table. */
export function kindOfFile(bytes: Uint8Array): Unusable | null {
  if (bytes.length === 0) return 'empty'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'excel' // a zip, as .xlsx and .ods are
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'excel' // .xls
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isWide && bytes.includes(0) ? 'not_text' : null
}

/** Which letters the file is written in, by its first bytes; a name that TextDecoder knows. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/**
 * Reads a table piece by piece, so that a file of any size can be read with a sign of life and stopped. Feed the text
 * in order with `add`, then ask for `finish`. Memory: one centre per postcode, and a hundred problems.
 */
export class TableReader {
  readonly #rows = new Map<string, Centre>()
  readonly #problems: TableProblem[] = []
  #problemCount = 0
  #sample: string[] = []
  #columns: Columns | null = null
  #rest = ''
  #line = 0

  add(text: string): void {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#take(line)
  }

  finish(): ReadTable | Unusable {
    if (this.#rest !== '') this.#take(this.#rest.replace(/\r$/, ''))
    this.#rest = ''
    if (this.#columns === null) {
      if (this.#sample.every((line) => line.trim() === '')) return 'empty'
      const why = this.#begin()
      if (why !== null) return why
    }
    const columns = this.#columns as Columns | null
    if (columns === null || this.#rows.size === 0) return 'no_rows'
    return {
      rows: [...this.#rows.values()],
      columns,
      longitudeFirst: columns.longitude < columns.latitude,
      problems: this.#problems,
      problemCount: this.#problemCount,
      lines: this.#line,
    }
  }

  #take(line: string): void {
    if (this.#columns !== null) {
      this.#read(line)
      return
    }
    this.#sample.push(this.#sample.length === 0 ? line.replace(/^\uFEFF/, '') : line)
    if (this.#sample.length >= sampleSize) this.#begin()
  }

  /** Settles on the columns and reads what waited; why not, when it cannot. */
  #begin(): Unusable | null {
    const found = findColumns(this.#sample)
    if (typeof found === 'string') return found
    this.#columns = found
    const waiting = this.#sample
    this.#sample = []
    for (const line of waiting) this.#read(line)
    return null
  }

  #read(line: string): void {
    this.#line += 1
    const columns = this.#columns
    if (columns === null || line.trim() === '') return
    const cells = splitLine(line, columns.separator)
    const postcode = /^([1-9]\d{3})(?: ?[A-Z]{2})?$/i.exec(cells[columns.postcode] ?? '')?.[1]
    const first = readNumber(cells[columns.latitude] ?? '')
    const second = readNumber(cells[columns.longitude] ?? '')
    // A line without any number in these columns is a header; only the first can be one.
    if (this.#line === 1 && postcode === undefined && first === null && second === null) return
    if (postcode === undefined || first === null || second === null) {
      this.#refuse('malformed', line)
      return
    }
    const [as, swapped] = [point(postcode, first, second), point(postcode, second, first)]
    const centre = isInCountry(as) ? as : isInCountry(swapped) ? swapped : null
    if (centre === null) this.#refuse('outside', line)
    else if (this.#rows.has(postcode)) this.#twice(centre, line)
    else this.#rows.set(postcode, centre)
  }

  /** The same line twice does no harm; another middle for the same postcode does: the first stays. */
  #twice(centre: Centre, line: string): void {
    const known = this.#rows.get(centre.postcode)
    if (known?.latitude !== centre.latitude || known.longitude !== centre.longitude)
      this.#refuse('twice', line)
  }

  #refuse(problem: RowProblem, line: string): void {
    this.#problemCount += 1
    if (this.#problems.length >= mostShown) return
    const text = line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line
    this.#problems.push({ line: this.#line, problem, text })
  }
}

const point = (postcode: string, latitude: number, longitude: number): Centre => ({
  postcode,
  latitude,
  longitude,
})
