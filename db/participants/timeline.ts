import type { TimelineItem } from '#core/api/timeline.ts'
import { attendanceSignals } from '#core/attendance/signals.ts'
import type { MarkedPart } from '#core/attendance/signals.ts'
import { byNewest } from '#core/dossier/timeline.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { dossiersSql } from './queries.ts'

type Row = Omit<TimelineItem, 'inReport'> & { inReport: 0 | 1 }

/**
 * Everything that happened around one person, newest first. Plans may lie after today.
 *
 * `code` and `text` per kind:
 * - note: the kind of note; what was written. `who`: the writer, and who else was there
 * - letter: its kind and state (`progress sent`); its number, empty for a draft. On the day it was sent, or else its date
 * - placement: its stage; "title · organisation". On the day it ended, or else the day of this stage; once it ended
 *   also `started`, on its first day
 * - checkin: how it goes; what was said. `who`: who asked. At which place stands in front of what was said
 * - choice: what the coach decided about an opening; "title · organisation. Why"
 * - language, one a day: the skills with commas ("speaking,reading"); their levels in that order with " · "
 * - skills, one a day: how many; their names with commas
 * - ladder: the step; nothing
 * - referral: its kind; "municipality · client number"
 * - intake: `started` or `finished`; nothing
 * - talk: the language; place, who was there and what was remarked, with " · "
 * - trajectory: `started`, and once more with `ended`; the reason for the end
 * - phase: the phase; nothing. Not the one that a trajectory began with, nor the one that its end brought
 * - pause: `started`, and once more with `ended`; the reason
 * - extension: the new last day; the reason
 * - goal: how it stands; the goal and the remark. On the day it came to stand so
 * - aftercare, when done: the outcome; where to and the remark
 * - signal: who told it; "organisation · what was seen"
 * - task, when done: nothing; its title
 * - attachment: its type; its name
 * - permission: `photo given`, and once more with `photo withdrawn`; the remark
 * - moment, that somebody took part in: its kind; title and remark
 * - appointment: `planned` or `cancelled`; time, title and place. On its own day, also one that comes
 * - contact: its kind; "organisation or case manager: what was said and asked". `who`: the member of staff
 * - help: with what; the ambassador and the remark
 * - attendance: the code of core/attendance/signals.ts; its day `since`, or nothing
 */
export function listTimeline(db: ReadableDb, participantId: number): TimelineItem[] {
  const key = { id: participantId }
  const rows = [
    ...prepared<[{ id: number }], Row>(db, written).all(key),
    ...prepared<[{ id: number }], Row>(db, agreed).all(key),
  ]
  return [
    ...rows.map((row): TimelineItem => ({ ...row, inReport: row.inReport === 1 })),
    ...signals(db, participantId),
  ].sort(byNewest)
}

/** What somebody wrote down or measured. */
const written = `
SELECT 'note' AS kind, n.id AS id, n.happened_on AS "on", concat_ws(', ', s.name, nullif(n.present, '')) AS who,
       n.body AS text, n.kind AS code, n.in_report AS inReport
  FROM contact_note n JOIN staff s ON s.id = n.staff_id WHERE n.participant_id = @id
UNION ALL
SELECT 'talk', k.id, k.held_on, s.name, concat_ws(' · ', nullif(k.place, ''), nullif(k.present, ''), nullif(k.remark, '')),
       k.language, 0
  FROM intake i JOIN intake_talk k ON k.intake_id = i.id JOIN staff s ON s.id = k.staff_id WHERE i.participant_id = @id
UNION ALL
SELECT 'contact', n.id, n.happened_on, s.name,
       concat_ws(': ', coalesce(h.name, concat_ws(' ', nullif(c.initials, ''), nullif(c.prefix, ''), c.surname)),
                       nullif(concat_ws(' ', nullif(n.body, ''), nullif(n.question, '')), '')), n.kind, 0
  FROM network_contact n JOIN staff s ON s.id = n.staff_id LEFT JOIN host h ON h.id = n.host_id
  LEFT JOIN case_manager c ON c.id = n.case_manager_id WHERE n.participant_id = @id
UNION ALL
SELECT 'help', b.id, b.happened_on, '', concat_ws('. ', a.name, nullif(b.remark, '')), b.what, 0
  FROM ambassador_help b JOIN ambassador a ON a.id = b.ambassador_id WHERE b.participant_id = @id
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
SELECT 'task', k.id, k.done_on, coalesce(s.name, ''), k.title, '', 0
  FROM task k LEFT JOIN staff s ON s.id = k.staff_id WHERE k.participant_id = @id AND k.done_on IS NOT NULL
UNION ALL
SELECT 'attachment', a.id, a.added_on, s.name, a.name, a.type, 0
  FROM attachment a JOIN staff s ON s.id = a.staff_id WHERE a.participant_id = @id AND a.removed_on IS NULL
UNION ALL
SELECT 'moment', m.id, m.happened_on, '', concat_ws('. ', rtrim(m.title, '.'), nullif(m.remark, '')), m.kind, 0
  FROM group_moment_person g JOIN group_moment m ON m.id = g.moment_id WHERE g.participant_id = @id`

