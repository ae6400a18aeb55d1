import type { Host, HostPerson, PlacedAtHost } from '#core/api/hosts.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { searchWords } from '#core/names/fold.ts'
import type { ReadableDb } from '../database.ts'
import { runningStages } from '../openings/queries.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { hostFields, personFields } from './rows.ts'
import type { HostPersonRow } from './rows.ts'

const columns = columnsOf('h', ['id', ...hostFields])

export type ListedHost = Host & {
  /** The first person there, '' when nobody is known. */
  contactName: string
  contactPhone: string
  openings: number
  placed: number
}

/**
 * Organisations by name, of which every typed word occurs in the name, the sector, the town or a person there;
 * those that may still be asked, or with `gone` those that may not. `openings` counts what is not closed, `placed`
 * the people who are there now.
 */
export function listHosts(db: ReadableDb, query: string, { gone = false } = {}): ListedHost[] {
  return prepared<[string, 0 | 1, string], ListedHost>(
    db,
    `SELECT ${columns}, coalesce(w.name, '') AS contactName,
            coalesce(nullif(w.phone, ''), h.phone) AS contactPhone,
            (SELECT count(*) FROM opening o WHERE o.host_id = h.id AND o.closed = 0) AS openings,
            (SELECT count(*) FROM placement l JOIN opening o ON o.id = l.opening_id
              WHERE o.host_id = h.id AND l.stage IN (SELECT value FROM json_each(?))) AS placed
       FROM host h LEFT JOIN host_person w
         ON w.id = (SELECT min(id) FROM host_person WHERE host_id = h.id AND active = 1)
      WHERE h.active = ?
        AND NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(h.name_fold, word.value) = 0)
      ORDER BY h.name COLLATE NOCASE, h.id`,
  ).all(runningStages, gone ? 0 : 1, JSON.stringify(searchWords(query)))
}

export function findHost(db: ReadableDb, id: number): Host | null {
  return prepared<[number], Host>(db, `SELECT ${columns} FROM host h WHERE h.id = ?`).get(id) ?? null
}

export function isHostActive(db: ReadableDb, id: number): boolean {
  return prepared<[number]>(db, 'SELECT 1 FROM host WHERE id = ? AND active = 1').get(id) !== undefined
}

const personColumns = columnsOf('w', ['id', 'host_id', ...personFields, 'active'])

/** Who works there, the first known first; who left comes last. */
export function listHostPeople(db: ReadableDb, hostId: number): HostPerson[] {
  return prepared<[number], HostPersonRow>(
    db,
    `SELECT ${personColumns} FROM host_person w WHERE w.host_id = ? ORDER BY w.active DESC, w.id`,
  )
    .all(hostId)
    .map(personOf)
}

export function findHostPerson(db: ReadableDb, id: number): HostPerson | null {
  const row = prepared<[number], HostPersonRow>(
    db,
    `SELECT ${personColumns} FROM host_person w WHERE w.id = ?`,
  ).get(id)
  return row === undefined ? null : personOf(row)
}

const personOf = (row: HostPersonRow): HostPerson => ({ ...row, active: row.active === 1 })

/** Who is, was or may be going there: who is there first, then the newest. */
export function listPlacedAt(db: ReadableDb, hostId: number): PlacedAtHost[] {
  type Row = NameParts & Omit<PlacedAtHost, 'personName'>
  return prepared<[{ hostId: number }], Row>(
    db,
    `SELECT l.id AS placementId, l.participant_id AS participantId, ${columnsOf('p', nameColumns)},
            o.title AS openingTitle, l.stage, l.starts_on, l.ended_on
       FROM opening o JOIN placement l ON l.opening_id = o.id JOIN participant p ON p.id = l.participant_id
      WHERE o.host_id = @hostId
      ORDER BY CASE l.stage WHEN 'placed' THEN 0 WHEN 'trial' THEN 0 WHEN 'ended' THEN 2 ELSE 1 END,
               coalesce(l.ended_on, l.starts_on, l.stage_since) DESC, l.id DESC`,
  )
    .all({ hostId })
    .map((row) => ({
      placementId: row.placementId,
      participantId: row.participantId,
      personName: fullName(namePartsOf(row)),
      openingTitle: row.openingTitle,
      stage: row.stage,
      starts_on: row.starts_on,
      ended_on: row.ended_on,
    }))
}

/** The next appointment with this organisation from this day on. */
export function nextAppointmentAt(
  db: ReadableDb,
  hostId: number,
  from: string,
): { on: string; minute: number; title: string } | null {
  return (
    prepared<[number, string], { on: string; minute: number; title: string }>(
      db,
      `SELECT happens_on AS "on", start_minute AS minute, title FROM appointment
        WHERE host_id = ? AND happens_on >= ? AND cancelled_on IS NULL
        ORDER BY happens_on, start_minute, id LIMIT 1`,
    ).get(hostId, from) ?? null
  )
}
