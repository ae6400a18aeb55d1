/** The hours: the week, its marks, what they add up to, and who needs attention. */
import { z } from 'zod'
import { weekGroupings } from '../attendance/week-order.ts'
import { base, fieldErrorSchema } from './errors.ts'
import * as f from './fields.ts'

/** Minutes; `rate` is null when nothing was planned. Closed days are in no figure. */
export const attendanceTotalsSchema = z.object({
  planned_minutes: f.minutes,
  present_minutes: f.minutes,
  notified_minutes: f.minutes,
  no_show_minutes: f.minutes,
  rate: z.number().min(0).nullable(),
})
export type AttendanceTotals = z.infer<typeof attendanceTotalsSchema>

/** Minutes since midnight, of the day itself: the clock that hangs on the wall. */
const fromMinute = z.int().min(0).max(1439)
const untilMinute = z.int().min(1).max(1440)

export const weekCellSchema = z.object({
  day: f.isoDate,
  part: f.dayPart,
  planned_minutes: f.minutes, // 0 where nothing is planned
  /** As it was agreed; null where nothing is planned. */
  planned_from: fromMinute.nullable(),
  planned_until: untilMinute.nullable(),
  mark: f.attendanceMark.nullable(),
  present_minutes: f.minutes,
  /** When somebody came and went, where that was noted. */
  from_minute: fromMinute.nullable(),
  until_minute: untilMinute.nullable(),
  note: z.string(),
})
export const weekRowSchema = z.object({
  participantId: f.id,
  trajectoryId: f.id,
  listName: z.string(),
  coachName: z.string(),
  cells: z.array(weekCellSchema), // Monday morning, Monday afternoon, ... Friday afternoon: ten
  /** Of the half-days that are filled in, so that the figure is true in the middle of the week. */
  totals: attendanceTotalsSchema,
})
export const weekSchema = z.object({
  monday: f.isoDate,
  weekNumber: z.int(),
  today: f.isoDate,
  closed: z.array(z.object({ day: f.isoDate, reason: z.string() })),
  grouping: z.enum(weekGroupings),
  /** In order; the rows stand behind one another in that same order. See core/attendance/week-order.ts. */
  groups: z.array(
    z.object({
      weekdays: z.array(z.int()).nullable(),
      coachName: z.string().nullable(),
      people: z.int(),
    }),
  ),
  rows: z.array(weekRowSchema),
  /** When and by whom it was closed; null: it is open. */
  settled: z.object({ on: f.isoDate, by: z.string() }).nullable(),
})
export type WeekCell = z.infer<typeof weekCellSchema>
export type WeekRow = z.infer<typeof weekRowSchema>
export type Week = z.infer<typeof weekSchema>

/**
 * One half-day as it was typed. `mark` null empties it. `lateMinutes` only with `late`, and not beside a
 * `fromMinute`, which says the same. Times only where somebody was there (present, late, elsewhere); what is
 * left out is as planned. `note` left out: the note stays.
 */
export const markedCellSchema = z.object({
  participantId: f.id,
  day: f.isoDate,
  part: f.dayPart,
  mark: f.attendanceMark.nullable(),
  lateMinutes: z.int().min(1).max(600).nullable(),
  fromMinute: fromMinute.nullish(),
  untilMinute: untilMinute.nullish(),
  note: f.shortText.optional(),
})
export type MarkedCell = z.infer<typeof markedCellSchema>

const marksInput = z.object({ cells: z.array(markedCellSchema).min(1).max(2000) })

/** Both days count. */
const period = z.object({ from: f.isoDate, to: f.isoDate })
export const periodTotalsSchema = attendanceTotalsSchema.extend({
  /** Planned minutes of closed days in the period, which are in none of the other figures. */
  closed_minutes: f.minutes,
})
export type PeriodTotals = z.infer<typeof periodTotalsSchema>

/** Who stands out; the rule: core/attendance/alerts.ts. */
export const attendanceAlertSchema = z.object({
  code: z.enum(['no_shows', 'absences', 'falling_rate']),
  participantId: f.id,
  trajectoryId: f.id,
  name: z.string(),
  phone: z.string(),
  /** Of absences in a row: the first day of the row; otherwise the first day of the last four weeks. */
  since: f.isoDate,
  /** Absent half-days in a row, and how many of them without notice; 0 of `falling_rate`. */
  parts: z.int(),
  withoutNotice: z.int(),
  /** Of `falling_rate`: the four weeks before, and the last four; null otherwise. */
  before: z.number().nullable(),
  now: z.number().nullable(),
})
export type AttendanceAlert = z.infer<typeof attendanceAlertSchema>

export const halfDaySchema = z.object({ weekday: z.int().min(1).max(7), part: f.dayPart })
/** How many people come on a half-day of the week, and for how many there is room; null: no limit. */
export const occupancySchema = halfDaySchema.extend({
  people: z.int().min(0),
  capacity: z.int().min(0).nullable(),
  /** The first day that is as full as that. */
  on: f.isoDate.nullable(),
})
export type Occupancy = z.infer<typeof occupancySchema>

export const attendance = {
  week: base.input(z.object({ monday: f.isoDate })).output(weekSchema),
  /** All or nothing. INVALID names each cell that is at fault: `cells.3.day`, with the field as in the input. */
  mark: base.input(marksInput).output(f.changed),
  /** What `mark` would say of these, without storing anything: each problem as in INVALID. */
  check: base.input(marksInput).output(z.object({ problems: z.array(fieldErrorSchema) })),
  /** Present for everybody who is planned on this half-day and has no mark yet. Never on a closed day. */
  fillPlanned: base
    .input(z.object({ day: f.isoDate, part: f.dayPart }))
    .output(z.object({ filled: z.int(), skipped: z.int(), changeSetId: f.id.nullable() })),
  /**
   * The marks of this week are settled: until it is opened again, `mark` refuses them. What is empty stays empty.
   * INVALID on `monday` while half-days of it still have to come.
   */
  closeWeek: base.input(z.object({ monday: f.isoDate })).output(f.changed),
  openWeek: base.input(z.object({ monday: f.isoDate })).output(f.changed),
  /** Earlier weeks that are open and have planned half-days that nobody filled in; the newest first. */
  unfilledWeeks: base.output(z.array(z.object({ monday: f.isoDate, weekNumber: z.int(), cells: z.int() }))),
  /** How people are put together in the grid and on paper. */
  setGrouping: base.input(z.object({ grouping: z.enum(weekGroupings) })).output(f.changed),
  /** Of one person, or of one trajectory of theirs, in a period. */
  totals: base
    .input(period.extend({ participantId: f.id, trajectoryId: f.id.nullish() }))
    .output(periodTotalsSchema),
  /** Of everybody in a period: `people` who had a half-day filled in. */
  officeTotals: base.input(period).output(
    attendanceTotalsSchema.extend({
      people: z.int(),
      months: z.array(attendanceTotalsSchema.extend({ month: f.isoMonth })), // oldest first
    }),
  ),
  /** Who is in a trajectory now and stands out, the most urgent first. */
  alerts: base.output(z.array(attendanceAlertSchema)),
  /**
   * How full the half-days are from a day on, in the twelve weeks that follow. With `parts`: with one person more on
   * those, who is left out as `trajectoryId`; only those come back. Without: all half-days that are planned or limited.
   */
  occupancy: base
    .input(
      z.object({
        from: f.isoDate,
        trajectoryId: f.id.nullish(),
        parts: z.array(halfDaySchema).max(14).nullish(),
      }),
    )
    .output(z.array(occupancySchema)),
}
