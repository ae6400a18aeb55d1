/** When letters are due: what the office and its municipalities want, and what was put off. */
import { rhythmFor, type LetterRhythm, type LetterRule, type PutOff } from '#core/letters/due.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { readOffice } from '../office/queries.ts'
import { prepared } from '../prepare.ts'

/** What decides about the letters of one trajectory, beside its own days. */
export type LetterTerms = (
  municipalityId: number | null,
  trajectoryId: number,
) => LetterRhythm & { putOff: readonly PutOff[] }

/** The days of a letter that was withdrawn. */
export interface WithdrawnDays {
  from: string
  to: string
}

/**
 * By trajectory: the days of progress letters that were withdrawn while a later one stands, and that no other covers; the
 * first one first. Few, so they are read once for a whole list.
 */
export function withdrawnDays(db: ReadableDb): ReadonlyMap<number, readonly WithdrawnDays[]> {
  const rows = prepared<[], WithdrawnDays & { trajectory_id: number }>(
    db,
    `SELECT w.trajectory_id, min(w.period_from) AS "from", w.period_to AS "to" FROM letter w
     WHERE w.state = 'withdrawn' AND w.kind = 'progress'
       AND EXISTS (SELECT 1 FROM letter l WHERE l.trajectory_id = w.trajectory_id AND l.kind = 'progress'
         AND l.state IN ('final', 'sent') AND l.period_from > w.period_to)
       AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.trajectory_id = w.trajectory_id AND l.kind = 'progress'
         AND l.state IN ('final', 'sent') AND w.period_to BETWEEN l.period_from AND l.period_to)
     GROUP BY w.trajectory_id, w.period_to ORDER BY w.period_to`,
  ).all()
  return Map.groupBy(rows, (row) => row.trajectory_id)
}

/** Read once for a whole list. */
export function letterTerms(db: ReadableDb): LetterTerms {
  const office = readOffice(db)
  const rules = new Map(
    prepared<[], LetterRule & { municipality_id: number }>(
      db,
      'SELECT municipality_id, first_weeks, interval_weeks, before_end_weeks FROM letter_rule',
    )
      .all()
      .map((rule) => [rule.municipality_id, rule]),
  )
  const putOff = Map.groupBy(
    prepared<[], PutOff & { trajectory_id: number }>(
      db,
      'SELECT trajectory_id, due_on, until_on FROM letter_put_off',
    ).all(),
    (one) => one.trajectory_id,
  )
  return (municipalityId, trajectoryId) => ({
    ...rhythmFor(office, municipalityId === null ? null : (rules.get(municipalityId) ?? null)),
    putOff: putOff.get(trajectoryId) ?? [],
  })
}

const noRule: LetterRule = { first_weeks: null, interval_weeks: null, before_end_weeks: null }

/** What this municipality wants otherwise; all null where it wants nothing. */
export function letterRuleOf(db: ReadableDb, municipalityId: number): LetterRule {
  const sql =
    'SELECT first_weeks, interval_weeks, before_end_weeks FROM letter_rule WHERE municipality_id = ?'
  return prepared<[number], LetterRule>(db, sql).get(municipalityId) ?? noRule
}

export function saveLetterRule(db: WritableDb, municipalityId: number, rule: LetterRule): void {
  prepared<[LetterRule & { id: number }]>(
    db,
    `INSERT INTO letter_rule (municipality_id, first_weeks, interval_weeks, before_end_weeks)
     VALUES (@id, @first_weeks, @interval_weeks, @before_end_weeks)
     ON CONFLICT (municipality_id) DO UPDATE SET first_weeks = @first_weeks, interval_weeks = @interval_weeks,
       before_end_weeks = @before_end_weeks`,
  ).run({ id: municipalityId, ...rule })
}

export interface NewPutOff extends PutOff {
  trajectory_id: number
  why: string
  decided_on: string
  staff_id: number
}

/** The last word about this moment counts. */
export function putOffLetter(db: WritableDb, putOff: NewPutOff): void {
  prepared<[NewPutOff]>(
    db,
    `INSERT INTO letter_put_off (trajectory_id, due_on, until_on, why, decided_on, staff_id)
     VALUES (@trajectory_id, @due_on, @until_on, @why, @decided_on, @staff_id)
     ON CONFLICT (trajectory_id, due_on) DO UPDATE SET until_on = @until_on, why = @why, decided_on = @decided_on,
       staff_id = @staff_id`,
  ).run(putOff)
}
