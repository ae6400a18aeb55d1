import type { AftercareContact } from '#core/api/aftercare.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/**
 * Whether person `p` may be asked how it goes, as `aftercareContact` of the contract has it. The last decision counts:
 * after two dossiers became one there may be a permission that holds and a later one that was taken back.
 */
export const contactSql = `CASE
  WHEN EXISTS (SELECT 1 FROM trajectory x WHERE x.participant_id = p.id AND x.end_kind = 'deceased') THEN 'deceased'
  ELSE coalesce((
    SELECT iif(max(x.given_on) FILTER (WHERE x.withdrawn_on IS NULL) >= coalesce(max(x.withdrawn_on), ''), 'may', 'withdrawn')
      FROM permission x WHERE x.participant_id = p.id AND x.kind = 'aftercare' HAVING count(*) > 0), 'not_asked') END`

/** Since when person `p` may not be asked any more; NULL for who may, or was never asked. */
export const blockedSinceSql = `CASE ${contactSql}
  WHEN 'deceased' THEN (SELECT max(x.ended_on) FROM trajectory x WHERE x.participant_id = p.id AND x.end_kind = 'deceased')
  WHEN 'withdrawn' THEN (SELECT max(x.withdrawn_on) FROM permission x WHERE x.participant_id = p.id AND x.kind = 'aftercare')
  END`

/** Of a moment `a` that waits for somebody: nothing was written down and nobody dropped it. */
export const openSql = '(a.done_on IS NULL AND a.dropped_on IS NULL)'

export interface Contact {
  contact: AftercareContact
  since: string | null
}

/** Undefined when there is no such person. */
export function contactOf(db: ReadableDb, participantId: number): Contact | undefined {
  return prepared<[number], Contact>(
    db,
    `SELECT ${contactSql} AS contact, ${blockedSinceSql} AS since FROM participant p WHERE p.id = ?`,
  ).get(participantId)
}
