/** The agenda: appointments, what deserves a second look about them, and the calendar file that takes them out. */
import { randomUUID } from 'node:crypto'
import type { AppointmentFields, Appointment, FileDetail, FileScope } from '#core/api/agenda.ts'
import type { FieldError } from '#core/api/errors.ts'
import { lessonPart } from '#core/api/fields.ts'
import { fileWords } from '#core/agenda/file-words.ts'
import { agendaWarnings } from '#core/agenda/warnings.ts'
import { timeExists } from '#core/calendar/clock-change.ts'
import { addDays, isoWeek, mondayOf, weekday } from '#core/calendar/dates.ts'
import { dutchHolidays } from '#core/calendar/holidays.ts'
import { calendarFile, type CalendarEvent } from '#core/calendar-files/ics.ts'
import { shownTime } from '#core/calendar/times.ts'
import { createI18n } from '#core/i18n/index.ts'
import { fullName } from '#core/names/name.ts'
import {
  cancelAppointment,
  createAppointment,
  removeAppointment,
  restoreAppointment,
  saveAppointment,
} from '#db/appointments/commands.ts'
import {
  appointmentRevisions,
  appointmentsBetween,
  appointmentsOf,
  appointmentsOn,
  findAppointment,
  lessonsInTrajectory,
  type KeptAppointment,
} from '#db/appointments/queries.ts'
import { lessonsOf } from '#db/civic/queries.ts'
import { closureReason, findStaff, listClosures, readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

/** As many lines as can be looked over before a file leaves the office. */
const previewLines = 4

export const agenda = {
  week(ctx, { monday: day }) {
    const monday = mondayOf(day)
    const sunday = addDays(monday, 6)
    const closed = new Map(listClosures(ctx.db, monday, sunday).map((one) => [one.day, one.reason]))
    const lessons = lessonsInTrajectory(ctx.db, { from: monday, to: sunday })
    const { year, week } = isoWeek(monday)
    return {
      monday,
      year,
      week,
      days: [0, 1, 2, 3, 4, 5, 6].map((n) => {
        const on = addDays(monday, n)
        const then = lessons.filter(
          (one) => one.weekday === weekday(on) && one.starts_on <= on && on <= one.last_day,
        )
        return {
          day: on,
          closed: closed.get(on) ?? null,
          lessons: lessonPart.options.flatMap((part) => {
            const people = then.filter((one) => one.part === part).map((one) => fullName(one))
            return people.length > 0 ? [{ part, people }] : []
          }),
        }
      }),
      appointments: appointmentsBetween(ctx.db, { from: monday, to: sunday }).map(shown),
    }
  },

  list: (ctx, { from, to, ...of }) =>
    appointmentsBetween(
      ctx.db,
      { from, to },
      {
        hostId: of.hostId ?? null,
        caseManagerId: of.caseManagerId ?? null,
        staffId: of.staffId ?? null,
      },
    ).map(shown),

  ofPerson: (ctx, { participantId, from, to }) =>
    appointmentsOf(ctx.db, participantId, { from, to }).map(shown),

  warnings(ctx, { id, ...of }) {
    const holiday = dutchHolidays(Number(of.happens_on.slice(0, 4))).find(
      (one) => one.date === of.happens_on && one.closedByDefault,
    )
    return agendaWarnings(of, {
      today: ctx.today,
      closed: closureReason(ctx.db, of.happens_on),
      holiday: holiday ? words(ctx).t(`enums:holiday.${holiday.code}`) : null,
      lessons: of.participant_id === null ? [] : lessonsOf(ctx.db, of.participant_id),
      others: appointmentsOn(ctx.db, of.happens_on).filter((other) => other.id !== id),
    })
  },

  create(ctx, input) {
    const fields = checked(ctx, input, null)
    const { result: id, changeSetId } = ctx.command('agenda.create', () =>
      createAppointment(ctx.db, `${randomUUID()}@trajectboek`, fields),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields: typed }) {
    const fields = checked(ctx, typed, found(findAppointment(ctx.db, id)))
    const { changeSetId } = ctx.command('agenda.save', () => saveAppointment(ctx.db, id, fields))
    return { changeSetId }
  },

  cancel(ctx, { id }) {
    const { changeSetId } = ctx.command('agenda.cancel', () => cancelAppointment(ctx.db, id, ctx.today))
    return { changeSetId }
  },

  restore(ctx, { id }) {
    const { changeSetId } = ctx.command('agenda.restore', () => restoreAppointment(ctx.db, id))
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('agenda.remove', () => removeAppointment(ctx.db, id))
    return { changeSetId }
  },

  filePreview(ctx, { scope, detail }) {
    const events = eventsOf(ctx, scope, detail)
    return {
      total: events.length,
      lines: events.slice(0, previewLines).map(({ day, startMinute, endMinute, title, place }) => ({
        day,
        text: [`${shownTime(startMinute)}-${shownTime(endMinute)} ${title}`, place]
          .filter(Boolean)
          .join(', '),
      })),
    }
  },

  file(ctx, { scope, detail }) {
    const text = calendarFile(eventsOf(ctx, scope, detail))
    return { name: fileName(ctx, scope), file: Buffer.from(text, 'utf8').toString('base64') }
  },
} satisfies Feature<'agenda'>

/** What crosses to the screens: not what only the calendar file needs. */
function shown({ uid: _uid, firstName: _firstName, ...appointment }: KeptAppointment): Appointment {
  return appointment
}

/** @param before what stands now; null for a new one. @throws CommandError INVALID. */
function checked(
  ctx: OfficeContext,
  typed: AppointmentFields,
  before: Appointment | null,
): AppointmentFields {
  const fields = trimmed(typed)
  refuse(
    required('title', fields.title),
    exists('start_minute', fields.happens_on, fields.start_minute),
    fields.end_minute <= fields.start_minute
      ? { field: 'end_minute', problem: 'time_order' }
      : exists('end_minute', fields.happens_on, fields.end_minute),
    stillHere(ctx, fields.staff_id, before?.staff_id ?? null),
  )
  return fields
}

function exists(field: string, day: string, minute: number): FieldError | null {
  return timeExists(day, minute) ? null : { field, problem: 'hour_skipped' }
}

/** Somebody who left keeps the appointments that were theirs, and gets no new ones. */
function stillHere(ctx: OfficeContext, staffId: number | null, was: number | null): FieldError | null {
  if (staffId === null || staffId === was) return null
  return findStaff(ctx.db, staffId)?.active === false ? { field: 'staff_id', problem: 'has_left' } : null
}

function eventsOf(ctx: OfficeContext, scope: FileScope, detail: FileDetail): CalendarEvent[] {
  const chosen =
    'id' in scope ? [found(findAppointment(ctx.db, scope.id))] : appointmentsBetween(ctx.db, scope)
  const revisions = appointmentRevisions(
    ctx.db,
    chosen.map((one) => one.id),
  )
  const { t } = words(ctx)
  return chosen.map((one) => ({
    uid: one.uid,
    sequence: revisions.get(one.id)?.sequence ?? 0,
    changedAt: revisions.get(one.id)?.changedAt ?? ctx.now,
    day: one.happens_on,
    startMinute: one.start_minute,
    endMinute: one.end_minute,
    cancelled: one.cancelled_on !== null,
    ...fileWords(one, detail, {
      neutral: t('agenda:file.neutral'),
      withName: (title, name) => t('agenda:file.withName', { title, name }),
    }),
  }))
}

/** Tells when, never who. */
function fileName(ctx: OfficeContext, scope: FileScope): string {
  const { t } = words(ctx)
  if ('id' in scope)
    return t('agenda:file.nameOne', { day: found(findAppointment(ctx.db, scope.id)).happens_on })
  if (scope.to === null) return t('agenda:file.nameFrom', { day: scope.from })
  const { year, week } = isoWeek(scope.from)
  return t('agenda:file.nameWeek', { year, week: String(week).padStart(2, '0') })
}

const words = (ctx: OfficeContext) => createI18n(readOffice(ctx.db).language)
