import { contactSql, openSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import type { ParticipantNames } from '../letters/queries.ts'
import { prepared } from '../prepare.ts'

const names = `p.given_names, p.call_name, p.initials, p.prefix, p.surname, p.partner_prefix, p.partner_surname,
  p.name_use, p.form_of_address`

export interface NoShowRow extends ParticipantNames {
  participant_id: number
  day: string
  phone: string
}

/** Who stayed away without a word on the last day that has marks, in the week before this one. */
export function noShowsBefore(db: ReadableDb, today: string): NoShowRow[] {
  return prepared<[{ today: string }], NoShowRow>(
    db,
    `SELECT DISTINCT a.participant_id, a.day, p.phone, ${names}
     FROM attendance a JOIN participant p ON p.id = a.participant_id
     WHERE a.mark = 'no_show'
       AND a.day = (SELECT max(day) FROM attendance WHERE day < @today AND day >= date(@today, '-7 days'))
     ORDER BY p.sort_key, p.id`,
  ).all({ today })
}

export interface AftercareDueRow extends ParticipantNames {
  id: number
  participant_id: number
  month: number
  due_on: string
}

/** Moments that wait on this day, the oldest first; `due_on` is when it is tried again. Only of who may be asked. */
export function aftercareDue(db: ReadableDb, day: string): AftercareDueRow[] {
  return prepared<[{ day: string }], AftercareDueRow>(
    db,
    `SELECT a.id, a.participant_id, a.month, coalesce(a.try_on, a.due_on) AS due_on, ${names}
     FROM aftercare a JOIN participant p ON p.id = a.participant_id JOIN trajectory t ON t.id = a.trajectory_id
     WHERE ${openSql} AND coalesce(a.try_on, a.due_on) <= @day AND t.ended_on IS NOT NULL
       AND ${contactSql} = 'may'
     ORDER BY coalesce(a.try_on, a.due_on), p.sort_key, a.id`,
  ).all({ day })
}

export interface EndingRow extends ParticipantNames {
  participant_id: number
  planned_end_on: string
}

/** Trajectories that have not been ended and whose planned end comes before this day, or has passed. */
export function endingBefore(db: ReadableDb, today: string, day: string): EndingRow[] {
  return prepared<[{ today: string; day: string }], EndingRow>(
    db,
    `SELECT t.participant_id, t.planned_end_on, ${names}
     FROM trajectory t JOIN participant p ON p.id = t.participant_id
     WHERE t.ended_on IS NULL AND t.starts_on <= @today AND t.planned_end_on <= @day
     ORDER BY t.planned_end_on, p.sort_key`,
  ).all({ today, day })
}
