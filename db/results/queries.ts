import type {
  AftercareRow,
  AttendanceMonthRow,
  FigureRows,
  IntakeRow,
  LanguageRow,
  MunicipalityRow,
  PlacementRow,
  ReferralRow,
  TrajectoryRow,
} from '#core/figures/rows.ts'
import { blockedSinceSql } from '../aftercare/contact.ts'
import type { ReadableDb } from '../database.ts'
import type { ParticipantNames } from '../letters/queries.ts'
import { prepared } from '../prepare.ts'

/** Every row the figures count; hours come from the month totals, never from the marks. */
export function figureRows(db: ReadableDb): FigureRows {
  return {
    municipalities: prepared<[], MunicipalityRow>(db, 'SELECT id, name FROM municipality').all(),
    referrals: prepared<[], ReferralRow>(
      db,
      `SELECT r.id, r.participant_id, c.municipality_id, r.referred_on
       FROM referral r JOIN case_manager c ON c.id = r.case_manager_id`,
    ).all(),
    intakes: prepared<[], IntakeRow>(db, 'SELECT participant_id, finished_on FROM intake').all(),
    trajectories: prepared<[], TrajectoryRow>(
      db,
      'SELECT id, participant_id, referral_id, starts_on, ended_on, outflow FROM trajectory',
    ).all(),
    placements: prepared<[], PlacementRow>(
      db,
      'SELECT participant_id, trajectory_id, kind, stage, starts_on, ended_on, meaningful FROM placement',
    ).all(),
    aftercare: prepared<[], AftercareRow>(
      db,
      `SELECT a.participant_id, a.trajectory_id, a.month, a.due_on, a.done_on, a.outcome,
         coalesce(a.dropped_on, ${blockedSinceSql}) AS stopped_on
       FROM aftercare a JOIN participant p ON p.id = a.participant_id`,
    ).all(),
    language: prepared<[], LanguageRow>(
      db,
      `SELECT participant_id, assessed_on, skill, level, source FROM language_assessment
       ORDER BY assessed_on, id`,
    ).all(),
    attendance: prepared<[], AttendanceMonthRow>(
      db,
      'SELECT trajectory_id, month, planned_minutes, present_minutes FROM attendance_month',
    ).all(),
  }
}

/** The people behind a figure, in the order of the list of names. */
export function namesOf(db: ReadableDb, ids: readonly number[]): (ParticipantNames & { id: number })[] {
  return prepared<[string], ParticipantNames & { id: number }>(
    db,
    `SELECT id, given_names, call_name, initials, prefix, surname, partner_prefix, partner_surname, name_use,
       form_of_address
     FROM participant WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort_key, id`,
  ).all(JSON.stringify(ids))
}
