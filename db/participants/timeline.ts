import type { TimelineItem } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

type Row = Omit<TimelineItem, 'inReport'> & { inReport: 0 | 1 }

/** More is history that somebody looks up elsewhere; the screen shows the newest. */
const longest = 200

/**
 * Everything that happened around one person, newest first, at most 200. Plans may lie after today.
 *
 * `code` and `text` per kind:
 * - note: the kind of note; what was written
 * - letter: its state; its number, empty for a draft. On the day it was sent, or else its date
 * - placement: its stage; "title · organisation". On the day it ended, or else the day of this stage
 * - language, one a day: the skills with commas ("speaking,reading"); their levels in that order with " · "
 * - skills, one a day: how many; their names with commas
 * - ladder: the step; nothing
 * - intake: `started` or `finished`; nothing
 * - trajectory: `started`, and once more with `ended`; the reason for the end
 * - extension: the new last day; the reason
 * - aftercare, when done: the outcome; the remark
 */
export function listTimeline(db: ReadableDb, participantId: number): TimelineItem[] {
  return prepared<[{ id: number; longest: number }], Row>(
    db,
    `SELECT kind, id, "on", who, text, code, inReport FROM (
       SELECT 'note' AS kind, n.id AS id, n.happened_on AS "on", s.name AS who, n.body AS text, n.kind AS code,
              n.in_report AS inReport
         FROM contact_note n JOIN staff s ON s.id = n.staff_id WHERE n.participant_id = @id
       UNION ALL
       SELECT 'letter', l.id, coalesce(l.sent_on, l.dated_on), s.name, coalesce(l.number, ''), l.state, 0
         FROM letter l JOIN staff s ON s.id = l.staff_id WHERE l.participant_id = @id
       UNION ALL
       SELECT 'placement', l.id, coalesce(l.ended_on, l.stage_since), '', o.title || ' · ' || h.name, l.stage, 0
         FROM placement l JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
        WHERE l.participant_id = @id
       UNION ALL
       SELECT 'language', max(a.id), a.assessed_on, coalesce(max(s.name), ''),
              group_concat(a.level, ' · ' ORDER BY a.id), group_concat(a.skill, ',' ORDER BY a.id), 0
         FROM language_assessment a LEFT JOIN staff s ON s.id = a.staff_id
        WHERE a.participant_id = @id GROUP BY a.assessed_on
       UNION ALL
       SELECT 'skills', max(a.id), a.assessed_on, coalesce(max(s.name), ''),
              group_concat(k.name, ', ' ORDER BY k.position, k.id), CAST(count(*) AS TEXT), 0
         FROM skill_assessment a JOIN skill k ON k.id = a.skill_id LEFT JOIN staff s ON s.id = a.staff_id
        WHERE a.participant_id = @id GROUP BY a.assessed_on
       UNION ALL
       SELECT 'ladder', a.id, a.assessed_on, coalesce(s.name, ''), '', CAST(a.step AS TEXT), 0
         FROM ladder_assessment a LEFT JOIN staff s ON s.id = a.staff_id WHERE a.participant_id = @id
       UNION ALL
       SELECT 'intake', i.id, coalesce(i.finished_on, i.started_on), s.name, '',
              CASE WHEN i.finished_on IS NULL THEN 'started' ELSE 'finished' END, 0
         FROM intake i JOIN staff s ON s.id = i.staff_id WHERE i.participant_id = @id
       UNION ALL
       SELECT 'trajectory', t.id, t.starts_on, s.name, '', 'started', 0
         FROM trajectory t JOIN staff s ON s.id = t.coach_id WHERE t.participant_id = @id
       UNION ALL
       SELECT 'trajectory', t.id, t.ended_on, s.name, t.end_reason, 'ended', 0
         FROM trajectory t JOIN staff s ON s.id = t.coach_id
        WHERE t.participant_id = @id AND t.ended_on IS NOT NULL
       UNION ALL
       SELECT 'extension', e.id, e.agreed_on, '', e.reason, e.new_end_on, 0
         FROM trajectory_extension e JOIN trajectory t ON t.id = e.trajectory_id WHERE t.participant_id = @id
       UNION ALL
       SELECT 'aftercare', a.id, a.done_on, '', a.remark, coalesce(a.outcome, ''), 0
         FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id
        WHERE t.participant_id = @id AND a.done_on IS NOT NULL
     ) ORDER BY "on" DESC, kind, id DESC, code LIMIT @longest`,
  )
    .all({ id: participantId, longest })
    .map((row) => ({ ...row, inReport: row.inReport === 1 }))
}
