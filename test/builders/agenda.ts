import type { AppointmentFields } from '#core/api/agenda.ts'
import { createAppointment } from '#db/appointments/commands.ts'
import type { TestOffice } from './office.ts'

/** From 10.00 to 11.00 on the test's day, with nobody unless they are given. */
export function anAppointment(office: TestOffice, fields: Partial<AppointmentFields> = {}): number {
  return office.command(() =>
    createAppointment(office.db, `${crypto.randomUUID()}@test`, {
      happens_on: office.ctx.today,
      start_minute: 600,
      end_minute: 660,
      title: 'Talk',
      place: '',
      remark: '',
      staff_id: null,
      participant_id: null,
      host_id: null,
      case_manager_id: null,
      ...fields,
    }),
  )
}
