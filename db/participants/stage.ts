/**
 * Where the person `p` is, as `participantStage` of the contract has it; binds `@today`.
 *
 * A trajectory that has not begun yet counts as active. One that ended today has ended: who closes it sees
 * the person move on at once, not only tomorrow.
 */
export const stageSql = `CASE
  WHEN EXISTS (SELECT 1 FROM trajectory t
                WHERE t.participant_id = p.id AND (t.ended_on IS NULL OR t.ended_on > @today)) THEN 'active'
  WHEN EXISTS (SELECT 1 FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id
                WHERE t.participant_id = p.id AND a.done_on IS NULL) THEN 'aftercare'
  WHEN EXISTS (SELECT 1 FROM trajectory t WHERE t.participant_id = p.id) THEN 'former'
  WHEN EXISTS (SELECT 1 FROM intake i WHERE i.participant_id = p.id AND i.finished_on IS NOT NULL) THEN 'screened'
  WHEN EXISTS (SELECT 1 FROM intake i WHERE i.participant_id = p.id) THEN 'intake'
  ELSE 'new' END`
