import { contactSql, openSql } from '../aftercare/contact.ts'
import type { NoteKind, PlacementKind } from '#core/api/fields.ts'
import type { NameParts } from '#core/names/name.ts'
import { usualWarnWeeks } from '#core/placing/terms.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { warnWeeksSql } from '../placements/terms.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const names = columnsOf('p', nameColumns)

export interface NoShowRow extends NameParts {
  participant_id: number
  day: string
  phone: string
  note: string
  done_kind: NoteKind | null
  done_on: string | null
}

/** Who stayed away without a word on the last day that has marks, in the week before this one, and the last note since. */
export function noShowsBefore(db: ReadableDb, today: string): NoShowRow[] {
  return prepared<[{ today: string }], NoShowRow>(
    db,
    `SELECT a.participant_id, a.day, p.phone, coalesce(group_concat(nullif(a.note, ''), ' '), '') AS note,
       n.kind AS done_kind, n.happened_on AS done_on, ${names}
     FROM attendance a JOIN participant p ON p.id = a.participant_id
     LEFT JOIN contact_note n ON n.id = (
       SELECT id FROM contact_note WHERE participant_id = a.participant_id AND happened_on BETWEEN a.day AND @today
        ORDER BY happened_on DESC, id DESC LIMIT 1)
     WHERE a.mark = 'no_show'
       AND a.day = (SELECT max(day) FROM attendance WHERE day < @today AND day >= date(@today, '-7 days'))
     GROUP BY a.participant_id
     ORDER BY p.sort_key, p.id`,
  ).all({ today })
}

export interface AftercareDueRow extends NameParts {
  id: number
  participant_id: number
  month: number
  due_on: string
}

/** Moments that wait on this day, the oldest first. `due_on`: when it is tried again. Not of who may not be asked any more. */
export function aftercareDue(db: ReadableDb, day: string): AftercareDueRow[] {
  return prepared<[{ day: string }], AftercareDueRow>(
    db,
    `SELECT a.id, a.participant_id, a.month, coalesce(a.try_on, a.due_on) AS due_on, ${names}
     FROM aftercare a JOIN participant p ON p.id = a.participant_id JOIN trajectory t ON t.id = a.trajectory_id
     WHERE ${openSql} AND coalesce(a.try_on, a.due_on) <= @day AND t.ended_on IS NOT NULL
       AND ${contactSql} IN ('may', 'not_asked')
     ORDER BY coalesce(a.try_on, a.due_on), p.sort_key, a.id`,
  ).all({ day })
}

export interface EndingRow extends NameParts {
  participant_id: number
  planned_end_on: string
}

/** Trajectories that have not been ended and whose planned end comes before this day, or has passed. */
export function endingBefore(db: ReadableDb, today: string, day: string): EndingRow[] {
  return prepared<[{ today: string; day: string }], EndingRow>(
    db,
    `SELECT t.participant_id, t.planned_end_on, ${names}
     FROM trajectory t JOIN participant p ON p.id = t.participant_id
     WHERE t.ended_on IS NULL AND t.starts_on <= @today AND t.planned_end_on <= @day
     ORDER BY t.planned_end_on, p.sort_key`,
  ).all({ today, day })
}

export interface PlacementEndRow extends NameParts {
  id: number
  participant_id: number
  kind: PlacementKind
  host: string
  expected_end_on: string
}

/**
 * Placements that go on and whose agreed end asks for attention: from the weeks before it that the office chose for
 * this kind and municipality, until it passed before `from`.
 */
export function placementsEnding(db: ReadableDb, days: { from: string; today: string }): PlacementEndRow[] {
  return prepared<[{ from: string; today: string; usualWarnWeeks: number }], PlacementEndRow>(
    db,
    `SELECT l.id, l.participant_id, l.kind, h.name AS host, l.expected_end_on, ${names}
     FROM placement l JOIN participant p ON p.id = l.participant_id
     JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
     LEFT JOIN trajectory t ON t.id = l.trajectory_id
     WHERE l.stage IN ('trial', 'placed') AND l.ended_on IS NULL AND l.expected_end_on >= @from
       AND @today >= date(l.expected_end_on, (-7 * ${warnWeeksSql}) || ' days')
     ORDER BY l.expected_end_on, p.sort_key`,
  ).all({ ...days, usualWarnWeeks })
}

/** Who is in a trajectory on this day and of whom a date of birth is known, by name. */
export function bornPeople(
  db: ReadableDb,
  day: string,
): (NameParts & { participant_id: number; birth_date: string })[] {
  return prepared<[{ day: string }], NameParts & { participant_id: number; birth_date: string }>(
    db,
    `SELECT p.id AS participant_id, p.birth_date, ${names}
     FROM participant p
     WHERE p.birth_date IS NOT NULL AND EXISTS (
       SELECT 1 FROM trajectory t WHERE t.participant_id = p.id AND t.starts_on <= @day
          AND coalesce(t.ended_on, t.planned_end_on) >= @day)
     ORDER BY p.sort_key, p.id`,
  ).all({ day })
}
