import type { ParticipantStage } from '#core/api/people.ts'
import { contactSql, openSql } from '../aftercare/contact.ts'
import { commitSeq } from '../check.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/**
 * Where the person `p` is, as `participantStage` of the contract has it; binds `@today`.
 *
 * Aftercare ends with the last moment that somebody waits for, and for who may not be asked any more.
 * A trajectory that has not begun yet counts as active. One that ended today has ended: who closes it sees
 * the person move on at once, not only tomorrow.
 */
export const stageSql = `CASE
  WHEN EXISTS (SELECT 1 FROM trajectory t
                WHERE t.participant_id = p.id AND (t.ended_on IS NULL OR t.ended_on > @today)) THEN 'active'
  WHEN EXISTS (SELECT 1 FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id
                WHERE t.participant_id = p.id AND ${openSql}) AND ${contactSql} IN ('may', 'not_asked') THEN 'aftercare'
  WHEN EXISTS (SELECT 1 FROM trajectory t WHERE t.participant_id = p.id) THEN 'former'
  WHEN EXISTS (SELECT 1 FROM intake i WHERE i.participant_id = p.id AND i.finished_on IS NOT NULL) THEN 'screened'
  WHEN EXISTS (SELECT 1 FROM intake i WHERE i.participant_id = p.id) THEN 'intake'
  ELSE 'new' END`

const caches = new WeakMap<
  ReadableDb,
  { commit: number; today: string; stages: ReadonlyMap<number, ParticipantStage> }
>()

/**
 * Where everybody is, by id, who was not merged into another dossier. Counted once after each change of the office:
 * who types in a search box asks for it at every key.
 */
export function stagesOfAll(db: ReadableDb, today: string): ReadonlyMap<number, ParticipantStage> {
  const commit = commitSeq(db)
  const known = caches.get(db)
  if (known?.commit === commit && known.today === today) return known.stages
  const rows = prepared<[{ today: string }], { id: number; stage: ParticipantStage }>(
    db,
    `SELECT p.id, ${stageSql} AS stage FROM participant p WHERE p.merged_into IS NULL`,
  ).all({ today })
  const stages = new Map(rows.map(({ id, stage }) => [id, stage]))
  caches.set(db, { commit, today, stages })
  return stages
}
