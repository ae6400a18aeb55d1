import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** A row as the history has it: the values of its columns. */
export type HistoryRow = Readonly<Record<string, unknown>>

/** One row of one table that came, changed or went. */
export interface RowChange {
  id: number
  changeSetId: number
  at: string
  staffName: string
  table: string
  op: 'insert' | 'update' | 'delete'
  key: HistoryRow
  old: HistoryRow | null
  new: HistoryRow | null
  /** This step was taken back, and that stands. */
  undone: boolean
}

interface Stored {
  id: number
  changeSetId: number
  at: string
  staffName: string
  table: string
  op: RowChange['op']
  key: string
  old: string | null
  new: string | null
  undone: 0 | 1
}

/**
 * The rows that belong to a person now, and those that were taken away. A number that came free is used again,
 * so whose a row was is looked at in the row itself.
 */
const ofPerson = `
WITH run (id) AS (SELECT id FROM trajectory WHERE participant_id = @id),
talk (id) AS (SELECT id FROM intake WHERE participant_id = @id),
mine (table_name, row_key) AS (
  SELECT 'participant', json_object('id', CAST(@id AS INTEGER))
  UNION ALL SELECT 'civic_integration', json_object('participant_id', CAST(@id AS INTEGER))
  UNION ALL SELECT 'referral', json_object('id', id) FROM referral WHERE participant_id = @id
  UNION ALL SELECT 'contact_note', json_object('id', id) FROM contact_note WHERE participant_id = @id
  UNION ALL SELECT 'task', json_object('id', id) FROM task WHERE participant_id = @id
  UNION ALL SELECT 'placement', json_object('id', id) FROM placement WHERE participant_id = @id
  UNION ALL SELECT 'placement_part', json_object('placement_id', w.placement_id, 'weekday', w.weekday, 'part', w.part)
    FROM placement_part w JOIN placement l ON l.id = w.placement_id WHERE l.participant_id = @id
  UNION ALL SELECT 'placement_checkin', json_object('id', c.id) FROM placement_checkin c
    JOIN placement l ON l.id = c.placement_id WHERE l.participant_id = @id
  UNION ALL SELECT 'permission', json_object('id', id) FROM permission WHERE participant_id = @id
  UNION ALL SELECT 'network_contact', json_object('id', id) FROM network_contact WHERE participant_id = @id
  UNION ALL SELECT 'ambassador_help', json_object('id', id) FROM ambassador_help WHERE participant_id = @id
  UNION ALL SELECT 'attachment', json_object('id', id) FROM attachment WHERE participant_id = @id
  UNION ALL SELECT 'placement_checkin', json_object('id', k.id) FROM placement_checkin k JOIN placement l ON l.id = k.placement_id
    WHERE l.participant_id = @id
  UNION ALL SELECT 'match_choice', json_object('id', id) FROM match_choice WHERE participant_id = @id
  UNION ALL SELECT 'ambassador_help', json_object('id', id) FROM ambassador_help WHERE participant_id = @id
  UNION ALL SELECT 'network_contact', json_object('id', id) FROM network_contact WHERE participant_id = @id
  UNION ALL SELECT 'ready_signal', json_object('id', id) FROM ready_signal WHERE participant_id = @id
  UNION ALL SELECT 'appointment', json_object('id', id) FROM appointment WHERE participant_id = @id
  UNION ALL SELECT 'aftercare', json_object('id', id) FROM aftercare WHERE participant_id = @id
  UNION ALL SELECT 'aftercare_attempt', json_object('id', k.id) FROM aftercare_attempt k JOIN aftercare a ON a.id = k.aftercare_id
    WHERE a.participant_id = @id
  UNION ALL SELECT 'language_assessment', json_object('id', id) FROM language_assessment WHERE participant_id = @id
  UNION ALL SELECT 'skill_assessment', json_object('id', id) FROM skill_assessment WHERE participant_id = @id
  UNION ALL SELECT 'ladder_assessment', json_object('id', id) FROM ladder_assessment WHERE participant_id = @id
  UNION ALL SELECT 'match_choice', json_object('id', id) FROM match_choice WHERE participant_id = @id
  UNION ALL SELECT 'trajectory', json_object('id', id) FROM run
  UNION ALL SELECT 'trajectory_extension', json_object('id', e.id) FROM trajectory_extension e JOIN run ON run.id = e.trajectory_id
  UNION ALL SELECT 'trajectory_pause', json_object('id', p.id) FROM trajectory_pause p JOIN run ON run.id = p.trajectory_id
  UNION ALL SELECT 'goal', json_object('id', g.id) FROM goal g JOIN run ON run.id = g.trajectory_id
  UNION ALL SELECT 'intake', json_object('id', id) FROM talk
  UNION ALL SELECT 'intake_talk', json_object('id', k.id) FROM intake_talk k JOIN talk ON talk.id = k.intake_id
  UNION ALL SELECT 'intake_answer', json_object('intake_id', a.intake_id, 'question', a.question)
    FROM intake_answer a JOIN talk ON talk.id = a.intake_id
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name IN ('referral', 'contact_note', 'task', 'placement', 'permission', 'attachment',
      'appointment', 'network_contact', 'ambassador_help', 'match_choice', 'ready_signal', 'aftercare',
      'language_assessment', 'skill_assessment', 'ladder_assessment', 'trajectory', 'intake', 'civic_integration')
     AND json_extract(c.old, '$.participant_id') = @id
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name IN ('goal', 'trajectory_pause', 'trajectory_extension')
     AND json_extract(c.old, '$.trajectory_id') IN (SELECT id FROM run)
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name = 'placement_checkin'
     AND json_extract(c.old, '$.placement_id') IN (SELECT id FROM placement WHERE participant_id = @id)
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name = 'aftercare_attempt'
     AND json_extract(c.old, '$.aftercare_id') IN (SELECT id FROM aftercare WHERE participant_id = @id)
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name IN ('intake_answer', 'intake_talk')
     AND json_extract(c.old, '$.intake_id') IN (SELECT id FROM talk)
  UNION SELECT c.table_name, c.row_key FROM change c
   WHERE c.op = 'delete' AND c.table_name IN ('placement_part', 'placement_checkin')
     AND json_extract(c.old, '$.placement_id') IN (SELECT id FROM placement WHERE participant_id = @id)
)`

