import type { AppointmentFields } from '#core/api/agenda.ts'

/** What is typed about an appointment. */
export const appointmentFields = [
  'happens_on',
  'start_minute',
  'end_minute',
  'title',
  'place',
  'remark',
  'staff_id',
  'participant_id',
  'host_id',
  'case_manager_id',
] as const satisfies (keyof AppointmentFields)[]
