/** The page that gathers everything: today. */
import { z } from 'zod'
import { appointmentSchema } from './agenda.ts'
import { attendanceAlertSchema } from './attendance.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { dueLetterSchema, letterRowSchema } from './letters.ts'

const personSchema = z.object({ participantId: f.id, name: z.string() })
export const todaySchema = z.object({
  today: f.isoDate,
  closedReason: z.string().nullable(),
  /** The first day after today on which people are planned, within a month; null when there is none. */
  next: z.object({ day: f.isoDate, people: z.int() }).nullable(),
  coming: z.array(
    personSchema.extend({
      parts: z.array(f.dayPart),
      /** The first mark of today; `halves` has them each. */
      mark: f.attendanceMark.nullable(),
      halves: z.array(
        z.object({
          part: f.dayPart,
          start_minute: f.minutes,
          end_minute: f.minutes,
          mark: f.attendanceMark.nullable(),
        }),
      ),
      phone: z.string(),
    }),
  ),
  firstTime: z.array(personSchema),
  /** Of today, by time; without what was cancelled. */
  appointments: z.array(
    appointmentSchema.pick({
      id: true,
      start_minute: true,
      end_minute: true,
      title: true,
      place: true,
      participant_id: true,
      participantName: true,
      hostName: true,
      caseManagerName: true,
      staffName: true,
    }),
  ),
  /** `note` is what stands beside the mark, `done` the last note about this person since that day. */
  noShowYesterday: z.array(
    personSchema.extend({
      day: f.isoDate,
      phone: z.string(),
      note: z.string(),
      done: z.object({ kind: f.noteKind, on: f.isoDate }).nullable(),
    }),
  ),
  /** As attendance.alerts gives them. */
  alerts: z.array(attendanceAlertSchema),
  unfilled: z.array(z.object({ day: f.isoDate, cells: z.int() })),
  lettersDue: z.array(dueLetterSchema),
  /** Letters that a colleague asked somebody to look at, and that nobody approved yet; without those of who looks here. */
  reviews: z.array(
    letterRowSchema
      .pick({ id: true, kind: true, participantId: true, personName: true })
      .extend({ askedName: z.string(), askedOn: f.isoDate }),
  ),
  aftercareDue: z.array(personSchema.extend({ id: f.id, month: z.int(), due_on: f.isoDate })),
  tasks: z.array(
    z.object({
      id: f.id,
      participantId: f.id.nullable(),
      name: z.string(),
      title: z.string(),
      due_on: f.isoDate.nullable(),
      staff_id: f.id.nullable(),
      staffName: z.string(),
      intake_id: f.id.nullable(),
      question: z.string(),
    }),
  ),
  endingSoon: z.array(personSchema.extend({ on: f.isoDate })),
  /** The agreed end of a placement comes within four weeks, or passed in the four weeks before. `where`: the organisation. */
  placementsEnding: z.array(
    personSchema.extend({ placementId: f.id, kind: f.placementKind, where: z.string(), on: f.isoDate }),
  ),
  /** The term of civic integration ends within six months, or has just ended. */
  civicSoon: z.array(personSchema.extend({ on: f.isoDate })),
  /** Of today and the six days that follow; empty unless the office asked for them. */
  birthdays: z.array(personSchema.extend({ on: f.isoDate })),
})
export type Today = z.infer<typeof todaySchema>
export const today = {
  get: base.output(todaySchema),
  /** Opens the PDF: the day on one A4 page. */
  print: base.output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
}
