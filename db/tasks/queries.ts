import type { Task } from '#core/api/notes.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const taskColumns = [
  'id',
  'participant_id',
  'title',
  'due_on',
  'done_on',
  'staff_id',
  'note_id',
  'intake_id',
  'question',
] as const satisfies (keyof Task)[]
const columns = columnsOf('k', taskColumns)
const columnsAndOwner = `${columns}, coalesce(s.name, '') AS staffName`

export type ListedTask = Task & { staffName: string }
type OpenTask = ListedTask & { person: NameParts | null }

/**
 * What still has to be done, of everybody and of the office. What is due first comes first.
 * @param until only what is due up to this day, or has no day; null: everything.
 * @param firstOf the tasks of this colleague come first, then everybody's, then those of the others.
 */
export function listOpenTasks(
  db: ReadableDb,
  { until = null, firstOf = null }: { until?: string | null; firstOf?: number | null } = {},
): OpenTask[] {
  return prepared<
    [{ until: string | null; firstOf: number | null }],
    ListedTask & { [K in keyof NameParts]: NameParts[K] | null }
  >(
    db,
    `SELECT ${columnsAndOwner}, ${columnsOf('p', nameColumns)}
       FROM task k LEFT JOIN participant p ON p.id = k.participant_id LEFT JOIN staff s ON s.id = k.staff_id
      WHERE k.done_on IS NULL AND (@until IS NULL OR k.due_on IS NULL OR k.due_on <= @until)
      ORDER BY CASE WHEN @firstOf IS NULL OR k.staff_id = @firstOf THEN 0 WHEN k.staff_id IS NULL THEN 1 ELSE 2 END,
               k.due_on IS NULL, k.due_on, k.id`,
  )
    .all({ until, firstOf })
    .map((row) => ({ ...taskOf(row), person: row.participant_id === null ? null : (row as NameParts) }))
}

/** The tasks about one person: open ones first by day, then what is done, newest first. */
export function listTasksOf(db: ReadableDb, participantId: number): ListedTask[] {
  return prepared<[number], ListedTask>(
    db,
    `SELECT ${columnsAndOwner} FROM task k LEFT JOIN staff s ON s.id = k.staff_id WHERE k.participant_id = ?
      ORDER BY k.done_on IS NOT NULL, k.done_on DESC, k.due_on IS NULL, k.due_on, k.id`,
  ).all(participantId)
}

export function findTask(db: ReadableDb, id: number): Task | null {
  return prepared<[number], Task>(db, `SELECT ${columns} FROM task k WHERE k.id = ?`).get(id) ?? null
}

function taskOf(row: ListedTask): ListedTask {
  const { id, participant_id, title, due_on, done_on, staff_id, note_id, intake_id, question, staffName } =
    row
  return { id, participant_id, title, due_on, done_on, staff_id, note_id, intake_id, question, staffName }
}
