import type { Appointment } from '#core/api/agenda.ts'
import type { LessonPart } from '#core/api/fields.ts'
import { fullName, runningName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { appointmentFields } from './rows.ts'

/** An appointment as it is kept, with the names around it. */
export interface KeptAppointment extends Appointment {
  uid: string
  /** Empty where there is no participant. */
  firstName: string
}

interface Row extends Omit<
  KeptAppointment,
  'participantName' | 'hostName' | 'caseManagerName' | 'staffName' | 'firstName'
> {
  host_name: string | null
  staff_name: string | null
  person: string | null
  case_manager: string | null
}

const nameJson = (alias: string) =>
  `json_object(${nameColumns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`

const select = `
SELECT ${columnsOf('a', ['id', 'uid', ...appointmentFields, 'cancelled_on'])}, h.name AS host_name, s.name AS staff_name,
       iif(p.id IS NULL, NULL, ${nameJson('p')}) AS person,
       iif(c.id IS NULL, NULL, json_object('initials', c.initials, 'prefix', c.prefix, 'surname', c.surname,
         'form_of_address', c.form_of_address)) AS case_manager
  FROM appointment a LEFT JOIN participant p ON p.id = a.participant_id LEFT JOIN host h ON h.id = a.host_id
  LEFT JOIN case_manager c ON c.id = a.case_manager_id LEFT JOIN staff s ON s.id = a.staff_id`
const byTime = 'ORDER BY a.happens_on, a.start_minute, a.end_minute, a.id'

/** What stands on this day, by time; without what was cancelled. */
export function appointmentsOn(db: ReadableDb, day: string): KeptAppointment[] {
  return prepared<[string], Row>(db, `${select} WHERE a.happens_on = ? AND a.cancelled_on IS NULL ${byTime}`)
    .all(day)
    .map(kept)
}

/** What stands for one person in these days, both ends included; by time, without what was cancelled. */
export function appointmentsOf(
  db: ReadableDb,
  participantId: number,
  { from, to }: { from: string; to: string | null },
): KeptAppointment[] {
  return prepared<[{ participantId: number; from: string; to: string }], Row>(
    db,
    `${select} WHERE a.participant_id = @participantId AND a.happens_on BETWEEN @from AND @to
       AND a.cancelled_on IS NULL ${byTime}`,
  )
    .all({ participantId, from, to: to ?? lastDay })
    .map(kept)
}

/** All of these days, the cancelled ones too; where an organisation, case manager or colleague is given, theirs. */
export function appointmentsBetween(
  db: ReadableDb,
  range: { from: string; to: string | null },
  of: { hostId?: number | null; caseManagerId?: number | null; staffId?: number | null } = {},
): KeptAppointment[] {
  const { hostId = null, caseManagerId = null, staffId = null } = of
  return prepared<[object], Row>(
    db,
    `${select} WHERE a.happens_on BETWEEN @from AND @to AND (@hostId IS NULL OR a.host_id = @hostId)
       AND (@caseManagerId IS NULL OR a.case_manager_id = @caseManagerId)
       AND (@staffId IS NULL OR a.staff_id = @staffId) ${byTime}`,
  )
    .all({ from: range.from, to: range.to ?? lastDay, hostId, caseManagerId, staffId })
    .map(kept)
}

export function findAppointment(db: ReadableDb, id: number): KeptAppointment | null {
  const row = prepared<[number], Row>(db, `${select} WHERE a.id = ?`).get(id)
  return row === undefined ? null : kept(row)
}

/**
 * How often each was changed, and the moment of the last change, from the history: an undo is a change too, so that
 * the number never goes back. Not in the map: loaded without history.
 */
export function appointmentRevisions(
  db: ReadableDb,
  ids: readonly number[],
): Map<number, { sequence: number; changedAt: string }> {
  const rows = prepared<[string], { id: number; sequence: number; changedAt: string }>(
    db,
    `SELECT wanted.value AS id, count(*) FILTER (WHERE c.op <> 'insert') AS sequence, max(s.at) AS changedAt
       FROM json_each(?) wanted
       JOIN change c ON c.table_name = 'appointment' AND c.row_key = json_object('id', wanted.value)
       JOIN change_set s ON s.id = c.change_set_id
      GROUP BY wanted.value`,
  ).all(JSON.stringify(ids))
  return new Map(rows.map(({ id, sequence, changedAt }) => [id, { sequence, changedAt }]))
}

/** Who has language lessons on which part of which day of the week: of the people in a trajectory on this day. */
export function lessonsInTrajectory(
  db: ReadableDb,
  range: { from: string; to: string },
): (NameParts & { weekday: number; part: LessonPart; starts_on: string; last_day: string })[] {
  return prepared<
    [object],
    NameParts & { weekday: number; part: LessonPart; starts_on: string; last_day: string }
  >(
    db,
    `SELECT l.weekday, l.part, ${columnsOf('p', nameColumns)}, min(t.starts_on) AS starts_on,
            max(coalesce(t.ended_on, t.planned_end_on)) AS last_day
       FROM lesson_part l JOIN participant p ON p.id = l.participant_id
       JOIN trajectory t ON t.participant_id = p.id
        AND t.starts_on <= @to AND coalesce(t.ended_on, t.planned_end_on) >= @from
      GROUP BY l.participant_id, l.weekday, l.part ORDER BY p.sort_key, p.id`,
  ).all(range)
}

/** No day comes after it. */
const lastDay = '9999-12-31'

const nobody: NameParts = {
  given_names: '',
  call_name: '',
  initials: '',
  prefix: '',
  surname: '',
  partner_prefix: '',
  partner_surname: '',
  name_use: 'own',
  form_of_address: 'none',
}

function kept({ host_name, staff_name, person, case_manager, ...row }: Row): KeptAppointment {
  const parts = person === null ? null : (JSON.parse(person) as NameParts)
  return {
    ...row,
    participantName: parts === null ? '' : fullName(parts),
    firstName: parts === null ? '' : parts.call_name || (parts.given_names.split(' ')[0] ?? ''),
    hostName: host_name ?? '',
    caseManagerName:
      case_manager === null
        ? ''
        : runningName({ ...nobody, ...(JSON.parse(case_manager) as Partial<NameParts>) }, 'nl'),
    staffName: staff_name ?? '',
  }
}