/** What was agreed, begun, ended or sent. */
const agreed = `
SELECT 'letter' AS kind, l.id AS id, coalesce(l.sent_on, l.dated_on) AS "on", s.name AS who,
       coalesce(l.number, '') AS text, l.kind || ' ' || l.state AS code, 0 AS inReport
  FROM letter l JOIN staff s ON s.id = l.staff_id WHERE l.participant_id IN ${dossiersSql}
UNION ALL
SELECT 'placement', l.id, coalesce(l.ended_on, l.stage_since), '', o.title || ' · ' || h.name, l.stage, 0
  FROM placement l JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id WHERE l.participant_id = @id
UNION ALL
SELECT 'choice', c.id, c.chosen_on, s.name, concat_ws('. ', o.title || ' · ' || h.name, nullif(c.reason, '')), c.choice, 0
  FROM match_choice c JOIN opening o ON o.id = c.opening_id JOIN host h ON h.id = o.host_id
  JOIN staff s ON s.id = c.staff_id WHERE c.participant_id = @id
UNION ALL
SELECT 'placement', l.id, l.starts_on, '', o.title || ' · ' || h.name, 'started', 0
  FROM placement l JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
 WHERE l.participant_id = @id AND l.stage = 'ended' AND l.starts_on IS NOT NULL
UNION ALL
SELECT 'checkin', c.id, c.happened_on, s.name, concat_ws('. ', h.name, nullif(c.body, '')), coalesce(c.going, ''), 0
  FROM placement l JOIN placement_checkin c ON c.placement_id = l.id JOIN staff s ON s.id = c.staff_id
  JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id WHERE l.participant_id = @id
UNION ALL
SELECT 'referral', r.id, r.referred_on, '', concat_ws(' · ', m.name, nullif(r.client_number, '')), r.kind, 0
  FROM referral r JOIN case_manager c ON c.id = r.case_manager_id JOIN municipality m ON m.id = c.municipality_id
 WHERE r.participant_id = @id
UNION ALL
SELECT 'intake', i.id, coalesce(i.finished_on, i.started_on), s.name, '',
       CASE WHEN i.finished_on IS NULL THEN 'started' ELSE 'finished' END, 0
  FROM intake i JOIN staff s ON s.id = i.staff_id WHERE i.participant_id = @id
UNION ALL
SELECT 'trajectory', t.id, t.starts_on, s.name, '', 'started', 0
  FROM trajectory t JOIN staff s ON s.id = t.coach_id WHERE t.participant_id = @id
UNION ALL
SELECT 'trajectory', t.id, t.ended_on, s.name, t.end_reason, 'ended', 0
  FROM trajectory t JOIN staff s ON s.id = t.coach_id WHERE t.participant_id = @id AND t.ended_on IS NOT NULL
UNION ALL
SELECT 'phase', t.id, p.since, '', '', p.phase, 0
  FROM trajectory t JOIN trajectory_phase p ON p.trajectory_id = t.id AND p.since > t.starts_on
 WHERE t.participant_id = @id AND p.since IS NOT date(t.ended_on, '+1 day')
UNION ALL
SELECT 'pause', p.id, p.starts_on, '', p.reason, 'started', 0
  FROM trajectory t JOIN trajectory_pause p ON p.trajectory_id = t.id WHERE t.participant_id = @id
UNION ALL
SELECT 'pause', p.id, p.ends_on, '', p.reason, 'ended', 0
  FROM trajectory t JOIN trajectory_pause p ON p.trajectory_id = t.id AND p.ends_on IS NOT NULL
 WHERE t.participant_id = @id
UNION ALL
SELECT 'extension', e.id, e.agreed_on, '', e.reason, e.new_end_on, 0
  FROM trajectory_extension e JOIN trajectory t ON t.id = e.trajectory_id WHERE t.participant_id = @id
UNION ALL
SELECT 'goal', g.id, g.state_on, '', concat_ws('. ', rtrim(g.description, '.'), nullif(g.remark, '')), g.state, 0
  FROM trajectory t JOIN goal g ON g.trajectory_id = t.id AND g.state_on IS NOT NULL WHERE t.participant_id = @id
UNION ALL
SELECT 'aftercare', a.id, a.done_on, '', concat_ws('. ', nullif(rtrim(a.moved_on_to, '.'), ''), nullif(a.remark, '')),
       coalesce(a.outcome, ''), 0
  FROM trajectory t JOIN aftercare a ON a.trajectory_id = t.id WHERE t.participant_id = @id AND a.done_on IS NOT NULL
UNION ALL
SELECT 'signal', r.id, r.signalled_on, s.name, concat_ws(' · ', h.name, nullif(r.body, '')), r.told_by, 0
  FROM ready_signal r JOIN staff s ON s.id = r.staff_id LEFT JOIN placement l ON l.id = r.placement_id
  LEFT JOIN opening o ON o.id = l.opening_id LEFT JOIN host h ON h.id = o.host_id WHERE r.participant_id = @id
UNION ALL
SELECT 'appointment', a.id, a.happens_on, coalesce(s.name, ''),
       printf('%d.%02d-%d.%02d ', a.start_minute / 60, a.start_minute % 60, a.end_minute / 60, a.end_minute % 60)
         || concat_ws(', ', a.title, nullif(a.place, '')),
       CASE WHEN a.cancelled_on IS NULL THEN 'planned' ELSE 'cancelled' END, 0
  FROM appointment a LEFT JOIN staff s ON s.id = a.staff_id WHERE a.participant_id = @id
UNION ALL
SELECT 'permission', p.id, p.given_on, '', p.remark, p.kind || ' given', 0
  FROM permission p WHERE p.participant_id = @id
UNION ALL
SELECT 'permission', p.id, p.withdrawn_on, '', p.remark, p.kind || ' withdrawn', 0
  FROM permission p WHERE p.participant_id = @id AND p.withdrawn_on IS NOT NULL`

function signals(db: ReadableDb, participantId: number): TimelineItem[] {
  const marks = prepared<[number], MarkedPart>(
    db,
    'SELECT day, mark FROM attendance WHERE participant_id = ? AND mark IS NOT NULL ORDER BY day',
  ).all(participantId)
  return attendanceSignals(marks).map(({ code, on, since }) => ({
    kind: 'attendance',
    id: participantId,
    on,
    who: '',
    text: since ?? '',
    code,
    inReport: false,
  }))
}
