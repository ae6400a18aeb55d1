import type { CivicFields } from '#core/api/civic.ts'
import type { CivicLaw, WeekPart } from '#core/api/fields.ts'
import { addMonths } from '#core/calendar/dates.ts'
import { civicTermEnd, civicTermOn } from '#core/calendar/terms.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const nothing: CivicFields = {
  law: 'unknown',
  route: 'unknown',
  pip_on: null,
  term_ends_on: null,
  school: '',
  remark: '',
}

/** What is known about somebody; all unknown when nothing was written down. */
export function civicOf(db: ReadableDb, participantId: number): CivicFields {
  const row = prepared<[number], CivicFields>(
    db,
    'SELECT law, route, pip_on, term_ends_on, school, remark FROM civic_integration WHERE participant_id = ?',
  ).get(participantId)
  return row ?? nothing
}

/** Laws under which there is still something to do before a day. */
const obliged: ReadonlySet<CivicLaw> = new Set(['wi2021', 'wi2013', 'unknown'])

/**
 * The last day by the rule; null without a plan. Only the law of 2021 counts from the plan; where the law is not
 * known yet, somebody with a plan falls under it.
 */
export function computedEnd({ law, pip_on }: Pick<CivicFields, 'law' | 'pip_on'>): string | null {
  return pip_on !== null && (law === 'wi2021' || law === 'unknown') ? civicTermEnd(pip_on) : null
}

/** The last day of the term: what was typed, or else by the rule; null for who has no term. */
export function termEnd(of: Pick<CivicFields, 'law' | 'pip_on' | 'term_ends_on'>): string | null {
  return obliged.has(of.law) ? (of.term_ends_on ?? computedEnd(of)) : null
}

/** In the order of the week and of the day. */
export function lessonsOf(db: ReadableDb, participantId: number): WeekPart[] {
  return prepared<[number], WeekPart>(
    db,
    `SELECT weekday, part FROM lesson_part WHERE participant_id = ?
     ORDER BY weekday, CASE part WHEN 'morning' THEN 1 WHEN 'afternoon' THEN 2 ELSE 3 END`,
  ).all(participantId)
}

type CivicEnding = NameParts & { participant_id: number; ends_on: string }

/**
 * Whose term ends within six months, or ended in the month before: those who are in a trajectory or have not begun
 * one. After that it is known, or nothing can be done here.
 */
export function civicEnding(db: ReadableDb, today: string): CivicEnding[] {
  const rows = prepared<
    [],
    NameParts & Pick<CivicFields, 'law' | 'pip_on' | 'term_ends_on'> & { participant_id: number }
  >(
    db,
    `SELECT v.participant_id, v.law, v.pip_on, v.term_ends_on, ${columnsOf('p', nameColumns)}
     FROM civic_integration v JOIN participant p ON p.id = v.participant_id
     WHERE (v.pip_on IS NOT NULL OR v.term_ends_on IS NOT NULL) AND p.merged_into IS NULL
       AND (EXISTS (SELECT 1 FROM trajectory t WHERE t.participant_id = p.id AND t.ended_on IS NULL)
            OR NOT EXISTS (SELECT 1 FROM trajectory t WHERE t.participant_id = p.id))
     ORDER BY p.sort_key, p.id`,
  ).all()
  return rows
    .flatMap(({ law, pip_on, term_ends_on, ...row }) => {
      const ends_on = termEnd({ law, pip_on, term_ends_on })
      const term = civicTermOn(ends_on, today)
      const shown =
        term === 'soon' || (term === 'passed' && ends_on !== null && ends_on >= addMonths(today, -1))
      return ends_on !== null && shown ? [{ ...row, ends_on }] : []
    })
    .toSorted((a, b) => (a.ends_on < b.ends_on ? -1 : a.ends_on > b.ends_on ? 1 : 0))
}
