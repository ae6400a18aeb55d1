import { addMonths } from '#core/calendar/dates.ts'
import type { Facts } from '#core/figures/facts.ts'
import { spanOf } from '#core/figures/figures.ts'
import { mostMonthsInARow } from '#core/figures/registry.ts'
import type { FigureRows, HoursRow, MarksOfPerson, Period, Scope } from '#core/figures/rows.ts'
import { hoursOfMonths, measuredAfter, selectRows, trajectoriesOf } from '#core/figures/select.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { growthUpTo } from './growth.ts'
import { hoursOfDays, marksIn, monthsAndEdges } from './hours.ts'
import { factsOfEverybody } from './kept.ts'
import { hostsIn, openPlacesOn } from './work.ts'

/** Every row that the figures of this scope and period count. */
export function figureRows(db: ReadableDb, scope: Scope, period: Period): FigureRows {
  const [facts, span] = [factsOfEverybody(db), spanOf(period)]
  const earlier = growthUpTo(db, measuredAfter(facts, span.to), period.to)
  const { hostIds, skills, ...rows } = selectRows(facts, scope, span, earlier)
  const gained = new Map(skills.map((skill) => [skill.skill_id, skill]))
  return {
    ...rows,
    skills: namesOfSkills(db).flatMap(({ id, name }) => {
      const skill = gained.get(id)
      return skill === undefined ? [] : [{ ...skill, skill: name }]
    }),
    hours: hoursIn(db, facts, scope, period),
    hosts: hostsIn(db, hostIds, period),
    openPlaces:
      scope.projectId === null && scope.municipalityId === null ? openPlacesOn(db, period.to) : null,
  }
}

/** Whole months are counted already; only days at the edges of a period are read as marks. */
function hoursIn(db: ReadableDb, facts: readonly Facts[], scope: Scope, period: Period): HoursRow[] {
  const { months, edges } = monthsAndEdges(db, period)
  const rows = edges.flatMap((days) => hoursOfDays(db, days))
  const only = rows.length === 0 ? null : trajectoriesOf(facts, scope)
  const ofScope = only === null ? rows : rows.filter(({ trajectory_id }) => only.has(trajectory_id))
  if (months === null) return ofScope
  const span = spanOf({ from: `${months.from}-01`, to: `${months.to}-01` })
  return [...hoursOfMonths(facts, scope, span), ...ofScope]
}

/** Half-days in a row of the people of this scope; null over too long a time to look for them. */
export function marksOf(db: ReadableDb, scope: Scope, period: Period): MarksOfPerson[] | null {
  if (period.to >= addMonths(period.from, mostMonthsInARow)) return null
  return marksIn(db, period, trajectoriesOf(factsOfEverybody(db), scope))
}

/** In the office's own order. */
function namesOfSkills(db: ReadableDb): { id: number; name: string }[] {
  return prepared<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM skill ORDER BY position, id',
  ).all()
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
