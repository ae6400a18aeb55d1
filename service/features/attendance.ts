import { addDays, isoWeek, mondayOf } from '#core/calendar/dates.ts'
import { partMinutes, plannedParts } from '#core/attendance/plan.ts'
import { presentMinutes, totals } from '#core/attendance/totals.ts'
import { listName } from '#core/names/name.ts'
import type { AttendanceMark, DayPart } from '#core/api/fields.ts'
import type { Pause, Schedule, SchedulePart, WeekCell, WeekRow } from '#core/api/programme.ts'
import { clearMark, refreshMonths, setMark } from '#db/attendance/commands.ts'
import { marksBetween, trajectoriesBetween } from '#db/attendance/queries.ts'
import { listClosures } from '#db/office/queries.ts'
import type { MarkRow, WeekTrajectoryRow } from '#db/attendance/queries.ts'
import { CommandError } from '#db/errors.ts'
import { pausesOf, schedulesOf } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

const parts: readonly DayPart[] = ['morning', 'afternoon']
/** A half-day outside the schedule counts as long as a usual one, unless the schedule says otherwise. */
const usualMinutes = 150
/** Agreed beforehand, so they may be filled in for days to come. */
const canBePlanned: readonly AttendanceMark[] = ['leave', 'school', 'elsewhere', 'ill']

export const attendance = {
  week(ctx, input) {
    const monday = mondayOf(input.monday)
    const friday = addDays(monday, 4)
    const sheet = readSheet(ctx, monday, friday)
    const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n))
    const rows = sheet.trajectories.map((trajectory): WeekRow => {
      const cells = days.flatMap((day) => parts.map((part) => cell(sheet, trajectory, day, part)))
      const filled = cells.flatMap((item) =>
        item.mark
          ? [
              {
                mark: item.mark,
                planned_minutes: item.planned_minutes,
                present_minutes: item.present_minutes,
              },
            ]
          : [],
      )
      return {
        participantId: trajectory.participant_id,
        trajectoryId: trajectory.id,
        listName: listName(trajectory),
        coachName: trajectory.coach_name,
        cells,
        totals: totals(filled),
      }
    })
    const closed = listClosures(ctx.db, monday, friday)
    return { monday, weekNumber: isoWeek(monday).week, today: ctx.today, closed, rows }
  },

  mark(ctx, { cells }) {
    const days = cells.map((item) => item.day).sort()
    const sheet = readSheet(ctx, days[0] ?? ctx.today, days.at(-1) ?? ctx.today)
    const { changeSetId } = ctx.command('attendance.mark', () => {
      const touched = new Map<string, readonly [number, string]>()
      for (const item of cells) {
        const trajectory = sheet.trajectories.find(
          (row) =>
            row.participant_id === item.participantId &&
            row.starts_on <= item.day &&
            row.last_day >= item.day,
        )
        if (!trajectory) throw invalid('day', 'outside_trajectory')
        if (item.mark === null) {
          clearMark(ctx.db, { participant_id: item.participantId, day: item.day, part: item.part })
        } else {
          if (sheet.closed.has(item.day)) throw new CommandError('CLOSED_DAY')
          if (item.day > ctx.today && !canBePlanned.includes(item.mark))
            throw invalid('day', 'date_in_future')
          setMark(ctx.db, markRow(sheet, trajectory, item.day, item.part, item.mark, item.lateMinutes ?? 0))
        }
        touched.set(`${trajectory.id} ${item.day.slice(0, 7)}`, [trajectory.id, item.day.slice(0, 7)])
      }
      refreshMonths(ctx.db, touched.values())
    })
    return { changeSetId }
  },

  fillPlanned(ctx, { day, part }) {
    if (day > ctx.today) throw invalid('day', 'date_in_future')
    const sheet = readSheet(ctx, day, day)
    if (sheet.closed.has(day)) throw new CommandError('CLOSED_DAY')
    const planned = sheet.trajectories.filter((row) => plannedPart(sheet, row, day, part) !== undefined)
    const empty = planned.filter((row) => !sheet.marks.has(markKey(row.participant_id, day, part)))
    const { changeSetId } = ctx.command('attendance.fillPlanned', () => {
      for (const row of empty) setMark(ctx.db, markRow(sheet, row, day, part, 'present', 0))
      refreshMonths(
        ctx.db,
        empty.map((row) => [row.id, day.slice(0, 7)] as const),
      )
    })
    return { filled: empty.length, skipped: planned.length - empty.length, changeSetId }
  },
} satisfies Feature<'attendance'>

/** Everything about some days, read once: who, their schedules, the marks and the closed days. */
interface Sheet {
  trajectories: WeekTrajectoryRow[]
  schedules: Map<number, Schedule[]>
  pauses: Map<number, Pause[]>
  marks: Map<string, MarkRow>
  closed: Set<string>
}

function readSheet(ctx: OfficeContext, from: string, to: string): Sheet {
  const trajectories = trajectoriesBetween(ctx.db, from, to)
  const ids = trajectories.map((row) => row.id)
  return {
    trajectories,
    schedules: schedulesOf(ctx.db, ids),
    pauses: pausesOf(ctx.db, ids),
    marks: new Map(
      marksBetween(ctx.db, from, to).map((row) => [markKey(row.participant_id, row.day, row.part), row]),
    ),
    closed: new Set(listClosures(ctx.db, from, to).map((row) => row.day)),
  }
}

function markKey(participantId: number, day: string, part: DayPart): string {
  return `${participantId} ${day} ${part}`
}

function plannedPart(
  sheet: Sheet,
  row: WeekTrajectoryRow,
  day: string,
  part: DayPart,
): SchedulePart | undefined {
  if (sheet.closed.has(day)) return undefined
  const schedules = sheet.schedules.get(row.id) ?? []
  const plan = {
    schedules,
    startsOn: row.starts_on,
    lastDay: row.last_day,
    pauses: sheet.pauses.get(row.id) ?? [],
  }
  return plannedParts(plan, day).find((item) => item.part === part)
}

function minutesOf(part: SchedulePart | undefined): number {
  return part ? partMinutes(part) : 0
}

function cell(sheet: Sheet, row: WeekTrajectoryRow, day: string, part: DayPart): WeekCell {
  const mark = sheet.marks.get(markKey(row.participant_id, day, part))
  // A mark keeps the plan of its own day: a later change of schedule must not change the figures.
  const planned_minutes = mark ? mark.planned_minutes : minutesOf(plannedPart(sheet, row, day, part))
  return { day, part, planned_minutes, mark: mark?.mark ?? null, present_minutes: mark?.present_minutes ?? 0 }
}

function markRow(
  sheet: Sheet,
  row: WeekTrajectoryRow,
  day: string,
  part: DayPart,
  mark: AttendanceMark,
  lateMinutes: number,
): MarkRow {
  const planned = minutesOf(plannedPart(sheet, row, day, part))
  if (mark === 'late' && (lateMinutes < 1 || lateMinutes > (planned || usualMinutes)))
    throw invalid('lateMinutes', 'number_range')
  return {
    participant_id: row.participant_id,
    trajectory_id: row.id,
    day,
    part,
    mark,
    planned_minutes: planned,
    present_minutes: presentMinutes(mark, planned || usualMinutes, lateMinutes),
  }
}
