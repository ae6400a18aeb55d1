import { addMonths } from '#core/calendar/dates.ts'
import { mostMonthsInARow } from '#core/figures/registry.ts'
import type { FigureRows, MarksOfPerson, Period } from '#core/figures/rows.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { ladderIn, languageIn, skillsIn } from './growth.ts'
import { hoursIn, marksIn } from './hours.ts'
import {
  benefitsIn,
  intakesIn,
  momentsIn,
  placedUpTo,
  placementsIn,
  referralsIn,
  trajectoriesIn,
} from './people.ts'
import { asked, type Scope } from './scope.ts'
import { hostsIn, lettersIn, openPlacesOn } from './work.ts'

/**
 * Every row that the figures of this scope and period count, read once: what is long over and counts in none of them
 * stays behind, so that the figures grow with the people and not with their years.
 */
export function figureRows(db: ReadableDb, scope: Scope, period: Period): FigureRows {
  const which = asked(db, scope, period)
  return {
    referrals: referralsIn(db, which),
    intakes: intakesIn(db, which),
    trajectories: trajectoriesIn(db, which),
    placed: placedUpTo(db, which),
    placements: placementsIn(db, which),
    moments: momentsIn(db, which),
    benefits: benefitsIn(db, which),
    language: languageIn(db, which),
    ladder: ladderIn(db, which),
    skills: skillsIn(db, which),
    hours: hoursIn(db, which),
    hosts: hostsIn(db, which),
    openPlaces: which.referrals === null ? openPlacesOn(db, period.to) : null,
    letters: lettersIn(db, which),
  }
}

/** Half-days in a row of the people of this scope; null over too long a time to look for them. */
export function marksOf(db: ReadableDb, scope: Scope, period: Period): MarksOfPerson[] | null {
  return period.to < addMonths(period.from, mostMonthsInARow) ? marksIn(db, asked(db, scope, period)) : null
}

/** Municipalities with a referral on or before this day, by name: those that a report can be about. */
export function municipalitiesUpTo(db: ReadableDb, day: string): { id: number; name: string }[] {
  return prepared<[string], { id: number; name: string }>(
    db,
    `SELECT g.id, g.name FROM municipality g WHERE EXISTS (
       SELECT 1 FROM case_manager c JOIN referral r ON r.case_manager_id = c.id
        WHERE c.municipality_id = g.id AND r.referred_on <= ?)
      ORDER BY g.name COLLATE NOCASE, g.id`,
  ).all(day)
}

/** The people behind a figure, in the order of the list of names. */
export function namesOf(db: ReadableDb, ids: readonly number[]): (NameParts & { id: number })[] {
  return prepared<[string], NameParts & { id: number }>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)} FROM participant p
      WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.sort_key, p.id`,
  ).all(JSON.stringify(ids))
}

/** The organisations behind a figure, by name. */
export function hostNamesOf(db: ReadableDb, ids: readonly number[]): { id: number; name: string }[] {
  return prepared<[string], { id: number; name: string }>(
    db,
    'SELECT id, name FROM host WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name_fold, id',
  ).all(JSON.stringify(ids))
}
