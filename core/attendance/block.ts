/** Marks as text in rows and columns: what goes to a spreadsheet and comes back from one. */
import type { AttendanceMark } from '../api/fields.ts'
import { fold } from '../names/fold.ts'

/** `mark` null empties the half-day. Minutes only of `late`. */
export interface TypedMark {
  readonly mark: AttendanceMark | null
  readonly lateMinutes: number | null
}

/** How the marks are written: one letter each, and words, also those of another language. */
export interface MarkNames {
  readonly letters: Readonly<Record<AttendanceMark, string>>
  readonly words: Readonly<Record<AttendanceMark, readonly string[]>>
}

/** Why a cell of a block says nothing: no mark is called so, or late without how late. */
export type UnreadMark = 'unknown_letter' | 'minutes_missing'

/** "Z", "ziek gemeld", "L 15", "L15", "Te laat 15 min"; an empty text empties. Capitals do not matter. */
export function readMark(text: string, names: MarkNames): TypedMark | UnreadMark {
  const found = /^(?<name>[\p{L}\p{M}\s,]*?)(?:[\s,:]*(?<minutes>\d{1,3})[\s\p{L}.'′]*)?$/u.exec(text.trim())
  const name = fold(found?.groups?.['name'] ?? '')
  const minutes = found?.groups?.['minutes']
  if (name === '') return text.trim() === '' ? { mark: null, lateMinutes: null } : 'unknown_letter'
  const mark = (Object.keys(names.letters) as AttendanceMark[]).find((one) =>
    [names.letters[one], ...names.words[one]].some((written) => fold(written) === name),
  )
  if (mark === undefined) return 'unknown_letter'
  if (mark !== 'late') return minutes === undefined ? { mark, lateMinutes: null } : 'unknown_letter'
  const late = Number(minutes ?? 0)
  return late >= 1 && late <= 600 ? { mark, lateMinutes: late } : 'minutes_missing'
}

/** As the grid shows it: "Z", "L 15"; empty for a half-day without a mark. */
export function writeMark(cell: TypedMark, letters: MarkNames['letters']): string {
  if (cell.mark === null) return ''
  const letter = letters[cell.mark]
  return cell.mark === 'late' && cell.lateMinutes ? `${letter} ${cell.lateMinutes}` : letter
}

/**
 * The cells of a text with tabs between the columns, as spreadsheets put it on the clipboard: text with a tab, a
 * quote or a line break in it stands between quotes. The last line break ends the last row.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  const pattern = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^\t\r\n]*))(?<end>\t|\r\n|\n|\r|$)/gy
  let row: string[] = []
  for (const { groups, index } of text.matchAll(pattern)) {
    // Behind the last line break there is no row, behind a last tab there is a cell.
    if (index === text.length && row.length === 0) break
    row.push(groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['plain'] ?? '')
    if (groups?.['end'] === '\t') continue
    rows.push(row)
    row = []
    if (groups?.['end'] === '') break
  }
  return rows
}

/** The other way; every row ends with a line break, as Excel has it. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}
