/**
 * What the figures are counted from: plain rows with the column names of the database. The period is applied in
 * figures.ts, so that "so far" and "from the start" mean the same everywhere; db/results only leaves out what no
 * figure of the period counts.
 */
import type {
  LanguageLevel,
  LanguageSkill,
  LanguageSource,
  Outflow,
  PlacementKind,
  PlacementStage,
} from '../api/fields.ts'

export type MunicipalityRow = { id: number; name: string }
export type ReferralRow = {
  id: number
  participant_id: number
  /** By way of the case manager. */
  municipality_id: number
  referred_on: string
}
export type IntakeRow = { participant_id: number; finished_on: string | null }
export type TrajectoryRow = {
  id: number
  participant_id: number
  referral_id: number
  starts_on: string
  ended_on: string | null
  outflow: Outflow | null
}
export type PlacementRow = {
  participant_id: number
  trajectory_id: number | null
  kind: PlacementKind
  stage: PlacementStage
  starts_on: string | null
  ended_on: string | null
  /** Whether it was the work that was hoped for, by the person's own word; null when nobody asked. */
  meaningful: 'yes' | 'partly' | 'no' | null
}
export type AftercareRow = {
  participant_id: number
  trajectory_id: number
  month: number
  due_on: string
  done_on: string | null
  outcome: 'still_there' | 'moved_on' | 'stopped' | 'not_reached' | null
  /** Since when nobody asks any more: somebody dropped it, the person took the permission back, or died. */
  stopped_on: string | null
}
export type LanguageRow = {
  participant_id: number
  assessed_on: string
  skill: LanguageSkill
  level: LanguageLevel
  source: LanguageSource
}
/** Of table attendance_month; minutes. */
export type AttendanceMonthRow = {
  trajectory_id: number
  month: string // YYYY-MM
  planned_minutes: number
  present_minutes: number
}

export type FigureRows = {
  municipalities: readonly MunicipalityRow[]
  referrals: readonly ReferralRow[]
  intakes: readonly IntakeRow[]
  trajectories: readonly TrajectoryRow[]
  placements: readonly PlacementRow[]
  aftercare: readonly AftercareRow[]
  language: readonly LanguageRow[]
  attendance: readonly AttendanceMonthRow[]
}

/** Both days are in the period; `to` is the day on which "now" is judged. */
export type Period = { from: string; to: string }