/** The tables whose changes stand in the history of a person; a test holds this to the schema. */
export const tablesInHistory: readonly string[] = [
  ...new Set([...ofPerson.matchAll(/SELECT '(\w+)'/g)].flatMap(([, table]) => table ?? [])),
]

const columns = `c.id, c.change_set_id AS changeSetId, s.at, coalesce(f.name, '') AS staffName, c.table_name AS "table",
  c.op, c.row_key AS key, c.old, c.new, s.undone_by IS NOT NULL AS undone`

/** What happened to everything of one person, newest first. An undo stands in it like any other step. */
export function personChanges(db: ReadableDb, participantId: number): RowChange[] {
  return prepared<[{ id: number }], Stored>(
    db,
    `${ofPerson}
     SELECT ${columns} FROM mine m
       JOIN change c ON c.table_name = m.table_name AND c.row_key = m.row_key
       JOIN change_set s ON s.id = c.change_set_id
       LEFT JOIN staff f ON f.id = s.staff_id
      WHERE (json_extract(coalesce(c.new, c.old), '$.participant_id') IS NULL
          OR json_extract(coalesce(c.new, c.old), '$.participant_id') = @id)
        AND (json_extract(coalesce(c.new, c.old), '$.trajectory_id') IS NULL
          OR json_extract(coalesce(c.new, c.old), '$.trajectory_id') IN (SELECT id FROM run))
        AND (json_extract(coalesce(c.new, c.old), '$.intake_id') IS NULL
          OR json_extract(coalesce(c.new, c.old), '$.intake_id') IN (SELECT id FROM talk))
        AND (json_extract(coalesce(c.new, c.old), '$.aftercare_id') IS NULL
          OR json_extract(coalesce(c.new, c.old), '$.aftercare_id') IN (SELECT id FROM aftercare WHERE participant_id = @id))
        AND (json_extract(coalesce(c.new, c.old), '$.placement_id') IS NULL
          OR json_extract(coalesce(c.new, c.old), '$.placement_id') IN (SELECT id FROM placement WHERE participant_id = @id))
      ORDER BY c.id DESC`,
  )
    .all({ id: participantId })
    .map((stored) => ({
      ...stored,
      key: JSON.parse(stored.key) as HistoryRow,
      old: stored.old === null ? null : (JSON.parse(stored.old) as HistoryRow),
      new: stored.new === null ? null : (JSON.parse(stored.new) as HistoryRow),
      undone: stored.undone === 1,
    }))
}

type Pointed = 'staff' | 'project' | 'skill' | 'opening' | 'case_manager' | 'host' | 'ambassador'

/** The names of what a row can point at, by table and id; also of what is not used any more. */
export function pointedAt(db: ReadableDb): Record<Pointed, Map<number, string>> {
  const names = (rows: { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  type Row = { id: number; name: string }
  return {
    staff: names(prepared<[], Row>(db, 'SELECT id, name FROM staff').all()),
    project: names(prepared<[], Row>(db, 'SELECT id, name FROM project').all()),
    skill: names(prepared<[], Row>(db, 'SELECT id, name FROM skill').all()),
    host: names(prepared<[], Row>(db, 'SELECT id, name FROM host').all()),
    ambassador: names(prepared<[], Row>(db, 'SELECT id, name FROM ambassador').all()),
    opening: names(
      prepared<[], Row>(
        db,
        "SELECT o.id, o.title || ' · ' || h.name AS name FROM opening o JOIN host h ON h.id = o.host_id",
      ).all(),
    ),
    case_manager: names(
      prepared<[], Row>(
        db,
        `SELECT c.id, concat_ws(' ', nullif(c.initials, ''), nullif(c.prefix, ''), c.surname) || ', ' || m.name AS name
           FROM case_manager c JOIN municipality m ON m.id = c.municipality_id`,
      ).all(),
    ),
  }
}
