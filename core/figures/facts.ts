/**
 * All that figures can count, whenever it happened: rows with the column names of the database. Which of them belong to a
 * report, select.ts says; so a report of any period and scope is counted from the same facts. Rows stand in the order of
 * the people's ids, and those of one person in the order of their days.
 */
import type { Referral as ReferralFields } from '../api/people.ts'
import type { HoursRow, IntakeRow, LetterRow, MomentRow, PlacementRow, TrajectoryRow } from './rows.ts'
import type { Table } from './table.ts'

export interface Facts {
  readonly referrals: readonly Referral[]
  /** Those that were finished; one that was begun before there was a request is of the first one that came. */
  readonly intakes: readonly (IntakeRow & OfReferral)[]
  readonly trajectories: readonly (TrajectoryRow & OfReferral)[]
  /** By their trajectory; one outside any trajectory by the last referral on or before its first day. */
  readonly placements: readonly PlacementFacts[]
  /** Progress letters and end reports that were made final and not taken back, without corrections. */
  readonly letters: readonly (LetterRow & OfReferral)[]
  readonly moments: Moments
  readonly growth: Growth
  readonly months: Months
}

export interface Referral {
  readonly id: number
  readonly participant_id: number
  readonly referred_on: number
  readonly kind: ReferralFields['kind']
  readonly project_id: number | null
  readonly municipality_id: number
}

/** By this referral it belongs to a project and a municipality; null: to none, and to everybody. */
export interface OfReferral {
  readonly referral_id: number | null
}

export interface PlacementFacts extends PlacementRow, OfReferral {
  readonly host_id: number
}

/** Moments of aftercare. `outcome` and `benefit_ended` are places in the lists below. */
export type Moments = Table<
  | 'id'
  | 'participant_id'
  | 'referral_id'
  | 'month'
  | 'due_on'
  | 'done_on'
  | 'outcome'
  | 'stopped_on'
  | 'benefit_ended'
>
export const outcomes = ['still_there', 'moved_on', 'stopped', 'not_reached'] as const satisfies readonly MomentRow['outcome'][] // prettier-ignore
export const benefitAnswers = ['yes', 'partly', 'no', 'unknown'] as const

/**
 * From the first to the last measurement of one thing that was measured twice or more, where the two can be compared.
 * `what` is the id of a skill at work, or one of `measured`.
 */
export type Growth = Table<'participant_id' | 'what' | 'first_on' | 'last_on' | 'change'>
export const measured = { language: -1, ladder: -2 } as const

/** What a month of a trajectory adds up to; `starts_on` is the first of that month. */
export type Months = Table<'trajectory_id' | 'referral_id' | 'starts_on' | keyof HoursRow>
