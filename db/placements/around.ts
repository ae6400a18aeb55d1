/** What is known around a placement: who else is at the opening, and where this person is already. */
import type { WeekPart } from '#core/api/fields.ts'
import type { Opening } from '#core/api/places.ts'
import { fullName, type NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/** Who is at an opening now, without one placement; by name. */
export function peopleAt(db: ReadableDb, openingId: number, except: number): string[] {
  return prepared<[number, number], NameParts>(
    db,
    `SELECT ${columnsOf('p', nameColumns)}
      FROM placement l JOIN participant p ON p.id = l.participant_id
      WHERE l.opening_id = ? AND l.id <> ? AND l.stage IN ('trial', 'placed') ORDER BY p.sort_key, p.id`,
  )
    .all(openingId, except)
    .map((row) => fullName(row))
}

interface Elsewhere {
  participantId: number
  /** This placement itself, or 0. */
  except: number
  from: string
  /** Null: for as long as it goes on. */
  until: string | null
}

/** Where somebody is between these days, with the half-days and the minutes a week. */
export function otherPlacements(
  db: ReadableDb,
  of: Elsewhere,
): { what: string; parts: WeekPart[]; minutes: number }[] {
  return prepared<[Elsewhere], { what: string; parts: string; minutes: number }>(
    db,
    `SELECT h.name || ', ' || o.title AS what, coalesce(l.minutes_per_week, 0) AS minutes,
       (SELECT json_group_array(json_object('weekday', w.weekday, 'part', w.part)) FROM placement_part w
         WHERE w.placement_id = l.id) AS parts
      FROM placement l JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
      WHERE l.participant_id = @participantId AND l.id <> @except AND l.stage IN ('trial', 'placed')
        AND (l.expected_end_on IS NULL OR l.expected_end_on >= @from)
        AND (@until IS NULL OR l.starts_on IS NULL OR l.starts_on <= @until)
      ORDER BY l.starts_on, l.id`,
  )
    .all(of)
    .map((row) => ({ ...row, parts: JSON.parse(row.parts) as WeekPart[] }))
}

export interface OpeningProposal {
  parts: WeekPart[]
  /** How many of its half-days somebody comes; null: all. */
  parts_needed: number | null
  insurance: Opening['insurance']
  supervisor: string
  supervisor_phone: string
}

/** What an opening proposes to whoever comes: its half-days, who arranges the insurance, who is there. */
export function openingProposal(db: ReadableDb, openingId: number): OpeningProposal | null {
  const row = prepared<[number], Omit<OpeningProposal, 'parts'> & { parts: string }>(
    db,
    `SELECT o.insurance, o.parts_needed, coalesce(a.name, '') AS supervisor,
       coalesce(nullif(a.phone, ''), h.phone) AS supervisor_phone,
       (SELECT json_group_array(json_object('weekday', w.weekday, 'part', w.part)) FROM opening_part w
         WHERE w.opening_id = o.id) AS parts
      FROM opening o JOIN host h ON h.id = o.host_id
      LEFT JOIN host_person a ON a.id = (SELECT min(x.id) FROM host_person x WHERE x.host_id = h.id AND x.active = 1)
      WHERE o.id = ?`,
  ).get(openingId)
  return row === undefined ? null : { ...row, parts: JSON.parse(row.parts) as WeekPart[] }
}
