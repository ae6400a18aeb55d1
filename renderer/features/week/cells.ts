/** What the week shows before the office has answered: the marks just typed over the ones that are stored. */
import { presentMinutes, totals } from '#core/attendance/totals.ts'
import type { AttendanceMark } from '#core/api/fields.ts'
import type { Week, WeekCell, WeekRow } from '#core/api/attendance.ts'

/** As in the office: a half-day outside the schedule counts as long as a usual one. */
const usualMinutes = 150

export type Edit = {
  participantId: number
  day: string
  part: WeekCell['part']
  mark: AttendanceMark | null
  lateMinutes: number | null
}

export type CellKey = string

export function keyOf(cell: { participantId: number; day: string; part: string }): CellKey {
  return `${cell.participantId} ${cell.day} ${cell.part}`
}

/** Minutes late that are stored with a mark, as the week tells them. */
export function lateOf(cell: WeekCell): number {
  return cell.mark === 'late' ? (cell.planned_minutes || usualMinutes) - cell.present_minutes : 0
}

/** The rows with the edits over them, totals counted again by the office's own rule. */
export function withEdits(week: Week, edits: ReadonlyMap<CellKey, Edit>): WeekRow[] {
  if (edits.size === 0) return week.rows
  return week.rows.map((row) => {
    let touched = false
    const cells = row.cells.map((cell) => {
      const edit = edits.get(keyOf({ participantId: row.participantId, day: cell.day, part: cell.part }))
      if (!edit) return cell
      touched = true
      const { mark, lateMinutes } = edit
      const planned = cell.planned_minutes || usualMinutes
      return { ...cell, mark, present_minutes: mark ? presentMinutes(mark, planned, lateMinutes) : 0 }
    })
    return touched ? { ...row, cells, totals: totals(cells) } : row
  })
}

export type ColumnTotals = { present: number; planned: number; marked: number }

const here: ReadonlySet<AttendanceMark> = new Set(['present', 'late', 'elsewhere'])

/** Of each of the ten half-days: how many people were there, are planned, have a mark. */
export function columnTotals(rows: readonly WeekRow[]): ColumnTotals[] {
  const columns = Array.from({ length: 10 }, (): ColumnTotals => ({ present: 0, planned: 0, marked: 0 }))
  for (const row of rows) {
    for (const [n, cell] of row.cells.entries()) {
      const column = columns[n]
      if (!column) continue
      if (cell.planned_minutes > 0) column.planned += 1
      if (cell.mark) column.marked += 1
      if (cell.mark && here.has(cell.mark)) column.present += 1
    }
  }
  return columns
}
