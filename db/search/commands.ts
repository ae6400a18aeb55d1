import type { RecentKind } from '#core/api/finding.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'

/**
 * Remembers what a member of staff looked at. Not part of the history, so it needs no command: reading is no
 * change, and must not cost an undo.
 * @param at moment, `YYYY-MM-DDTHH:MM:SSZ`. @throws CommandError NOT_FOUND when there is no such item.
 */
export function putRecent(
  db: WritableDb,
  item: { staffId: number; kind: RecentKind; id: number; at: string },
): void {
  const { changes } = prepared(
    db,
    `INSERT INTO recent_item (staff_id, kind, item_id, opened_at)
     SELECT @staffId, @kind, @id, @at
      WHERE CASE @kind WHEN 'participant' THEN EXISTS (SELECT 1 FROM participant WHERE id = @id)
                       WHEN 'host' THEN EXISTS (SELECT 1 FROM host WHERE id = @id)
                       ELSE EXISTS (SELECT 1 FROM letter WHERE id = @id) END
     ON CONFLICT (staff_id, kind, item_id) DO UPDATE SET opened_at = excluded.opened_at`,
  ).run(item)
  if (changes !== 1) throw new CommandError('NOT_FOUND')
  prepared(
    db,
    `DELETE FROM recent_item WHERE staff_id = @staffId AND opened_at < (
       SELECT opened_at FROM recent_item WHERE staff_id = @staffId ORDER BY opened_at DESC LIMIT 1 OFFSET 49)`,
  ).run({ staffId: item.staffId })
}
