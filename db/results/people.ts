/** Who was sent, met and began, and the places they had. */
import type {
  BenefitRow,
  IntakeRow,
  MomentRow,
  PlacedRow,
  PlacementRow,
  ReferralRow,
  TrajectoryRow,
} from '#core/figures/rows.ts'
import type { PlacementKind } from '#core/api/fields.ts'
import { durableMonths } from '#core/figures/registry.ts'
import { blockedSinceSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import {
  aftercareFitsSql,
  intakeFitsSql,
  placementFitsSql,
  referralFitsSql,
  referralOfIntakeSql,
  trajectoryFitsSql,
  type Asked,
} from './scope.ts'

/** Asked for more than a screening, and no trajectory began on or after it. */
const waitingSql = `(r.kind <> 'screening' AND NOT EXISTS (SELECT 1 FROM trajectory w
  WHERE w.participant_id = r.participant_id AND w.starts_on BETWEEN r.referred_on AND @to))`

/** Those of the period, and older ones that still wait: a person's own are looked through before anything else is read. */
export function referralsIn(db: ReadableDb, asked: Asked): ReferralRow[] {
  return prepared<[Asked], ReferralRow>(
    db,
    `SELECT r.participant_id, r.referred_on, ${waitingSql} AS waiting FROM referral r
      WHERE r.referred_on BETWEEN @from AND @to AND ${referralFitsSql}
     UNION ALL
     SELECT r.participant_id, r.referred_on, 1 FROM referral r
      WHERE r.referred_on < @from AND ${waitingSql} AND ${referralFitsSql}`,
  ).all(asked)
}

export function intakesIn(db: ReadableDb, asked: Asked): IntakeRow[] {
  return prepared<[Asked], IntakeRow>(
    db,
    `SELECT i.participant_id, i.finished_on,
            (SELECT r.referred_on FROM referral r WHERE r.id = ${referralOfIntakeSql}) AS referred_on
       FROM intake i WHERE i.finished_on BETWEEN @from AND @to AND ${intakeFitsSql}`,
  ).all(asked)
}

/** Those that began or ended in the period, or run on its last day. What only one of these is asked for is read then. */
export function trajectoriesIn(db: ReadableDb, asked: Asked): TrajectoryRow[] {
  return prepared<[Asked], TrajectoryRow>(
    db,
    `SELECT t.id, t.participant_id, t.starts_on, t.planned_end_on, t.ended_on, t.outflow, t.end_kind,
            t.participant_satisfaction, t.case_manager_satisfaction,
            (SELECT r.referred_on FROM referral r WHERE r.id = t.referral_id) AS referred_on,
            CASE WHEN t.starts_on >= @from THEN (SELECT max(i.finished_on) FROM intake i
              WHERE i.participant_id = t.participant_id AND i.finished_on <= t.starts_on) END AS intake_on,
            CASE WHEN t.ended_on BETWEEN @from AND @to THEN (SELECT g.state FROM goal g
              WHERE g.trajectory_id = t.id ORDER BY g.position LIMIT 1) END AS main_goal
       FROM trajectory t
      WHERE t.starts_on <= @to AND (t.ended_on IS NULL OR t.ended_on >= @from) AND ${trajectoryFitsSql}`,
  ).all(asked)
}

/**
 * Who ever began at a place of each kind, up to the last day, and for whom it ran on that day. Read as lists in one row,
 * which is fastest.
 */
export function placedUpTo(db: ReadableDb, asked: Asked): PlacedRow[] {
  const row = prepared<[Asked], Record<'people' | 'kinds' | 'now', string>>(
    db,
    `SELECT json_group_array(l.participant_id) AS people, json_group_array(l.kind) AS kinds,
            json_group_array(l.ended_on IS NULL OR l.ended_on >= @to) AS now
       FROM placement l
      WHERE l.stage IN ('trial', 'placed', 'ended') AND l.starts_on <= @to AND ${placementFitsSql}`,
  ).get(asked)
  const read = <T>(list: keyof NonNullable<typeof row>) => (row ? (JSON.parse(row[list]) as T[]) : [])
  const [kinds, now] = [read<PlacementKind>('kinds'), read<0 | 1>('now')]
  const placed = new Map<PlacementKind, { people: number[]; now: number[] }>()
  for (const [n, id] of read<number>('people').entries()) {
    const kind = kinds[n] as PlacementKind
    let of = placed.get(kind)
    if (of === undefined) placed.set(kind, (of = { people: [], now: [] }))
    of.people.push(id)
    if (now[n] === 1) of.now.push(id)
  }
  return [...placed].map(([kind, lists]) => ({ kind, ...lists }))
}

/**
 * Places of which more is asked: those that ended in the period, and the jobs of whoever ended in it. They are few, and
 * found by that; the plus keeps the stage and the first day from being looked up instead.
 */
export function placementsIn(db: ReadableDb, asked: Asked): PlacementRow[] {
  return prepared<[Asked], PlacementRow>(
    db,
    `SELECT l.participant_id, l.kind, l.stage, l.starts_on, l.ended_on, l.minutes_per_week, l.job_form, l.meaningful
       FROM placement l
      WHERE +l.stage IN ('trial', 'placed', 'ended') AND +l.starts_on <= @to
        AND (l.ended_on BETWEEN @from AND @to OR (l.kind = 'job' AND l.participant_id IN
              (SELECT participant_id FROM trajectory WHERE ended_on BETWEEN @from AND @to)))
        AND ${placementFitsSql}`,
  ).all(asked)
}

/** The moments of which is counted who still has a place, where they came in the period. */
export function momentsIn(db: ReadableDb, asked: Asked): MomentRow[] {
  return prepared<[Asked], MomentRow>(
    db,
    `SELECT a.participant_id, a.month, a.due_on, a.done_on, a.outcome,
            coalesce(a.dropped_on, iif(a.done_on IS NULL,
              (SELECT ${blockedSinceSql} FROM participant p WHERE p.id = a.participant_id), NULL)) AS stopped_on
       FROM aftercare a
      WHERE a.due_on BETWEEN @from AND @to AND a.month IN (${durableMonths.join(', ')}) AND ${aftercareFitsSql}
      ORDER BY a.due_on, a.id`,
  ).all(asked)
}

/** What was told of benefits in the period. */
export function benefitsIn(db: ReadableDb, asked: Asked): BenefitRow[] {
  return prepared<[Asked], BenefitRow>(
    db,
    `SELECT a.participant_id, a.done_on, a.benefit_ended FROM aftercare a
      WHERE a.done_on BETWEEN @from AND @to AND a.benefit_ended IS NOT NULL AND ${aftercareFitsSql}
      ORDER BY a.done_on, a.id`,
  ).all(asked)
}
