import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import type { AuditAction } from './chain.ts'

export interface AuditLine {
  /** Place in the one order of both chains, from 1; the newest is the highest. */
  readonly position: number
  readonly at: string
  readonly staffName: string
  /** `change` and `undo` are of the history. */
  readonly action: AuditAction | 'change' | 'undo'
  /** The procedure or command; of an undo, the command that it took back. */
  readonly what: string
  /** The one person it is about; null where it is about nobody, several, or somebody who was erased. */
  readonly person: NameParts | null
}

/** Whose dossier a row of `change` (c) belongs to, as far as that row or what it hangs on tells. */
const personOfChange = `CASE c.table_name
  WHEN 'participant' THEN json_extract(c.row_key, '$.id')
  WHEN 'intake_answer' THEN
    (SELECT participant_id FROM intake WHERE id = json_extract(coalesce(c.new, c.old), '$.intake_id'))
  WHEN 'intake_talk' THEN
    (SELECT participant_id FROM intake WHERE id = json_extract(coalesce(c.new, c.old), '$.intake_id'))
  WHEN 'schedule_part' THEN
    (SELECT t.participant_id FROM schedule s JOIN trajectory t ON t.id = s.trajectory_id
      WHERE s.id = json_extract(coalesce(c.new, c.old), '$.schedule_id'))
  ELSE coalesce(json_extract(coalesce(c.new, c.old), '$.participant_id'),
    (SELECT participant_id FROM trajectory WHERE id = json_extract(coalesce(c.new, c.old), '$.trajectory_id')))
  END`

/*
 * Both ids have no gaps, so a row's place in the order of both is its id and the number of rows of the other chain
 * before it. Each half is read from its newest end and stops at the limit.
 */
const viewsSql = `SELECT after_set + id AS position, at, staff_id, action, what, participant_id
  FROM audit
 WHERE after_set + id < @before AND (@participantId IS NULL OR participant_id = @participantId)
 ORDER BY id DESC LIMIT @limit`

const changesSql = `SELECT s.id + coalesce((SELECT a.id FROM audit a WHERE a.after_set < s.id
                         ORDER BY a.after_set DESC, a.id DESC LIMIT 1), 0) AS position,
       s.at, s.staff_id, iif(s.undoes IS NULL, 'change', 'undo') AS action,
       coalesce((SELECT u.command FROM change_set u WHERE u.id = s.undoes), s.command) AS what,
       (SELECT iif(min(${personOfChange}) = max(${personOfChange}), min(${personOfChange}), NULL)
          FROM change c WHERE c.change_set_id = s.id) AS participant_id
  FROM change_set s
 WHERE s.staff_id IS NOT NULL AND position < @before
   AND (@participantId IS NULL OR EXISTS (
     SELECT 1 FROM change c WHERE c.change_set_id = s.id AND ${personOfChange} = @participantId))
 ORDER BY s.id DESC LIMIT @limit`

const linesSql = `SELECT r.position, r.at, coalesce(staff.name, '') AS staffName, r.action, r.what, p.id AS person_id,
       ${columnsOf('p', nameColumns)}
  FROM (SELECT * FROM (${viewsSql}) UNION ALL SELECT * FROM (${changesSql})) r
  LEFT JOIN staff ON staff.id = r.staff_id
  LEFT JOIN participant p ON p.id = r.participant_id
 ORDER BY r.position DESC LIMIT @limit`

/**
 * What was done, from both chains, newest first: everything, or what concerned one participant.
 * @param page.before a `position`: only what came before it; null for the newest.
 */
export function listAudit(
  db: ReadableDb,
  page: { before: number | null; participantId: number | null; limit: number },
): AuditLine[] {
  type Row = Omit<AuditLine, 'person'> & NameParts & { person_id: number | null }
  const rows = prepared<[typeof page], Row>(db, linesSql).all({
    ...page,
    before: page.before ?? Number.MAX_SAFE_INTEGER,
  })
  return rows.map(({ position, at, staffName, action, what, person_id, ...person }) => ({
    position,
    at,
    staffName,
    action,
    what,
    person: person_id === null ? null : person,
  }))
}

/** When a change set was made; of one that is gone, the nearest before it. '' when there is none. */
export function changedAt(db: ReadableDb, changeSetId: number): string {
  return (
    prepared<[number], { at: string }>(
      db,
      'SELECT at FROM change_set WHERE id <= ? ORDER BY id DESC LIMIT 1',
    ).get(changeSetId)?.at ?? ''
  )
}
