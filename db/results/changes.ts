/** Whose facts changed: the history knows. */
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Tables that facts of people are read from, whose rows name the person. */
export const tablesOfPeople: readonly string[] = [
  'permission',
  'referral',
  'intake',
  'trajectory',
  'attendance',
  'placement',
  'aftercare',
  'language_assessment',
  'skill_assessment',
  'ladder_assessment',
  'letter',
]
/** The same; these name the trajectory. */
export const tablesOfTrajectories: readonly string[] = ['goal', 'letter_put_off']

/** A row of one of these is in the facts of anybody: closed days, and when letters are due. */
export const tablesOfEverybody: readonly string[] = ['closure', 'office', 'letter_rule']
/** Of these one column is: where a case manager works, and at which organisation an opening is. */
export const columnsOfEverybody = { case_manager: 'municipality_id', opening: 'host_id' } as const

/** How far the history was read: its newest change, and its newest command. */
export interface Newest {
  readonly change: number
  readonly changeSet: number
}

/** To be read outside a command: one that is rolled back gives its numbers to the next. */
export function newestChange(db: ReadableDb): Newest {
  const newest = prepared<[], { change: number; changeSet: number }>(
    db,
    `SELECT coalesce((SELECT max(id) FROM change), 0) AS change,
            coalesce((SELECT max(id) FROM change_set), 0) AS changeSet`,
  ).get()
  return newest ?? { change: 0, changeSet: 0 }
}

const inText = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

const moved = (table: keyof typeof columnsOfEverybody) => `(table_name = '${table}' AND op = 'update'
  AND old ->> '${columnsOfEverybody[table]}' IS NOT new ->> '${columnsOfEverybody[table]}')`

const everybodySql = `SELECT 1 FROM change
   WHERE id > @change
     AND (table_name IN (${inText(tablesOfEverybody)}) OR ${moved('case_manager')} OR ${moved('opening')})
  UNION ALL SELECT 1 FROM change_set s
   WHERE s.id > @changeSet AND NOT EXISTS (SELECT 1 FROM change c WHERE c.change_set_id = s.id)
  LIMIT 1`

const rowsSql = `SELECT table_name, old AS row FROM change WHERE id > @change AND old IS NOT NULL
  UNION ALL SELECT table_name, new FROM change WHERE id > @change AND new IS NOT NULL`

const peopleSql = `SELECT DISTINCT CASE
    WHEN table_name IN (${inText(tablesOfPeople)}) THEN row ->> 'participant_id'
    WHEN table_name IN (${inText(tablesOfTrajectories)})
      THEN (SELECT participant_id FROM trajectory WHERE id = row ->> 'trajectory_id') END AS id
  FROM (${rowsSql}) ORDER BY id`

/**
 * Whose facts may have changed between two readings of the history, in the order of their ids; null: anybody's. A bulk
 * load says nothing of whom it brought.
 */
export function changedSince(db: ReadableDb, since: Newest, newest: Newest): number[] | null {
  if (newest.change === since.change && newest.changeSet === since.changeSet) return []
  if (newest.change < since.change || newest.changeSet < since.changeSet) return null
  if (prepared<[Newest]>(db, everybodySql).get(since) !== undefined) return null
  return prepared<[Newest], { id: number | null }>(db, peopleSql)
    .all(since)
    .flatMap(({ id }) => id ?? [])
}
