import { missingItem, type MissingItem } from '#core/api/lists.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/** The trajectory that runs on `@today`, one per person; in step with `stageSql` of db/participants. */
const running = `(SELECT id, participant_id, referral_id, coach_id, max(starts_on) AS starts_on
    FROM trajectory
   WHERE starts_on <= @today AND (ended_on IS NULL OR ended_on > @today)
   GROUP BY participant_id)`

const person = `t.participant_id, p.sort_key, ${columnsOf('p', nameColumns)}, t.coach_id, s.name AS coach_name`
const from = `${running} t JOIN participant p ON p.id = t.participant_id AND p.merged_into IS NULL
              JOIN staff s ON s.id = t.coach_id`

export interface ListedPerson extends NameParts {
  participant_id: number
  coach_id: number
  coach_name: string
}

export interface SilentPerson extends ListedPerson {
  phone: string
  last_on: string | null
  since: string
}

/** A contact is a note of any kind, or a talk of the intake. Who was never spoken to counts from the first day. */
const lastContact = `nullif(max(
    coalesce((SELECT max(n.happened_on) FROM contact_note n WHERE n.participant_id = p.id), ''),
    coalesce((SELECT max(k.held_on) FROM intake i JOIN intake_talk k ON k.intake_id = i.id
               WHERE i.participant_id = p.id), '')), '')`

/** Who runs a trajectory without contact since `until` or earlier; longest ago first. */
export function silentSince(db: ReadableDb, dates: { today: string; until: string }): SilentPerson[] {
  return prepared<[{ today: string; until: string }], SilentPerson>(
    db,
    `SELECT *, coalesce(last_on, starts_on) AS since
       FROM (SELECT ${person}, t.starts_on, p.phone, ${lastContact} AS last_on FROM ${from})
      WHERE coalesce(last_on, starts_on) <= @until
      ORDER BY since, sort_key, participant_id`,
  ).all(dates)
}

/** What says that something is missing, of the person `p` in the trajectory `t`. */
const missing: { readonly [item in MissingItem]: string } = {
  form_of_address: `p.form_of_address = 'none'`,
  birth_date: 'p.birth_date IS NULL',
  address: `'' IN (trim(p.street), trim(p.house_number), trim(p.postcode), trim(p.city))`,
  phone: `trim(p.phone) = ''`,
  emergency: `trim(p.emergency_phone) = ''`,
  case_manager: `EXISTS (SELECT 1 FROM referral r JOIN case_manager c ON c.id = r.case_manager_id
                          WHERE r.id = t.referral_id AND trim(c.phone) = '' AND trim(c.email) = '')`,
  client_number: `EXISTS (SELECT 1 FROM referral r WHERE r.id = t.referral_id AND trim(r.client_number) = '')`,
  privacy: `NOT EXISTS (SELECT 1 FROM intake i JOIN intake_answer a ON a.intake_id = i.id
                         WHERE i.participant_id = p.id AND a.question = 'privacy_explained' AND a.value IS NOT NULL)`,
  schedule: 'NOT EXISTS (SELECT 1 FROM schedule c WHERE c.trajectory_id = t.id)',
  goals: 'NOT EXISTS (SELECT 1 FROM goal g WHERE g.trajectory_id = t.id)',
  language: 'NOT EXISTS (SELECT 1 FROM language_assessment l WHERE l.participant_id = p.id)',
}

export interface IncompletePerson extends ListedPerson {
  intake_id: number | null
  missing: MissingItem[]
}

/** Who runs a trajectory and of whom something is not known yet, by name. */
export function incompletePeople(db: ReadableDb, today: string): IncompletePerson[] {
  const flags = missingItem.options.map((item) => `(${missing[item]}) AS missing_${item}`).join(',\n')
  type Row = ListedPerson & { intake_id: number | null } & { [item in `missing_${MissingItem}`]: 0 | 1 }
  return prepared<[{ today: string }], Row>(
    db,
    `SELECT ${person}, (SELECT max(i.id) FROM intake i WHERE i.participant_id = p.id) AS intake_id, ${flags}
       FROM ${from} ORDER BY sort_key, participant_id`,
  )
    .all({ today })
    .map((row) => ({ ...row, missing: missingItem.options.filter((item) => row[`missing_${item}`] === 1) }))
    .filter((row) => row.missing.length > 0)
}

/** How many people run a trajectory. */
export function countRunning(db: ReadableDb, today: string): number {
  const row = prepared<[{ today: string }], { total: number }>(
    db,
    `SELECT count(*) AS total FROM ${from}`,
  ).get({ today })
  return row?.total ?? 0
}
