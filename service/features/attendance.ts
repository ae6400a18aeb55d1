import { addDays, isoWeek, mondayOf } from '#core/calendar/dates.ts'
import { absencesInARow, alertRule, fallingRate } from '#core/attendance/alerts.ts'
import { partMinutes } from '#core/attendance/plan.ts'
import { sumTotals, totals } from '#core/attendance/totals.ts'
import { fullName, listName } from '#core/names/name.ts'
import type { AttendanceAlert, WeekCell, WeekRow } from '#core/api/attendance.ts'
import type { DayPart } from '#core/api/fields.ts'
import { plannedMarks, runningOn, stretchesOf } from '#db/attendance/alerts.ts'
import type { RunningRow } from '#db/attendance/alerts.ts'
import { clearMark, setMark } from '#db/attendance/commands.ts'
import type { WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { officeMonths, peopleWithMarks, personMinutes } from '#db/attendance/totals.ts'
import { listClosures } from '#db/office/queries.ts'
import { CommandError } from '#db/errors.ts'
import { closedMinutes } from '../attendance/closed.ts'
import { checkMarks } from '../attendance/marks.ts'
import { halvesOf, occupancyOf } from '../attendance/occupancy.ts'
import { markKey, plannedPart, readSheet, readSheetOf } from '../attendance/sheet.ts'
import type { Sheet } from '../attendance/sheet.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

const parts: readonly DayPart[] = ['morning', 'afternoon']

export const attendance = {
  week(ctx, input) {
    const monday = mondayOf(input.monday)
    const friday = addDays(monday, 4)
    const sheet = readSheet(ctx, monday, friday)
    const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n))
    const rows = sheet.trajectories.map((trajectory): WeekRow => {
      const cells = days.flatMap((day) => parts.map((part) => cell(sheet, trajectory, day, part)))
      return {
        participantId: trajectory.participant_id,
        trajectoryId: trajectory.id,
        listName: listName(trajectory),
        coachName: trajectory.coach_name,
        cells,
        totals: totals(cells.map((item) => ({ ...item, closed: sheet.closed.has(item.day) }))),
      }
    })
    const closed = listClosures(ctx.db, monday, friday)
    return { monday, weekNumber: isoWeek(monday).week, today: ctx.today, closed, rows }
  },

  mark(ctx, { cells }) {
    const days = cells.map((item) => item.day).sort()
    const people = [...new Set(cells.map((item) => item.participantId))]
    const sheet = readSheetOf(ctx, people, days[0] ?? ctx.today, days.at(-1) ?? ctx.today)
    const { store, clear, problems } = checkMarks(sheet, cells, ctx.today)
    if (problems.length > 0) throw invalid([...problems])
    const { changeSetId } = ctx.command('attendance.mark', () => {
      for (const item of clear) clearMark(ctx.db, item)
      for (const item of store) setMark(ctx.db, item)
    })
    return { changeSetId }
  },

  fillPlanned(ctx, { day, part }) {
    if (day > ctx.today) throw invalid('day', 'date_in_future')
    const sheet = readSheet(ctx, day, day)
    if (sheet.closed.has(day)) throw new CommandError('CLOSED_DAY')
    const planned = sheet.trajectories.filter((row) => plannedPart(sheet, row, day, part) !== undefined)
    const empty = planned.filter((row) => !sheet.marks.has(markKey(row.participant_id, day, part)))
    const cells = empty.map((row) => ({
      participantId: row.participant_id,
      day,
      part,
      mark: 'present' as const,
      lateMinutes: null,
    }))
    const { store } = checkMarks(sheet, cells, ctx.today)
    const { changeSetId } = ctx.command('attendance.fillPlanned', () => {
      for (const item of store) setMark(ctx.db, item)
    })
    return { filled: store.length, skipped: planned.length - store.length, changeSetId }
  },

  totals(ctx, { participantId, trajectoryId = null, from, to }) {
    if (to < from) throw invalid('to', 'end_before_start')
    const minutes = sumTotals(personMinutes(ctx.db, { participantId, trajectoryId }, from, to))
    return { ...minutes, closed_minutes: closedMinutes(ctx, { participantId, trajectoryId }, from, to) }
  },

  officeTotals(ctx, { from, to }) {
    if (to < from) throw invalid('to', 'end_before_start')
    const months = [...Map.groupBy(officeMonths(ctx.db, from, to), (row) => row.month)]
    return {
      ...sumTotals(months.flatMap(([, rows]) => rows)),
      people: peopleWithMarks(ctx.db, from, to),
      months: months.map(([month, rows]) => ({ month, ...sumTotals(rows) })),
    }
  },

  alerts(ctx) {
    const weeks = 7 * alertRule.weeks
    const since = addDays(ctx.today, 1 - weeks)
    const days = { from: addDays(since, -weeks), since, to: ctx.today }
    return runningOn(ctx.db, ctx.today)
      .flatMap((row) => alertsOf(ctx, row, days))
      .toSorted((a, b) => urgency.indexOf(a.code) - urgency.indexOf(b.code))
  },

  occupancy(ctx, { from, trajectoryId = null, parts: asked }) {
    const halves = asked ?? halvesOf(ctx, from)
    return occupancyOf(ctx, halves, { from, without: trajectoryId, extra: asked ? 1 : 0 })
  },
} satisfies Feature<'attendance'>

const urgency: readonly AttendanceAlert['code'][] = ['no_shows', 'absences', 'falling_rate']

/** One line for each person at most: a row of absences explains a rate that falls. */
function alertsOf(
  ctx: OfficeContext,
  row: RunningRow,
  days: { from: string; since: string; to: string },
): AttendanceAlert[] {
  const who = {
    participantId: row.participant_id,
    trajectoryId: row.trajectory_id,
    name: fullName(row),
    phone: row.phone,
  }
  const none = { parts: 0, withoutNotice: 0, before: null, now: null }
  const absences = absencesInARow(plannedMarks(ctx.db, row, days.from, days.to))
  if (absences) return [{ ...none, ...who, ...absences }]
  const sums = stretchesOf(ctx.db, row, days)
  const before = {
    planned_minutes: sums.planned_before,
    present_minutes: sums.present_before,
    parts: sums.parts_before,
  }
  const rates = fallingRate(before, sums)
  return rates ? [{ ...none, ...who, code: 'falling_rate', since: days.since, ...rates }] : []
}

function cell(sheet: Sheet, row: WeekTrajectoryRow, day: string, part: DayPart): WeekCell {
  const mark = sheet.marks.get(markKey(row.participant_id, day, part))
  if (mark === undefined || mark.trajectory_id !== row.id) {
    const planned = plannedPart(sheet, row, day, part)
    const planned_minutes = planned ? partMinutes(planned) : 0
    const nothing = { mark: null, present_minutes: 0, from_minute: null, until_minute: null, note: '' }
    return { day, part, planned_minutes, ...nothing }
  }
  // A mark keeps the plan of its own day: a later change of schedule must not change the figures.
  const { planned_minutes, present_minutes, from_minute, until_minute, note } = mark
  return { day, part, planned_minutes, mark: mark.mark, present_minutes, from_minute, until_minute, note }
}
