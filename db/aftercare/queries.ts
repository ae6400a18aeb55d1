import { stateOf } from '#core/aftercare/moments.ts'
import type { Aftercare, AftercareMoment, Attempt } from '#core/api/aftercare.ts'
import type { Outflow } from '#core/api/fields.ts'
import type { ParticipantFields } from '#core/api/people.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { contactSql } from './contact.ts'
import type { Contact } from './contact.ts'
import { attemptOf, momentColumns, momentOf } from './rows.ts'
import type { StoredAftercare, StoredAttempt } from './rows.ts'

type Around = Pick<Contact, 'contact'> & { ended_on: string | null }

const attemptColumns = `t.id, t.aftercare_id, t.tried_on, nullif(t.how, '') AS how, t.reached, t.remark,
  coalesce(s.name, '') AS staffName`

/** The moments of aftercare of one person, in the order of their days. */
export function listAftercare(db: ReadableDb, participantId: number, today: string): AftercareMoment[] {
  const rows = prepared<[number], StoredAftercare & Around>(
    db,
    `SELECT ${momentColumns}, t.ended_on, ${contactSql} AS contact
       FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id JOIN participant p ON p.id = t.participant_id
      WHERE t.participant_id = ? ORDER BY a.due_on, a.id`,
  ).all(participantId)
  const attempts = Map.groupBy(
    prepared<[number], StoredAttempt>(
      db,
      `SELECT ${attemptColumns} FROM aftercare a JOIN aftercare_attempt t ON t.aftercare_id = a.id
         LEFT JOIN staff s ON s.id = t.staff_id
        WHERE a.participant_id = ? ORDER BY t.tried_on, t.id`,
    ).all(participantId),
    (row) => row.aftercare_id,
  )
  return rows.map(({ ended_on, contact, ...row }) => {
    const moment = momentOf(row)
    const state = stateOf(moment, { trajectoryEnded: ended_on !== null, contact, today })
    return { ...moment, state, attempts: (attempts.get(row.id) ?? []).map(attemptOf) }
  })
}

export function findAftercare(db: ReadableDb, id: number): Aftercare | null {
  const row = prepared<[number], StoredAftercare>(
    db,
    `SELECT ${momentColumns} FROM aftercare a WHERE a.id = ?`,
  ).get(id)
  return row === undefined ? null : momentOf(row)
}

/** An attempt with the moment that it was for. */
export function findAttempt(db: ReadableDb, id: number): (Attempt & { aftercare_id: number }) | null {
  const row = prepared<[number], StoredAttempt>(
    db,
    `SELECT ${attemptColumns} FROM aftercare_attempt t LEFT JOIN staff s ON s.id = t.staff_id WHERE t.id = ?`,
  ).get(id)
  return row === undefined ? null : { ...attemptOf(row), aftercare_id: row.aftercare_id }
}

export interface AskedPerson extends NameParts {
  phone: string
  email: string
  preferredContact: ParticipantFields['preferred_contact']
  languages: string
  endedOn: string | null
  outflow: Outflow | null
  place: string
  storyPermission: 0 | 1
}

/** What has to be known to ask: how to reach the person, and where they went. */
export function askedPerson(db: ReadableDb, momentId: number): AskedPerson | undefined {
  return prepared<[number], AskedPerson>(
    db,
    `SELECT ${columnsOf('p', nameColumns)}, p.phone, p.email, p.preferred_contact AS preferredContact, p.languages,
       t.ended_on AS endedOn, t.outflow,
       coalesce((SELECT concat_ws(', ', h.name, o.title) FROM placement l JOIN opening o ON o.id = l.opening_id
                   JOIN host h ON h.id = o.host_id
                  WHERE l.participant_id = a.participant_id AND l.stage IN ('trial', 'placed', 'ended')
                  ORDER BY l.ended_on IS NULL DESC, l.starts_on DESC, l.id DESC LIMIT 1), '') AS place,
       EXISTS (SELECT 1 FROM permission q
                WHERE q.participant_id = a.participant_id AND q.kind = 'story' AND q.withdrawn_on IS NULL) AS storyPermission
     FROM aftercare a JOIN participant p ON p.id = a.participant_id JOIN trajectory t ON t.id = a.trajectory_id
     WHERE a.id = ?`,
  ).get(momentId)
}
