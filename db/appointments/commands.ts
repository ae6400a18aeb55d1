import type { AppointmentFields } from '#core/api/agenda.ts'
import type { WritableDb } from '../database.ts'
import { findHost } from '../hosts/queries.ts'
import { findCaseManager } from '../municipalities/queries.ts'
import { findStaff } from '../office/queries.ts'
import { findParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql } from '../statements.ts'
import { appointmentFields } from './rows.ts'

const insert = insertSql('appointment', ['uid', ...appointmentFields])
const update = updateSql('appointment', appointmentFields)

/** @param uid never used before. @returns the new id. @throws CommandError NOT_FOUND for somebody who is not there. */
export function createAppointment(db: WritableDb, uid: string, fields: AppointmentFields): number {
  const row = { uid, ...standing(db, fields) }
  return Number(prepared(db, insert).run(row).lastInsertRowid)
}

/** @throws CommandError NOT_FOUND. */
export function saveAppointment(db: WritableDb, id: number, fields: AppointmentFields): void {
  expectOne(prepared(db, update).run({ id, ...standing(db, fields) }))
}

/** It stays, as cancelled from this day; one that was cancelled before keeps its day. @throws CommandError NOT_FOUND. */
export function cancelAppointment(db: WritableDb, id: number, cancelledOn: string): void {
  expectOne(
    prepared(
      db,
      'UPDATE appointment SET cancelled_on = coalesce(cancelled_on, @cancelledOn) WHERE id = @id',
    ).run({
      id,
      cancelledOn,
    }),
  )
}

/** @throws CommandError NOT_FOUND. */
export function restoreAppointment(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'UPDATE appointment SET cancelled_on = NULL WHERE id = ?').run(id))
}

/** @throws CommandError NOT_FOUND. */
export function removeAppointment(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'DELETE FROM appointment WHERE id = ?').run(id))
}

/** With the dossier that stays, where the person's own went into another one. @throws CommandError NOT_FOUND. */
function standing(db: WritableDb, fields: AppointmentFields): AppointmentFields {
  const { staff_id, host_id, case_manager_id, participant_id } = fields
  if (staff_id !== null) found(findStaff(db, staff_id))
  if (host_id !== null) found(findHost(db, host_id))
  if (case_manager_id !== null) found(findCaseManager(db, case_manager_id))
  if (participant_id === null) return fields
  const { id, merged_into } = found(findParticipant(db, participant_id))
  return { ...fields, participant_id: merged_into ?? id }
}
