/** From what was typed in the week to what is stored; every cell that is at fault by itself. */
import type { MarkedCell } from '#core/api/attendance.ts'
import type { FieldError, FieldProblem } from '#core/api/errors.ts'
import type { AttendanceMark } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import { longestPart } from '#core/attendance/parts.ts'
import { mondayOf } from '#core/calendar/dates.ts'
import { agreedMarks, partMinutes, usualMinutes } from '#core/attendance/plan.ts'
import { minutesWithin, presentMinutes } from '#core/attendance/totals.ts'
import type { StoredMark, WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { agreedParts, isPaused, markOn, plannedPart } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Somebody was there, so that there are times. */
const wasThere: readonly AttendanceMark[] = ['present', 'late', 'elsewhere']

export interface When {
  /** The office's day. */
  readonly today: string
  /** Mondays of weeks that are closed: nothing in them changes. */
  readonly settled: ReadonlySet<string>
}

export interface CheckedMarks {
  readonly store: readonly StoredMark[]
  readonly clear: readonly Pick<StoredMark, 'participant_id' | 'day' | 'part'>[]
  /** `cells.<n>.<field>`; nothing may be stored when there are any. */
  readonly problems: readonly FieldError[]
}

/** @param sheet of all people and days of the cells: see `readSheetOf`. */
export function checkMarks(sheet: Sheet, cells: readonly MarkedCell[], when: When): CheckedMarks {
  const byPerson = Map.groupBy(sheet.trajectories, (row) => row.participant_id)
  const store: StoredMark[] = []
  const clear: CheckedMarks['clear'][number][] = []
  const problems: FieldError[] = []
  const cellOf = new Map<StoredMark, number>()
  // Of a cell that comes twice the last one counts.
  const keyOf = (cell: MarkedCell) => `${cell.participantId} ${cell.day} ${cell.part}`
  const last = new Map(cells.map((cell, n) => [keyOf(cell), n]))
  cells.forEach((cell, n) => {
    if (last.get(keyOf(cell)) !== n) return
    if (when.settled.has(mondayOf(cell.day))) {
      problems.push({ field: `cells.${n}.day`, problem: 'week_closed' })
      return
    }
    // Emptying is otherwise always possible: that is how a mark goes that a later closed day or end left behind.
    if (cell.mark === null) {
      clear.push({ participant_id: cell.participantId, day: cell.day, part: cell.part })
      return
    }
    const checked = checkMark(sheet, byPerson.get(cell.participantId) ?? [], cell, cell.mark, when.today)
    if ('problem' in checked) {
      problems.push({ field: `cells.${n}.${checked.field}`, problem: checked.problem })
      return
    }
    cellOf.set(checked, n)
    store.push(checked)
  })
  for (const mark of store)
    if (meetsOtherPart(sheet, mark, store, clear))
      problems.push({ field: `cells.${cellOf.get(mark)}.fromMinute`, problem: 'times_overlap' })
  return { store, clear, problems }
}

function checkMark(
  sheet: Sheet,
  trajectories: readonly WeekTrajectoryRow[],
  cell: MarkedCell,
  mark: AttendanceMark,
  today: string,
): StoredMark | FieldError {
  const { day, part } = cell
  const row = trajectories.find((one) => one.starts_on <= day && one.last_day >= day)
  if (row === undefined) return { field: 'day', problem: outside(trajectories, day) }
  if (sheet.closed.has(day)) return { field: 'day', problem: 'closed_day' }
  if (isPaused(sheet, row, day)) return { field: 'day', problem: 'in_pause' }
  if (day > today && !agreedMarks.has(mark)) return { field: 'day', problem: 'date_in_future' }
  const time = checkTimes(plannedPart(sheet, row, day, part), cell, mark)
  if ('problem' in time) return time
  const before = markOn(sheet, cell.participantId, day, part)
  return {
    participant_id: cell.participantId,
    day,
    part,
    trajectory_id: row.id,
    mark,
    ...time,
    note: cell.note?.trim() ?? before?.note ?? '',
  }
}

/** Why no trajectory holds this day. */
function outside(trajectories: readonly WeekTrajectoryRow[], day: string): FieldProblem {
  const before = trajectories.findLast((one) => one.starts_on <= day)
  return before !== undefined && before.ended_on !== null ? 'after_end' : 'outside_trajectory'
}

type Times = Pick<StoredMark, 'planned_minutes' | 'present_minutes' | 'from_minute' | 'until_minute'>

function checkTimes(
  planned: SchedulePart | undefined,
  cell: MarkedCell,
  mark: AttendanceMark,
): Times | FieldError {
  const planned_minutes = planned ? partMinutes(planned) : 0
  const here = wasThere.includes(mark)
  let from = here ? (cell.fromMinute ?? null) : null
  const until = here ? (cell.untilMinute ?? null) : null
  const late = mark === 'late' && from === null ? (cell.lateMinutes ?? 0) : null
  if (late !== null && (late < 1 || late > (planned_minutes || usualMinutes)))
    return { field: 'lateMinutes', problem: 'number_range' }
  if (from === null && until === null) {
    const present_minutes = presentMinutes(mark, planned_minutes || usualMinutes, late)
    return { planned_minutes, present_minutes, from_minute: null, until_minute: null }
  }
  // Late and gone early: when somebody came is then known as well.
  if (late !== null && planned) from = planned.start_minute + late
  if (from !== null && until !== null && until <= from) return { field: 'untilMinute', problem: 'time_order' }
  if (planned) {
    const present_minutes = minutesWithin(planned, from, until)
    if (present_minutes === 0)
      return { field: from === null ? 'untilMinute' : 'fromMinute', problem: 'time_outside_plan' }
    return { planned_minutes, present_minutes, from_minute: from, until_minute: until }
  }
  // Nothing was planned: the times say all, so both are needed.
  if (from === null) return { field: 'fromMinute', problem: 'required' }
  if (until === null) return { field: 'untilMinute', problem: 'required' }
  if (until - from > longestPart) return { field: 'untilMinute', problem: 'number_range' }
  return { planned_minutes, present_minutes: until - from, from_minute: from, until_minute: until }
}

/** Nobody is there twice at the same time: a morning with times ends before the afternoon begins. */
function meetsOtherPart(
  sheet: Sheet,
  mark: StoredMark,
  stored: readonly StoredMark[],
  cleared: CheckedMarks['clear'],
): boolean {
  if (mark.from_minute === null && mark.until_minute === null) return false
  const part = mark.part === 'morning' ? 'afternoon' : 'morning'
  const isOther = (one: Pick<StoredMark, 'participant_id' | 'day' | 'part'>) =>
    one.participant_id === mark.participant_id && one.day === mark.day && one.part === part
  const now = stored.findLast(isOther)
  const kept = cleared.some(isOther) ? undefined : markOn(sheet, mark.participant_id, mark.day, part)
  const other = now ?? kept
  if (other === undefined || !wasThere.includes(other.mark)) return false
  const [a, b] = [stay(sheet, mark), stay(sheet, other)]
  return a !== null && b !== null && a.from < b.until && b.from < a.until
}

/** From when until when somebody was there, as far as it is known. */
function stay(sheet: Sheet, mark: StoredMark): { from: number; until: number } | null {
  const row = sheet.trajectories.find((one) => one.id === mark.trajectory_id)
  const agreed = row && agreedParts(sheet, row, mark.day).find((one) => one.part === mark.part)
  const from = mark.from_minute ?? agreed?.start_minute
  const until = mark.until_minute ?? agreed?.end_minute
  return from === undefined || until === undefined ? null : { from, until }
}
