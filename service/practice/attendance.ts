/** Schedules and the marks that follow from them, with the absences that occur in such a workshop. */
import type { AttendanceMark } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import { partMinutes, scheduleOn } from '#core/attendance/plan.ts'
import { presentMinutes } from '#core/attendance/totals.ts'
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { Run } from './plan.ts'
import type { Random } from './random.ts'

type Mark = PracticeRows['attendance']
export interface Valid {
  readonly valid_from: string
  readonly parts: SchedulePart[]
}

const morning = { part: 'morning', start_minute: 540, end_minute: 720 } as const
const afternoon = { part: 'afternoon', start_minute: 750, end_minute: 900 } as const

/** One schedule, or two where the days changed halfway. */
export function makeSchedules(run: Run, fullWeeks: boolean, random: Random): Valid[] {
  if (fullWeeks) return [{ valid_from: run.starts_on, parts: week([1, 2, 3, 4, 5], []) }]
  const first = drawWeek(random)
  const schedules = [{ valid_from: run.starts_on, parts: first }]
  if (random.chance(0.2))
    schedules.push({
      valid_from: addDays(mondayOf(run.starts_on), 7 * random.int(5, 9)),
      parts: drawWeek(random),
    })
  return schedules
}

/** Two or three days; some people come half days. */
function drawWeek(random: Random): SchedulePart[] {
  const days = random.some([1, 2, 3, 4, 5], random.chance(0.55) ? 3 : 2)
  const half = random.chance(0.3) ? 1 : random.chance(0.1) ? days.length : 0
  return week(days, days.slice(days.length - half))
}

/** Whole days on `days`, mornings only on those of them that are in `half`. */
function week(days: readonly number[], half: readonly number[]): SchedulePart[] {
  return days.flatMap((weekday) =>
    (half.includes(weekday) ? [morning] : [morning, afternoon]).map((part) => ({ weekday, ...part })),
  )
}

export interface Attending {
  readonly participant_id: number
  readonly trajectory_id: number
  readonly schedules: readonly Valid[]
  readonly from: string
  /** The last day with marks: the end, or yesterday. */
  readonly to: string
  /** From when one of the days is spent at a place outside; null for never. */
  readonly elsewhereFrom: string | null
}

/** A mark for each planned half-day on which the workshop was open. */
export function makeMarks(of: Attending, calendar: OfficeCalendar, random: Random): Mark[] {
  const marks: Mark[] = []
  const habits = {
    ill: 0.02 + 0.06 * random.next(),
    leave: 0.01 + 0.03 * random.next(),
    school: random.chance(0.3) ? 0.04 : 0.005,
    noShow: random.chance(0.25) ? 0.08 : 0.015,
    late: random.chance(0.2) ? 0.12 : 0.03,
  }
  let awayUntil = ''
  let away: AttendanceMark = 'ill'
  let schedule: Valid | null = null
  let changesOn = of.from
  for (const { day, weekday } of calendar.openDays(of.from, of.to)) {
    if (day >= changesOn) {
      schedule = scheduleOn(of.schedules as Valid[], day)
      changesOn = of.schedules.map((one) => one.valid_from).find((from) => from > day) ?? '9999-12-31'
    }
    const parts = schedule?.parts.filter((part) => part.weekday === weekday) ?? []
    if (parts.length === 0) continue
    if (day > awayUntil) {
      const absent = drawAbsence(habits, random)
      if (absent !== null) [away, awayUntil] = [absent.mark, addDays(day, absent.days - 1)]
    }
    const lastWeekday = schedule?.parts.at(-1)?.weekday
    const elsewhere = of.elsewhereFrom !== null && day >= of.elsewhereFrom && weekday === lastWeekday
    for (const [index, part] of parts.entries()) {
      const late = index === 0 && random.chance(habits.late)
      const mark = day <= awayUntil ? away : elsewhere ? 'elsewhere' : late ? 'late' : 'present'
      const planned = partMinutes(part)
      marks.push({
        participant_id: of.participant_id,
        day,
        part: part.part,
        trajectory_id: of.trajectory_id,
        mark,
        planned_minutes: planned,
        present_minutes: presentMinutes(mark, planned, mark === 'late' ? 5 * random.int(1, 6) : null),
      })
    }
  }
  return marks
}

interface Habits {
  readonly ill: number
  readonly leave: number
  readonly school: number
  readonly noShow: number
}

/** Whether somebody stays away from today on, and for how many calendar days. */
function drawAbsence(habits: Habits, random: Random): { mark: AttendanceMark; days: number } | null {
  const drawn = random.next()
  let under = habits.ill
  if (drawn < under) return { mark: 'ill', days: random.pick([1, 1, 2, 3, 8]) }
  if (drawn < (under += habits.leave)) return { mark: 'leave', days: random.pick([1, 1, 1, 5]) }
  if (drawn < (under += habits.school)) return { mark: 'school', days: 1 }
  return drawn < under + habits.noShow ? { mark: 'no_show', days: 1 } : null
}
