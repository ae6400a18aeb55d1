import type { Placement, PlacementView } from '#core/api/places.ts'
import { addDays } from '#core/calendar/dates.ts'
import { openSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { usualWarnWeeks } from '#core/placing/terms.ts'
import { placementFields, placementOf, placementViewOf } from './rows.ts'
import type { FoundPlacement, PlacementViewRow } from './rows.ts'
import { warnWeeksSql } from './terms.ts'

const columns = `${columnsOf('l', ['id', 'participant_id', ...placementFields])},
  (SELECT json_group_array(json_object('weekday', w.weekday, 'part', w.part)) FROM placement_part w
    WHERE w.placement_id = l.id) AS parts`

const select = `SELECT ${columns}, ${columnsOf('p', nameColumns)}, h.name AS hostName, o.title AS openingTitle,
  t.coach_id, coalesce(s.name, '') AS coachName,
  ${warnWeeksSql} AS warnWeeks
  FROM placement l JOIN participant p ON p.id = l.participant_id
  JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
  LEFT JOIN trajectory t ON t.id = l.trajectory_id LEFT JOIN staff s ON s.id = t.coach_id`

/** How long a placement that ended stays on the board, in days. */
const endedStays = 90

/**
 * The placements the office still works on, and those that ended in the last 90 days; what has to be done first
 * comes first. Who found a place long ago and is out of aftercare is not on the board any more.
 */
export function listBoard(db: ReadableDb, today: string): PlacementView[] {
  return prepared<[{ since: string; usualWarnWeeks: number }], PlacementViewRow>(
    db,
    `${select} WHERE (l.stage <> 'ended' AND (l.trajectory_id IS NULL
          OR l.participant_id IN (SELECT g.participant_id FROM trajectory g WHERE g.ended_on IS NULL)
          OR l.participant_id IN (SELECT a.participant_id FROM aftercare a WHERE ${openSql})))
        OR (l.stage = 'ended' AND coalesce(l.ended_on, l.stage_since) >= @since)
      ORDER BY l.next_action_on IS NULL, l.next_action_on, p.sort_key, l.id`,
  )
    .all({ since: addDays(today, -endedStays), usualWarnWeeks })
    .map(placementViewOf)
}

/** All placements of one person, the newest first. */
export function listPlacements(db: ReadableDb, participantId: number): PlacementView[] {
  return prepared<[{ participantId: number; usualWarnWeeks: number }], PlacementViewRow>(
    db,
    `${select} WHERE l.participant_id = @participantId
      ORDER BY coalesce(l.starts_on, l.stage_since) DESC, l.id DESC`,
  )
    .all({ participantId, usualWarnWeeks })
    .map(placementViewOf)
}

/** One placement with the names around it. */
export function viewPlacement(db: ReadableDb, id: number): PlacementView | null {
  const row = prepared<[{ id: number; usualWarnWeeks: number }], PlacementViewRow>(
    db,
    `${select} WHERE l.id = @id`,
  ).get({ id, usualWarnWeeks })
  return row === undefined ? null : placementViewOf(row)
}

export function findPlacement(db: ReadableDb, id: number): Placement | null {
  const row = prepared<[number], FoundPlacement>(db, `SELECT ${columns} FROM placement l WHERE l.id = ?`).get(
    id,
  )
  return row === undefined ? null : placementOf(row)
}

/** The trajectory that a placement of this person belongs to: the one that goes on, or else the last. */
export function findTrajectoryFor(db: ReadableDb, participantId: number): number | null {
  const row = prepared<[number], { id: number }>(
    db,
    `SELECT id FROM trajectory WHERE participant_id = ?
      ORDER BY ended_on IS NULL DESC, starts_on DESC, id DESC LIMIT 1`,
  ).get(participantId)
  return row?.id ?? null
}

/** Whether this trajectory is one of this person. */
export function isTrajectoryOf(db: ReadableDb, trajectoryId: number, participantId: number): boolean {
  return (
    prepared<[number, number]>(db, 'SELECT 1 FROM trajectory WHERE id = ? AND participant_id = ?').get(
      trajectoryId,
      participantId,
    ) !== undefined
  )
}
