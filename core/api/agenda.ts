/** The agenda: appointments with a person, an organisation or a case manager, and the calendar file of them. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** Dutch local time, in minutes since midnight; an end of 1440 is midnight. */
export const appointmentFieldsSchema = z.object({
  happens_on: f.isoDate,
  start_minute: z.int().min(0).max(1439),
  end_minute: z.int().min(1).max(1440),
  title: f.shortText,
  place: f.shortText,
  remark: f.longText,
  staff_id: f.id.nullable(),
  participant_id: f.id.nullable(),
  host_id: f.id.nullable(),
  case_manager_id: f.id.nullable(),
})
export type AppointmentFields = z.infer<typeof appointmentFieldsSchema>

export const appointmentSchema = appointmentFieldsSchema.extend({
  id: f.id,
  cancelled_on: f.isoDate.nullable(),
  /** Empty where there is nobody. */
  participantName: z.string(),
  hostName: z.string(),
  caseManagerName: z.string(),
  staffName: z.string(),
})
export type Appointment = z.infer<typeof appointmentSchema>

export const agendaDaySchema = z.object({
  day: f.isoDate,
  /** Why the workshop is closed; null when it is open. */
  closed: z.string().nullable(),
  /** Who is at language lessons then: of the people in a trajectory. */
  lessons: z.array(z.object({ part: f.lessonPart, people: z.array(z.string()) })),
})
export type AgendaDay = z.infer<typeof agendaDaySchema>

export const agendaWeekSchema = z.object({
  monday: f.isoDate,
  year: z.int(), // of the week: ISO 8601
  week: z.int(),
  days: z.array(agendaDaySchema).length(7),
  appointments: z.array(appointmentSchema), // by time; the cancelled ones too
})
export type AgendaWeek = z.infer<typeof agendaWeekSchema>

/** What deserves a second look; nothing of it stops anybody. */
export const agendaWarningSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('past') }),
  z.object({ code: z.literal('weekend') }),
  z.object({ code: z.literal('outside_hours') }),
  /** The clock goes back that night, and this hour comes twice. */
  z.object({ code: z.literal('hour_twice') }),
  z.object({ code: z.literal('closed'), reason: z.string() }),
  /** A public holiday that the office did not mark as closed. */
  z.object({ code: z.literal('holiday'), holiday: z.string() }),
  z.object({ code: z.literal('lesson'), part: f.lessonPart }),
  z.object({ code: z.literal('person_busy'), title: z.string(), start_minute: z.int(), end_minute: z.int() }),
  z.object({ code: z.literal('staff_busy'), title: z.string(), start_minute: z.int(), end_minute: z.int() }),
])
export type AgendaWarning = z.infer<typeof agendaWarningSchema>

/**
 * How much a calendar file says about an appointment. `time`: only when it is. `what`: also the title and the place
 * as they were typed. `first_name`: also the first name of the participant. Never more.
 */
export const fileDetail = z.enum(['time', 'what', 'first_name'])
export type FileDetail = z.infer<typeof fileDetail>

/** One appointment, or those of a range of days; `to` null: everything from that day on. */
export const fileScope = z.union([
  z.object({ id: f.id }),
  z.object({ from: f.isoDate, to: f.isoDate.nullable() }),
])
export type FileScope = z.infer<typeof fileScope>
const fileOf = z.object({ scope: fileScope, detail: fileDetail })

const days = { from: f.isoDate, to: f.isoDate.nullable() }

export const agenda = {
  week: base.input(z.object({ monday: f.isoDate })).output(agendaWeekSchema),
  /** Of a range of days, or of what is asked for in it; the cancelled ones too. */
  list: base
    .input(
      z.object({ ...days, hostId: f.id.nullish(), caseManagerId: f.id.nullish(), staffId: f.id.nullish() }),
    )
    .output(z.array(appointmentSchema)),
  /** Of one person, without the cancelled ones. */
  ofPerson: base.input(z.object({ participantId: f.id, ...days })).output(z.array(appointmentSchema)),
  /** For what is being typed; `id` of the appointment that is changed, null for a new one. */
  warnings: base
    .input(
      appointmentFieldsSchema
        .pick({
          happens_on: true,
          start_minute: true,
          end_minute: true,
          staff_id: true,
          participant_id: true,
        })
        .extend({ id: f.id.nullable() }),
    )
    .output(z.array(agendaWarningSchema)),
  create: base.input(appointmentFieldsSchema).output(f.created),
  save: base.input(z.object({ id: f.id, fields: appointmentFieldsSchema })).output(f.changed),
  /** It stays, and a calendar that has it takes it away. */
  cancel: base.input(f.withId).output(f.changed),
  restore: base.input(f.withId).output(f.changed),
  /** For one that was made by mistake: no calendar hears of it. */
  remove: base.input(f.withId).output(f.changed),
  /** What would stand in the file, for a look before it leaves the office: as many as `total`, of which the first few. */
  filePreview: base
    .input(fileOf)
    .output(z.object({ total: z.int(), lines: z.array(z.object({ day: f.isoDate, text: z.string() })) })),
  /** The calendar file (RFC 5545). No name of a person in the file's name. */
  file: base.input(fileOf).output(z.object({ name: z.string(), file: f.base64 })),
}
