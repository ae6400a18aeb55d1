import type { ReadableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'

/** One command that changed something, with how many rows of which table came, changed or went. */
export interface StepRow {
  changeSetId: number
  at: string
  staffName: string
  command: string
  undoneBy: number | null
  changes: { table: string; op: 'insert' | 'update' | 'delete'; rows: number }[]
  participantId: number | null
}

interface Stored extends Omit<StepRow, 'changes'> {
  changes: string
}

/** Whose the rows of a step are: the one person of whom there is something in it, else NULL. */
const whose = `
  SELECT CASE WHEN count(DISTINCT person) = 1 THEN max(person) END FROM (
    SELECT CASE c.table_name WHEN 'participant' THEN json_extract(c.row_key, '$.id')
             ELSE coalesce(json_extract(coalesce(c.new, c.old), '$.participant_id'),
               (SELECT t.participant_id FROM trajectory t WHERE t.id = json_extract(coalesce(c.new, c.old), '$.trajectory_id')),
               (SELECT i.participant_id FROM intake i WHERE i.id = json_extract(coalesce(c.new, c.old), '$.intake_id')),
               (SELECT t.participant_id FROM schedule d JOIN trajectory t ON t.id = d.trajectory_id
                 WHERE d.id = json_extract(coalesce(c.new, c.old), '$.schedule_id'))) END AS person
      FROM change c WHERE c.change_set_id = s.id)`

/** The steps between two moments, newest first; at most 500. An undo is no step of its own: it marks one. */
export function stepsBetween(db: ReadableDb, span: { from: string; to: string }): StepRow[] {
  return prepared<[{ from: string; to: string }], Stored>(
    db,
    `SELECT s.id AS changeSetId, s.at, f.name AS staffName, s.command, s.undone_by AS undoneBy,
            (SELECT json_group_array(json_object('table', table_name, 'op', op, 'rows', rows)) FROM
              (SELECT table_name, op, count(*) AS rows FROM change WHERE change_set_id = s.id
                GROUP BY table_name, op ORDER BY min(id))) AS changes,
            (${whose}) AS participantId
       FROM change_set s JOIN staff f ON f.id = s.staff_id
      WHERE s.at >= @from AND s.at < @to AND s.undoes IS NULL
        AND EXISTS (SELECT 1 FROM change WHERE change_set_id = s.id)
      ORDER BY s.id DESC LIMIT 500`,
  )
    .all(span)
    .map((row) => ({ ...row, changes: JSON.parse(row.changes) as StepRow['changes'] }))
}

/**
 * The undo that a redo takes back: the last one that stands, while nothing new was done after it.
 * @throws CommandError NOTHING_TO_UNDO.
 */
export function undoToTakeBack(db: ReadableDb): number {
  const row = prepared<[], { id: number }>(
    db,
    `SELECT u.id FROM change_set u JOIN change_set done ON done.id = u.undoes
      WHERE u.undone_by IS NULL AND done.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM change_set later WHERE later.id > u.id AND later.undoes IS NULL
                          AND EXISTS (SELECT 1 FROM change WHERE change_set_id = later.id))
      ORDER BY u.id DESC LIMIT 1`,
  ).get()
  if (row === undefined) throw new CommandError('NOTHING_TO_UNDO')
  return row.id
}
