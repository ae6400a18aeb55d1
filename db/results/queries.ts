import type {
  AftercareRow,
  AttendanceMonthRow,
  FigureRows,
  IntakeRow,
  LanguageRow,
  MunicipalityRow,
  Period,
  PlacementRow,
  ReferralRow,
  TrajectoryRow,
} from '#core/figures/rows.ts'
import { monthOf } from '#core/calendar/dates.ts'
import type { NameParts } from '#core/names/name.ts'
import { blockedSinceSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

/**
 * Every row that the figures of this period count, read once: what is long over and counts in none of them stays
 * behind, so that the figures grow with the people and not with their years. Hours come from the month totals.
 */
export function figureRows(db: ReadableDb, period: Period): FigureRows {
  const { from, to } = period
  return {
    municipalities: prepared<[], MunicipalityRow>(db, 'SELECT id, name FROM municipality').all(),
    referrals: prepared<[], ReferralRow>(
      db,
      `SELECT r.id, r.participant_id, c.municipality_id, r.referred_on
       FROM referral r JOIN case_manager c ON c.id = r.case_manager_id`,
    ).all(),
    intakes: prepared<[string, string], IntakeRow>(
      db,
      'SELECT participant_id, finished_on FROM intake WHERE finished_on BETWEEN ? AND ?',
    ).all(from, to),
    trajectories: prepared<[], TrajectoryRow>(
      db,
      'SELECT id, participant_id, referral_id, starts_on, ended_on, outflow FROM trajectory',
    ).all(),
    placements: prepared<[string], PlacementRow>(
      db,
      `SELECT participant_id, trajectory_id, kind, stage, starts_on, ended_on, meaningful FROM placement
       WHERE starts_on <= ? OR meaningful IS NOT NULL`,
    ).all(to),
    aftercare: prepared<[string, string], AftercareRow>(
      db,
      `SELECT a.participant_id, a.trajectory_id, a.month, a.due_on, a.done_on, a.outcome,
         coalesce(a.dropped_on, ${blockedSinceSql}) AS stopped_on
       FROM aftercare a JOIN participant p ON p.id = a.participant_id
       WHERE a.due_on BETWEEN ? AND ?`,
    ).all(from, to),
    // Whoever was measured in the period, with all the measurements before it.
    language: prepared<[{ from: string; to: string }], LanguageRow>(
      db,
      `SELECT participant_id, assessed_on, skill, level, source FROM language_assessment
       WHERE assessed_on <= @to AND participant_id IN
         (SELECT participant_id FROM language_assessment WHERE assessed_on BETWEEN @from AND @to)
       ORDER BY assessed_on, id`,
    ).all({ from, to }),
    attendance: prepared<[string, string], AttendanceMonthRow>(
      db,
      `SELECT trajectory_id, month, planned_minutes, present_minutes FROM attendance_month
       WHERE month BETWEEN ? AND ? AND planned_minutes > 0`,
    ).all(monthOf(from), monthOf(to)),
  }
}

/** The people behind a figure, in the order of the list of names. */
export function namesOf(db: ReadableDb, ids: readonly number[]): (NameParts & { id: number })[] {
  return prepared<[string], NameParts & { id: number }>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)}
     FROM participant p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.sort_key, p.id`,
  ).all(JSON.stringify(ids))
}
