/** What deserves a second look before an appointment is made. Nothing of it stops anybody. */
import type { AgendaWarning, AppointmentFields } from '../api/agenda.ts'
import type { LessonPart } from '../api/fields.ts'
import { timeComesTwice } from '../calendar/clock-change.ts'
import { weekday } from '../calendar/dates.ts'

/** When people expect an appointment, in minutes since midnight. */
export const usualHours = { from: 8 * 60, until: 18 * 60 } as const

/** The hours of the day that a lesson takes: of a lesson only the part of the day is known. */
const lessonHours: Readonly<Record<LessonPart, { from: number; until: number }>> = {
  morning: { from: 0, until: 12 * 60 + 30 },
  afternoon: { from: 12 * 60 + 30, until: 17 * 60 + 30 },
  evening: { from: 17 * 60 + 30, until: 1440 },
}

export type Hours = Pick<AppointmentFields, 'start_minute' | 'end_minute'>

/** Whether two have a minute in common; one may begin when the other ends. */
export function overlap(a: Hours, b: Hours): boolean {
  return a.start_minute < b.end_minute && b.start_minute < a.end_minute
}

export interface Around {
  readonly today: string
  /** Why the workshop is closed that day; null when it is open. */
  readonly closed: string | null
  /** The name of the public holiday on that day; null when it is none. */
  readonly holiday: string | null
  readonly lessons: readonly { weekday: number; part: LessonPart }[] // of the person
  /** What else stands that day, without this appointment and without what was cancelled. */
  readonly others: readonly (Hours & Pick<AppointmentFields, 'title' | 'staff_id' | 'participant_id'>)[]
}

/** In the order of how much they matter. */
export function agendaWarnings(
  of: Hours & Pick<AppointmentFields, 'happens_on' | 'staff_id' | 'participant_id'>,
  { today, closed, holiday, lessons, others }: Around,
): AgendaWarning[] {
  const day = weekday(of.happens_on)
  const busy = others.filter((other) => overlap(of, other))
  const found: AgendaWarning[] = []
  if (of.happens_on < today) found.push({ code: 'past' })
  for (const { title, start_minute, end_minute, participant_id } of busy)
    if (of.participant_id !== null && participant_id === of.participant_id)
      found.push({ code: 'person_busy', title, start_minute, end_minute })
  for (const lesson of lessons) {
    const hours = lessonHours[lesson.part]
    if (lesson.weekday === day && overlap(of, { start_minute: hours.from, end_minute: hours.until }))
      found.push({ code: 'lesson', part: lesson.part })
  }
  for (const { title, start_minute, end_minute, staff_id } of busy)
    if (of.staff_id !== null && staff_id === of.staff_id)
      found.push({ code: 'staff_busy', title, start_minute, end_minute })
  if (closed !== null) found.push({ code: 'closed', reason: closed })
  else if (holiday !== null) found.push({ code: 'holiday', holiday })
  if (day > 5) found.push({ code: 'weekend' })
  if (of.start_minute < usualHours.from || of.end_minute > usualHours.until)
    found.push({ code: 'outside_hours' })
  if (timeComesTwice(of.happens_on, of.start_minute)) found.push({ code: 'hour_twice' })
  return found
}
