import { addDays, isoWeek, mondayOf } from '#core/calendar/dates.ts'
import { absencesInARow, alertRule, fallingRate } from '#core/attendance/alerts.ts'
import { partMinutes } from '#core/attendance/plan.ts'
import { sumTotals, totals } from '#core/attendance/totals.ts'
import { fullName, listName } from '#core/names/name.ts'
import type { AttendanceAlert, MarkedCell, WeekCell, WeekRow } from '#core/api/attendance.ts'
import type { DayPart } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import { plannedMarks, runningOn, stretchesOf } from '#db/attendance/alerts.ts'
import type { RunningRow } from '#db/attendance/alerts.ts'
import { clearMark, setMark } from '#db/attendance/commands.ts'
import type { StoredMark, WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { officeMonths, peopleWithMarks, personMinutes } from '#db/attendance/totals.ts'
import { closedWeeks, closeWeek, openWeek, setWeekGrouping, weekGrouping } from '#db/attendance/weeks.ts'
import { listClosures } from '#db/office/queries.ts'
import { CommandError } from '#db/errors.ts'
import { closedMinutes } from '../attendance/closed.ts'
import { checkMarks } from '../attendance/marks.ts'
import type { CheckedMarks } from '../attendance/marks.ts'
import { halvesOf, occupancyOf } from '../attendance/occupancy.ts'
import {
  agreedParts,
  markOn,
  marksIn,
  plannedPart,
  readPlans,
  readSheet,
  readSheetOf,
} from '../attendance/sheet.ts'
import type { Plans } from '../attendance/sheet.ts'
import { closedMondays, emptyParts, weekGroups } from '../attendance/weeks.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

const parts: readonly DayPart[] = ['morning', 'afternoon']

export const attendance = {
  week(ctx, input) {
    const monday = mondayOf(input.monday)
    const friday = addDays(monday, 4)
    const plans = readPlans(ctx, monday, friday)
    const marks = Map.groupBy(marksIn(ctx, plans, monday, friday), (mark) => mark.trajectory_id)
    const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n))
    const groups = weekGroups(ctx, plans, monday)
    const rows = groups.flatMap((group) =>
      group.people.map((row): WeekRow => weekRow(plans, row, marks.get(row.id) ?? [], days)),
    )
    const closed = listClosures(ctx.db, monday, friday)
    const [settled] = closedWeeks(ctx.db, monday, monday)
    return {
      monday,
      weekNumber: isoWeek(monday).week,
      today: ctx.today,
      closed,
      grouping: weekGrouping(ctx.db),
      groups: groups.map((group) => ({
        weekdays: group.weekdays && [...group.weekdays],
        coachName: group.coachName,
        people: group.people.length,
      })),
      rows,
      settled: settled ? { on: settled.closed_on, by: settled.staff_name } : null,
    }
  },

  mark(ctx, { cells }) {
    const { store, clear, problems } = checkTyped(ctx, cells)
    if (problems.length > 0) throw invalid([...problems])
    const { changeSetId } = ctx.command('attendance.mark', () => {
      for (const item of clear) clearMark(ctx.db, item)
      for (const item of store) setMark(ctx.db, item)
    })
    return { changeSetId }
  },

  check: (ctx, { cells }) => ({ problems: [...checkTyped(ctx, cells).problems] }),

  fillPlanned(ctx, { day, part }) {
    if (day > ctx.today) throw invalid('day', 'date_in_future')
    const sheet = readSheet(ctx, day, day)
    if (sheet.closed.has(day)) throw new CommandError('CLOSED_DAY')
    const settled = closedMondays(ctx, day, day)
    if (settled.size > 0) throw new CommandError('WEEK_CLOSED', { monday: mondayOf(day) })
    const planned = sheet.trajectories.filter((row) => plannedPart(sheet, row, day, part) !== undefined)
    const empty = planned.filter((row) => markOn(sheet, row.participant_id, day, part) === undefined)
    const cells = empty.map((row) => ({
      participantId: row.participant_id,
      day,
      part,
      mark: 'present' as const,
      lateMinutes: null,
    }))
    const { store } = checkMarks(sheet, cells, { today: ctx.today, settled })
    const { changeSetId } = ctx.command('attendance.fillPlanned', () => {
      for (const item of store) setMark(ctx.db, item)
    })
    return { filled: store.length, skipped: planned.length - store.length, changeSetId }
  },

  closeWeek(ctx, input) {
    const monday = mondayOf(input.monday)
    const sunday = addDays(monday, 6)
    const from = ctx.today < monday ? monday : addDays(ctx.today, 1)
    if (ctx.today < monday || emptyParts(readSheet(ctx, from, sunday), from, sunday).length > 0)
      throw invalid('monday', 'date_in_future')
    const week = { monday, closed_on: ctx.today, staff_id: ctx.staff.id }
    const { changeSetId } = ctx.command('attendance.closeWeek', () => closeWeek(ctx.db, week))
    return { changeSetId }
  },

  openWeek(ctx, { monday }) {
    const { changeSetId } = ctx.command('attendance.openWeek', () => openWeek(ctx.db, mondayOf(monday)))
    return { changeSetId }
  },

  unfilledWeeks(ctx) {
    const to = addDays(mondayOf(ctx.today), -1)
    const from = addDays(to, 1 - 7 * weeksBack)
    const settled = closedMondays(ctx, from, to)
    const empty = emptyParts(readSheet(ctx, from, to), from, to)
    return [...Map.groupBy(empty, ({ day }) => mondayOf(day))]
      .filter(([monday]) => !settled.has(monday))
      .map(([monday, cells]) => ({ monday, weekNumber: isoWeek(monday).week, cells: cells.length }))
      .toReversed()
  },

  setGrouping(ctx, { grouping }) {
    const { changeSetId } = ctx.command('attendance.setGrouping', () => setWeekGrouping(ctx.db, grouping))
    return { changeSetId }
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

/** Weeks that are a quarter of a year old no longer ask for attention. */
const weeksBack = 13

function checkTyped(ctx: OfficeContext, cells: readonly MarkedCell[]): CheckedMarks {
  const days = cells.map((item) => item.day).sort()
  const [from, to] = [days[0] ?? ctx.today, days.at(-1) ?? ctx.today]
  const people = [...new Set(cells.map((item) => item.participantId))]
  const settled = closedMondays(ctx, from, to)
  return checkMarks(readSheetOf(ctx, people, from, to), cells, { today: ctx.today, settled })
}

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

/** @param marks of this trajectory, in these days. */
function weekRow(
  plans: Plans,
  row: WeekTrajectoryRow,
  marks: readonly StoredMark[],
  days: readonly string[],
): WeekRow {
  const cells: WeekCell[] = []
  const counted: WeekCell[] = []
  for (const day of days) {
    const closed = plans.closed.has(day)
    const agreed = closed ? [] : agreedParts(plans, row, day)
    for (const part of parts) {
      const mark = marks.find((one) => one.day === day && one.part === part)
      const made = cell(
        day,
        part,
        agreed.find((one) => one.part === part),
        mark,
      )
      cells.push(made)
      if (!closed) counted.push(made)
    }
  }
  return {
    participantId: row.participant_id,
    trajectoryId: row.id,
    listName: listName(row),
    coachName: row.coach_name,
    cells,
    totals: totals(counted),
  }
}

function cell(
  day: string,
  part: DayPart,
  planned: SchedulePart | undefined,
  mark: StoredMark | undefined,
): WeekCell {
  // Written out: six hundred of these are made for each look at a week. A mark keeps the plan of its own day: a
  // later change of schedule must not change the figures.
  return {
    day,
    part,
    planned_minutes: mark ? mark.planned_minutes : planned ? partMinutes(planned) : 0,
    planned_from: planned ? planned.start_minute : null,
    planned_until: planned ? planned.end_minute : null,
    mark: mark ? mark.mark : null,
    present_minutes: mark ? mark.present_minutes : 0,
    from_minute: mark ? mark.from_minute : null,
    until_minute: mark ? mark.until_minute : null,
    note: mark ? mark.note : '',
  }
}
