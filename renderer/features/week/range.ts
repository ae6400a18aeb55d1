/** What happens to a block of cells at once: typed over, filled, copied, pasted. Plain, so that a test can drive it. */
import type { Week, WeekRow } from '#core/api/attendance.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { agreedMarks, usualMinutes } from '#core/attendance/plan.ts'
import { readMark, writeMark } from '#core/attendance/block.ts'
import type { MarkNames, TypedMark, UnreadMark } from '#core/attendance/block.ts'
import { lateOf, saysTheSame, type Edit } from './cells.ts'
import { firstHalfDay, lastHalfDay, type Place } from './grid-keys.ts'

/** Both ends included; columns 1 to 10. */
export type Range = { top: number; bottom: number; left: number; right: number }

/** Why a cell was left as it is. */
export type Reason = FieldProblem | UnreadMark | 'late_too_long' | 'not_planned' | 'outside_grid'

export type Sheet = { week: Week; rows: readonly WeekRow[] }

export function rangeOf(a: Place, b: Place): Range {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.max(firstHalfDay, Math.min(a.column, b.column)),
    right: Math.max(firstHalfDay, a.column, b.column),
  }
}

export function sizeOf(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1)
}

/** From the top, row by row. */
export function placesIn(range: Range): Place[] {
  const places: Place[] = []
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) places.push({ row, column })
  return places
}

export type Filled = { edits: Edit[]; left: Map<Reason, number> }

/**
 * The same mark in all of them. Half-days that were not planned stay as they are, unless nothing in the range was
 * planned: hours that nobody agreed do not arise by a wide selection. So do closed days and days to come.
 */
export function fillRange(sheet: Sheet, range: Range, value: TypedMark): Filled {
  return fill(sheet, placesIn(range), () => value)
}

/** Each column as its top cell (`down`), or each row as its first; of one cell: as the one above or before it. */
export function fillFrom(sheet: Sheet, range: Range, way: 'down' | 'right'): Filled {
  const down = way === 'down'
  const alone = down ? range.top === range.bottom : range.left === range.right
  const from = down ? range.top - (alone ? 1 : 0) : range.left - (alone ? 1 : 0)
  if (from < (down ? 0 : firstHalfDay)) return { edits: [], left: new Map() }
  const targets = placesIn(range).filter((place) => (down ? place.row : place.column) !== from)
  return fill(sheet, targets, (place) => {
    const source = down ? sheet.rows[from]?.cells[place.column - 1] : sheet.rows[place.row]?.cells[from - 1]
    const mark = source?.mark ?? null
    return { mark, lateMinutes: source && mark === 'late' ? lateOf(source) : null }
  })
}

function fill(sheet: Sheet, places: readonly Place[], valueOf: (place: Place) => TypedMark): Filled {
  const filled: Filled = { edits: [], left: new Map() }
  const cellAt = ({ row, column }: Place) => sheet.rows[row]?.cells[column - 1]
  const anyPlanned = places.some((place) => (cellAt(place)?.planned_minutes ?? 0) > 0)
  for (const place of places) {
    const cell = cellAt(place)
    const value = valueOf(place)
    if (!cell || saysTheSame(cell, value)) continue
    const unplanned = value.mark !== null && cell.mark === null && cell.planned_minutes === 0 && anyPlanned
    const why = whyNot(sheet, place, value) ?? (unplanned ? 'not_planned' : null)
    if (why) filled.left.set(why, (filled.left.get(why) ?? 0) + 1)
    else filled.edits.push(editAt(sheet, place, value))
  }
  return filled
}

/** Why this mark cannot be here, as far as the screen knows; the office knows the rest. */
export function whyNot({ week, rows }: Sheet, { row, column }: Place, value: TypedMark): Reason | null {
  const cell = rows[row]?.cells[column - 1]
  if (!cell) return 'outside_grid'
  if (week.settled) return 'week_closed'
  if (value.mark === null) return null
  if (week.closed.some((one) => one.day === cell.day)) return 'closed_day'
  if (cell.day > week.today && !agreedMarks.has(value.mark)) return 'date_in_future'
  if ((value.lateMinutes ?? 0) > (cell.planned_minutes || usualMinutes)) return 'late_too_long'
  return null
}

export function editAt({ rows }: Sheet, { row, column }: Place, value: TypedMark): Edit {
  const line = rows[row]
  const cell = line?.cells[column - 1]
  if (!line || !cell) throw new RangeError('no such cell')
  return { participantId: line.participantId, day: cell.day, part: cell.part, ...value }
}

/** The marks as text, for the clipboard. */
export function copied({ rows }: Sheet, range: Range, letters: MarkNames['letters']): string[][] {
  return rows.slice(range.top, range.bottom + 1).map((row) =>
    row.cells.slice(range.left - 1, range.right).map((cell) => {
      const lateMinutes = cell.mark === 'late' ? lateOf(cell) : null
      return writeMark({ mark: cell.mark, lateMinutes }, letters)
    }),
  )
}

/** `row` and `column` of the grid; outside it they go on counting. */
export type NotTaken = Place & { text: string; why: Reason }
export type Pasted = { edits: { at: Place; text: string; edit: Edit }[]; left: NotTaken[]; same: number }

/**
 * A block laid on the grid with its first cell on that of the range. A block that fits a whole number of times in
 * the range is repeated, as in a spreadsheet. An empty cell empties; outside the grid an empty cell is nothing.
 */
export function pasted(
  sheet: Sheet,
  range: Range,
  block: readonly (readonly string[])[],
  names: MarkNames,
): Pasted {
  const result: Pasted = { edits: [], left: [], same: 0 }
  const width = Math.max(0, ...block.map((line) => line.length))
  const [tall, wide] = [range.bottom - range.top + 1, range.right - range.left + 1]
  const repeated = block.length > 0 && width > 0 && tall % block.length === 0 && wide % width === 0
  const [height, across] = repeated ? [tall, wide] : [block.length, width]
  for (let down = 0; down < height; down += 1)
    for (let along = 0; along < across; along += 1) {
      const text = block[down % block.length]?.[along % width] ?? ''
      const at = { row: range.top + down, column: range.left + along }
      const cell = at.column <= lastHalfDay ? sheet.rows[at.row]?.cells[at.column - 1] : undefined
      if (!cell) {
        if (text.trim() !== '') result.left.push({ ...at, text, why: 'outside_grid' })
        continue
      }
      const value = readMark(text, names)
      if (typeof value === 'string') result.left.push({ ...at, text, why: value })
      else if (saysTheSame(cell, value)) result.same += 1
      else {
        const why = whyNot(sheet, at, value)
        if (why) result.left.push({ ...at, text, why })
        else result.edits.push({ at, text, edit: editAt(sheet, at, value) })
      }
    }
  return result
}
