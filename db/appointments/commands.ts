import type { AppointmentFields } from '#core/api/agenda.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, insertSql, updateSql } from '../statements.ts'
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

const others = {
  staff_id: 'SELECT 1 FROM staff WHERE id = ?',
  host_id: 'SELECT 1 FROM host WHERE id = ?',
  case_manager_id: 'SELECT 1 FROM case_manager WHERE id = ?',
} as const

/** With the dossier that stays, where the person's own went into another one. @throws CommandError NOT_FOUND. */
function standing(db: WritableDb, fields: AppointmentFields): AppointmentFields {
  for (const [field, sql] of Object.entries(others) as [keyof typeof others, string][])
    if (fields[field] !== null && prepared<[number]>(db, sql).get(fields[field]) === undefined)
      throw new CommandError('NOT_FOUND')
  if (fields.participant_id === null) return fields
  const person = prepared<[number], { id: number }>(
    db,
    'SELECT coalesce(merged_into, id) AS id FROM participant WHERE id = ?',
  ).get(fields.participant_id)
  if (person === undefined) throw new CommandError('NOT_FOUND')
  return { ...fields, participant_id: person.id }
}
