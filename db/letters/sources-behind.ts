/** What stands behind the words and figures of a letter, and is not among its facts. */
import type { DraftVersion } from '#core/letters/written.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Every form that the words of this draft had, oldest first, with who typed it. */
export function draftVersions(db: ReadableDb, letterId: number): DraftVersion[] {
  return prepared<[number], DraftVersion>(
    db,
    `SELECT s.at, coalesce(w.name, '') AS who, json_extract(c.new, '$.draft') AS draft
       FROM change c JOIN change_set s ON s.id = c.change_set_id LEFT JOIN staff w ON w.id = s.staff_id
      WHERE c.table_name = 'letter' AND c.row_key = json_object('id', CAST(? AS INTEGER)) AND c.op <> 'delete'
        AND json_extract(c.new, '$.draft') IS NOT NULL
      ORDER BY c.id`,
  ).all(letterId)
}

/** All places of somebody, with whose they are. */
export function placesOf(db: ReadableDb, participantId: number): { id: number; host: string }[] {
  return prepared<[number], { id: number; host: string }>(
    db,
    `SELECT p.id, h.name AS host FROM placement p JOIN opening o ON o.id = p.opening_id JOIN host h ON h.id = o.host_id
      WHERE p.participant_id = ? ORDER BY p.id`,
  ).all(participantId)
}

/** The facts when a draft was last looked through, as JSON; null when nobody did. */
export function seenFacts(db: ReadableDb, letterId: number): string | null {
  return (
    prepared<[number], { seen_facts: string | null }>(db, 'SELECT seen_facts FROM letter WHERE id = ?').get(
      letterId,
    )?.seen_facts ?? null
  )
}

/** The case managers that a letter can go to: of the municipality that it goes to, and who left last. */
export interface Choosable {
  id: number
  initials: string
  prefix: string
  surname: string
  active: 0 | 1
  chosen: 0 | 1
}
export function choosableFor(db: ReadableDb, letterId: number): Choosable[] {
  return prepared<[number], Choosable>(
    db,
    `SELECT o.id, o.initials, o.prefix, o.surname, o.active, o.id = l.case_manager_id AS chosen
       FROM letter l JOIN case_manager c ON c.id = l.case_manager_id JOIN case_manager o ON o.municipality_id = c.municipality_id
      WHERE l.id = ? AND (o.active = 1 OR o.id = l.case_manager_id)
      ORDER BY o.active DESC, o.surname COLLATE NOCASE, o.id`,
  ).all(letterId)
}
