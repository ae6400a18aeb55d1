import { plannedParts } from '#core/attendance/plan.ts'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { fullName } from '#core/names/name.ts'
import type { Today } from '#core/api/paper.ts'
import { marksBetween, trajectoriesBetween } from '#db/attendance/queries.ts'
import { civicEnding } from '#db/civic/queries.ts'
import { listClosures } from '#db/office/queries.ts'
import { aftercareDue, endingBefore, noShowsBefore } from '#db/today/queries.ts'
import { listOpenTasks } from '#db/tasks/queries.ts'
import { pausesOf, schedulesOf } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { dueLetters } from '../letters/due.ts'
import { printToday } from '../papers/today-sheet-facts.ts'

/** How far back Vandaag looks for half-days that nobody filled in. */
const daysBack = 14
/** What comes within a week is worth knowing this morning; an end four weeks ahead needs a letter first. */
const daysAhead = 7
const endDaysAhead = 28

export const today = {
  get(ctx) {
    const day = ctx.today
    const from = addDays(day, -daysBack)
    const closures = listClosures(ctx.db, from, day)
    const soon = addDays(day, daysAhead)
    return {
      today: day,
      closedReason: closures.find((closure) => closure.day === day)?.reason ?? null,
      ...attendanceOf(ctx, from, new Set(closures.map((closure) => closure.day))),
      noShowYesterday: noShowsBefore(ctx.db, day).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        day: row.day,
        phone: row.phone,
      })),
      lettersDue: dueLetters(ctx).filter((letter) => letter.dueOn <= soon),
      aftercareDue: aftercareDue(ctx.db, soon).map((row) => ({
        id: row.id,
        participantId: row.participant_id,
        name: fullName(row),
        month: row.month,
        due_on: row.due_on,
      })),
      tasks: listOpenTasks(ctx.db, { until: soon, firstOf: ctx.staff.id }).map(({ person, ...task }) => ({
        id: task.id,
        participantId: task.participant_id,
        name: person === null ? '' : fullName(person),
        title: task.title,
        due_on: task.due_on,
        staff_id: task.staff_id,
        staffName: task.staffName,
        intake_id: task.intake_id,
        question: task.question,
      })),
      endingSoon: endingBefore(ctx.db, day, addDays(day, endDaysAhead)).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        on: row.planned_end_on,
      })),
      civicSoon: civicEnding(ctx.db, day).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        on: row.ends_on,
      })),
    }
  },

  print: (ctx): Promise<{ path: string | null; url: string | null }> => printToday(ctx, today.get(ctx)),
} satisfies Feature<'today'>

/** Who comes today, who for the first time, and which earlier half-days are still empty. */
function attendanceOf(
  ctx: OfficeContext,
  from: string,
  closed: ReadonlySet<string>,
): Pick<Today, 'coming' | 'firstTime' | 'unfilled'> {
  const rows = trajectoriesBetween(ctx.db, from, ctx.today)
  const ids = rows.map((row) => row.id)
  const schedules = schedulesOf(ctx.db, ids)
  const pauses = pausesOf(ctx.db, ids)
  const marks = new Map(
    marksBetween(ctx.db, from, ctx.today).map((row) => [
      `${row.participant_id} ${row.day} ${row.part}`,
      row.mark,
    ]),
  )
  const planned = (row: (typeof rows)[number], day: string) =>
    closed.has(day)
      ? []
      : plannedParts(
          {
            schedules: schedules.get(row.id) ?? [],
            startsOn: row.starts_on,
            lastDay: row.last_day,
            pauses: pauses.get(row.id) ?? [],
          },
          day,
        )

  const coming: Today['coming'] = []
  const firstTime: Today['firstTime'] = []
  for (const row of rows) {
    const parts = planned(row, ctx.today).map((item) => item.part)
    if (parts.length === 0) continue
    const name = fullName(row)
    const mark = parts
      .map((part) => marks.get(`${row.participant_id} ${ctx.today} ${part}`))
      .find((item) => item)
    coming.push({ participantId: row.participant_id, name, parts, mark: mark ?? null, phone: row.phone })
    if (firstPlannedDay(row.starts_on, (day) => planned(row, day).length > 0) === ctx.today)
      firstTime.push({ participantId: row.participant_id, name })
  }

  const unfilled: Today['unfilled'] = []
  for (let day = from; day < ctx.today; day = addDays(day, 1)) {
    if (weekday(day) > 5) continue
    let cells = 0
    for (const row of rows)
      for (const item of planned(row, day))
        if (!marks.has(`${row.participant_id} ${day} ${item.part}`)) cells += 1
    if (cells > 0) unfilled.push({ day, cells })
  }
  return { coming, firstTime, unfilled }
}

/** A first week without any planned day does not happen; then nobody is new. */
function firstPlannedDay(startsOn: string, isPlanned: (day: string) => boolean): string | null {
  for (let n = 0; n < 14; n += 1) if (isPlanned(addDays(startsOn, n))) return addDays(startsOn, n)
  return null
}
