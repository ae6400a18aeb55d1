/** Which part of the office a report is about: a project, a municipality, or everybody. */
import type { Period } from '#core/figures/rows.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface Scope {
  readonly projectId: number | null
  readonly municipalityId: number | null
}

/** What every query of a report binds. The lists are JSON; null: nobody is left out. */
export interface Asked {
  from: string
  to: string
  /** Ids of the referrals of the scope. */
  referrals: string | null
  /** Ids of the people whose last referral on or before the last day is one of these. */
  people: string | null
}

/** The scope is looked up once, for all queries of a report. */
export function asked(db: ReadableDb, scope: Scope, { from, to }: Period): Asked {
  const of = [
    ...(scope.projectId === null ? [] : ['r.project_id = @projectId']),
    ...(scope.municipalityId === null
      ? []
      : ['r.case_manager_id IN (SELECT id FROM case_manager WHERE municipality_id = @municipalityId)']),
  ].join(' AND ')
  if (of === '') return { from, to, referrals: null, people: null }
  const lists = prepared<[Scope & { to: string }], Pick<Asked, 'referrals' | 'people'>>(
    db,
    `SELECT json_group_array(r.id) AS referrals,
            json_group_array(r.participant_id) FILTER (WHERE r.referred_on <= @to AND NOT EXISTS (
              SELECT 1 FROM referral n WHERE n.participant_id = r.participant_id
                 AND n.referred_on BETWEEN r.referred_on AND @to AND (n.referred_on, n.id) > (r.referred_on, r.id))) AS people
       FROM referral r WHERE ${of}`,
  ).get({ ...scope, to })
  return { from, to, referrals: lists?.referrals ?? '[]', people: lists?.people ?? '[]' }
}

const inList = (id: string, list: 'referrals' | 'people') =>
  `(@${list} IS NULL OR ${id} IN (SELECT value FROM json_each(@${list})))`

/** Referral `r` belongs to the report. */
export const referralFitsSql = inList('r.id', 'referrals')

/** Trajectory `t` belongs to the report, by its own referral; so does what hangs on it. */
export const trajectoryFitsSql = inList('t.referral_id', 'referrals')

/** Moment of aftercare `a` belongs to the report with its trajectory. */
export const aftercareFitsSql = inList(
  '(SELECT t.referral_id FROM trajectory t WHERE t.id = a.trajectory_id)',
  'referrals',
)

/** An intake that was begun before there was a request belongs to the first one that came. */
export const referralOfIntakeSql = `coalesce(i.referral_id, (
  SELECT e.id FROM referral e WHERE e.participant_id = i.participant_id ORDER BY e.referred_on, e.id LIMIT 1))`
export const intakeFitsSql = inList(referralOfIntakeSql, 'referrals')

/**
 * A placement belongs to the report by its trajectory; one outside any trajectory by the last referral of the person
 * on or before its first day.
 */
export const placementFitsSql = inList(
  `coalesce(
    (SELECT t.referral_id FROM trajectory t WHERE t.id = l.trajectory_id),
    (SELECT e.id FROM referral e WHERE l.trajectory_id IS NULL AND e.participant_id = l.participant_id
        AND e.referred_on <= l.starts_on ORDER BY e.referred_on DESC, e.id DESC LIMIT 1))`,
  'referrals',
)

/** What was measured of person `m` belongs to the last referral of the person on or before the last day. */
export const measuredFitsSql = inList('m.participant_id', 'people')
