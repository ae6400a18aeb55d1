import { birthdayIn } from '#core/calendar/birthdays.ts'
import { addDays } from '#core/calendar/dates.ts'
import { fullName } from '#core/names/name.ts'
import type { Today } from '#core/api/today.ts'
import { appointmentsOn } from '#db/appointments/queries.ts'
import { civicEnding } from '#db/civic/queries.ts'
import { lettersInReview } from '#db/letters/states.ts'
import { closureReason, readOffice } from '#db/office/queries.ts'
import { aftercareDue, bornPeople, endingBefore, noShowsBefore, placementsEnding } from '#db/today/queries.ts'
import { listOpenTasks } from '#db/tasks/queries.ts'
import { attendanceOfToday } from '../attendance/today.ts'
import type { OfficeContext } from '../context.ts'
import { dueLetters } from '../letters/due.ts'
import { letterRow } from '../letters/row.ts'
import { printToday } from '../papers/today-sheet-facts.ts'
import { attendance } from './attendance.ts'
import type { Feature } from './feature.ts'

/** What comes within a week is worth knowing this morning; an end four weeks ahead needs a letter first. */
const daysAhead = 7
const endDaysAhead = 28
/** A place whose last day passed a month ago is on the board; here it would only be in the way. */
const endedDaysShown = 28

export const today = {
  get(ctx) {
    const day = ctx.today
    const soon = addDays(day, daysAhead)
    const reviews = lettersInReview(ctx.db)
    // Nobody has to do anything with those but the colleague who looks.
    const looked = new Set<number | null>(reviews.map(({ id }) => id))
    return {
      today: day,
      closedReason: closureReason(ctx.db, day),
      ...attendanceOfToday(ctx),
      appointments: appointmentsOn(ctx.db, day),
      noShowYesterday: noShowsBefore(ctx.db, day).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        day: row.day,
        phone: row.phone,
        note: row.note,
        done:
          row.done_kind !== null && row.done_on !== null ? { kind: row.done_kind, on: row.done_on } : null,
      })),
      alerts: attendance.alerts(ctx),
      lettersDue: dueLetters(ctx).filter(({ dueOn, draftId }) => dueOn <= soon && !looked.has(draftId)),
      reviews: reviews
        .filter(({ askedBy }) => askedBy !== ctx.staff.id)
        .map((row) => {
          const { id, kind, participantId, personName } = letterRow(row)
          return { id, kind, participantId, personName, askedName: row.askedName, askedOn: row.askedOn }
        }),
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
      placementsEnding: placementsEnding(ctx.db, {
        from: addDays(day, -endedDaysShown),
        today: day,
      }).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        placementId: row.id,
        kind: row.kind,
        where: row.host,
        on: row.expected_end_on,
      })),
      civicSoon: civicEnding(ctx.db, day).map((row) => ({
        participantId: row.participant_id,
        name: fullName(row),
        on: row.ends_on,
      })),
      birthdays: birthdaysOf(ctx),
    }
  },

  print: (ctx): Promise<{ path: string | null; url: string | null }> => printToday(ctx, today.get(ctx)),
} satisfies Feature<'today'>

function birthdaysOf(ctx: OfficeContext): Today['birthdays'] {
  if (!readOffice(ctx.db).birthdays) return []
  return bornPeople(ctx.db, ctx.today)
    .flatMap((row) => {
      const on = birthdayIn(row.birth_date, ctx.today, addDays(ctx.today, daysAhead - 1))
      return on === null ? [] : [{ participantId: row.participant_id, name: fullName(row), on }]
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
