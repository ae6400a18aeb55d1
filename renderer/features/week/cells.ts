/** What the week shows before the office has answered: the marks just typed over the ones that are stored. */
import { usualMinutes } from '#core/attendance/plan.ts'
import { presentMinutes, totals } from '#core/attendance/totals.ts'
import type { MarkedCell, Week, WeekCell, WeekRow } from '#core/api/attendance.ts'
import type { AttendanceMark } from '#core/api/fields.ts'

/** One half-day as it was typed. */
export type Edit = MarkedCell

export type CellKey = string

export function keyOf(cell: { participantId: number; day: string; part: string }): CellKey {
  return `${cell.participantId} ${cell.day} ${cell.part}`
}

/** Minutes late that are stored with a mark, as the week tells them; 0 of any other mark. */
export function lateOf(cell: WeekCell): number {
  if (cell.mark !== 'late') return 0
  if (cell.from_minute !== null && cell.planned_from !== null)
    return Math.max(0, cell.from_minute - cell.planned_from)
  return (cell.planned_minutes || usualMinutes) - cell.present_minutes
}

/** Whether this edit would leave the cell as it is. */
export function saysTheSame(cell: WeekCell, edit: Pick<Edit, 'mark' | 'lateMinutes'>): boolean {
  return cell.mark === edit.mark && (cell.mark !== 'late' || lateOf(cell) === edit.lateMinutes)
}

/** The rows with the edits over them, totals counted again by the office's own rule. */
export function withEdits(week: Week, edits: ReadonlyMap<CellKey, Edit>): WeekRow[] {
  if (edits.size === 0) return week.rows
  const people = new Set([...edits.values()].map((edit) => edit.participantId))
  return week.rows.map((row) => {
    if (!people.has(row.participantId)) return row
    let touched = false
    const cells = row.cells.map((cell) => {
      const edit = edits.get(keyOf({ participantId: row.participantId, day: cell.day, part: cell.part }))
      if (!edit || isIn(cell, edit)) return cell
      touched = true
      return withEdit(cell, edit)
    })
    return touched ? { ...row, cells, totals: totals(cells) } : row
  })
}

/** The office has it already: the cell stays the same object, so that nothing is drawn again. */
function isIn(cell: WeekCell, edit: Edit): boolean {
  const hasNoTimes = cell.mark === 'late' || (cell.from_minute === null && cell.until_minute === null)
  return saysTheSame(cell, edit) && hasNoTimes && (edit.note === undefined || edit.note === cell.note)
}

function withEdit(cell: WeekCell, { mark, lateMinutes, note }: Edit): WeekCell {
  const planned = cell.planned_minutes || usualMinutes
  return {
    ...cell,
    mark,
    present_minutes: mark ? presentMinutes(mark, planned, lateMinutes) : 0,
    from_minute: null,
    until_minute: null,
    note: mark ? (note ?? cell.note) : '',
  }
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
