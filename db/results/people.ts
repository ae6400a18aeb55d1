/** What reports count of people in a range of ids: who was sent, met and began, the places they had, and afterwards. */
import { benefitAnswers, outcomes, type Facts, type Moments, type Referral } from '#core/figures/facts.ts'
import type { BenefitRow, MomentRow } from '#core/figures/rows.ts'
import { tableOf } from '#core/figures/table.ts'
import { blockedSinceSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { dayNumberSql } from './day.ts'
import type { IdRange } from './facts.ts'

export function readReferrals(db: ReadableDb, range: IdRange): Facts['referrals'] {
  return prepared<[IdRange], Referral>(
    db,
    `SELECT r.id, r.participant_id, ${dayNumberSql('r.referred_on')} AS referred_on, r.kind, r.project_id, c.municipality_id
       FROM referral r JOIN case_manager c ON c.id = r.case_manager_id
      WHERE r.participant_id BETWEEN @first AND @last ORDER BY r.participant_id, r.referred_on, r.id`,
  ).all(range)
}

export function readIntakes(db: ReadableDb, range: IdRange): Facts['intakes'] {
  return prepared<[IdRange], Facts['intakes'][number]>(
    db,
    `SELECT i.participant_id, ${dayNumberSql('i.finished_on')} AS finished_on, r.id AS referral_id,
            ${dayNumberSql('r.referred_on')} AS referred_on
       FROM intake i LEFT JOIN referral r ON r.id = coalesce(i.referral_id, (
         SELECT e.id FROM referral e WHERE e.participant_id = i.participant_id ORDER BY e.referred_on, e.id LIMIT 1))
      WHERE i.participant_id BETWEEN @first AND @last AND i.finished_on IS NOT NULL
      ORDER BY i.participant_id, i.finished_on, i.id`,
  ).all(range)
}

export function readTrajectories(db: ReadableDb, range: IdRange): Facts['trajectories'] {
  return prepared<[IdRange], Facts['trajectories'][number]>(
    db,
    `SELECT t.id, t.participant_id, t.referral_id, ${dayNumberSql('r.referred_on')} AS referred_on,
            ${dayNumberSql('t.starts_on')} AS starts_on, ${dayNumberSql('t.planned_end_on')} AS planned_end_on,
            ${dayNumberSql('t.ended_on')} AS ended_on, t.outflow, t.end_kind, t.participant_satisfaction,
            t.case_manager_satisfaction,
            (SELECT ${dayNumberSql('max(i.finished_on)')} FROM intake i
              WHERE i.participant_id = t.participant_id AND i.finished_on <= t.starts_on) AS intake_on,
            (SELECT g.state FROM goal g WHERE g.trajectory_id = t.id ORDER BY g.position LIMIT 1) AS main_goal
       FROM trajectory t JOIN referral r ON r.id = t.referral_id
      WHERE t.participant_id BETWEEN @first AND @last ORDER BY t.participant_id, t.starts_on, t.id`,
  ).all(range)
}

export function readPlacements(db: ReadableDb, range: IdRange): Facts['placements'] {
  return prepared<[IdRange], Facts['placements'][number]>(
    db,
    `SELECT l.participant_id, l.kind, l.stage, ${dayNumberSql('l.starts_on')} AS starts_on,
            ${dayNumberSql('l.ended_on')} AS ended_on, l.minutes_per_week, l.job_form, l.meaningful, o.host_id,
            iif(l.trajectory_id IS NOT NULL, (SELECT t.referral_id FROM trajectory t WHERE t.id = l.trajectory_id),
              (SELECT r.id FROM referral r WHERE r.participant_id = l.participant_id AND r.referred_on <= l.starts_on
                ORDER BY r.referred_on DESC, r.id DESC LIMIT 1)) AS referral_id
       FROM placement l JOIN opening o ON o.id = l.opening_id
      WHERE l.participant_id BETWEEN @first AND @last ORDER BY l.participant_id, l.starts_on, l.id`,
  ).all(range)
}

type MomentOfReferral = MomentRow & {
  id: number
  referral_id: number
  benefit_ended: BenefitRow['benefit_ended'] | null
}

/** Since when nobody asks about moment `a` of trajectory `t` any more. */
const stoppedOnSql = `coalesce(a.dropped_on, iif(a.done_on IS NULL,
  (SELECT ${blockedSinceSql} FROM participant p WHERE p.id = t.participant_id), NULL))`

export function readMoments(db: ReadableDb, range: IdRange): Moments {
  const rows = prepared<[IdRange], MomentOfReferral>(
    db,
    `SELECT a.id, t.participant_id, t.referral_id, a.month, ${dayNumberSql('a.due_on')} AS due_on,
            ${dayNumberSql('a.done_on')} AS done_on, a.outcome, a.benefit_ended, ${dayNumberSql(stoppedOnSql)} AS stopped_on
       FROM trajectory t CROSS JOIN aftercare a ON a.trajectory_id = t.id
      WHERE t.participant_id BETWEEN @first AND @last ORDER BY t.participant_id, a.due_on, a.id`,
  ).all(range)
  return tableOf(rows, {
    id: (row) => row.id,
    participant_id: (row) => row.participant_id,
    referral_id: (row) => row.referral_id,
    month: (row) => row.month,
    due_on: (row) => row.due_on,
    done_on: (row) => row.done_on,
    outcome: (row) => (row.outcome === null ? -1 : outcomes.indexOf(row.outcome)),
    stopped_on: (row) => row.stopped_on,
    benefit_ended: (row) => (row.benefit_ended === null ? -1 : benefitAnswers.indexOf(row.benefit_ended)),
  })
}
