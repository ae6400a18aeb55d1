/**
 * What the figures are counted from: plain rows with the column names of the database, of one scope (a project, a
 * municipality, or everybody), as select.ts picks them. Rows of one person stand together. Days are day numbers, as
 * core/calendar/dates.ts counts them: a report compares a hundred thousand of them. Where a row has its days, the rules
 * apply the period again: one that no figure counts may be there or not.
 */
import type { Aftercare } from '../api/aftercare.ts'
import type { EndKind, GoalState, Outflow, PlacementKind, PlacementStage } from '../api/fields.ts'
import type { jobForm } from '../api/placement-fields.ts'
import type { z } from 'zod'

export type ReferralRow = { participant_id: number; referred_on: number }
export type IntakeRow = {
  participant_id: number
  finished_on: number | null
  /** Of its own referral, or of the person's first; null when nobody referred this person. */
  referred_on: number | null
}
export type TrajectoryRow = {
  id: number
  participant_id: number
  starts_on: number
  planned_end_on: number
  ended_on: number | null
  outflow: Outflow | null
  end_kind: EndKind | null
  /** Of its referral. */
  referred_on: number | null
  /** The person's last intake that was finished on or before the start. */
  intake_on: number | null
  /** How the first goal stands: the main one. Null without goals. */
  main_goal: GoalState | null
  /** What both said of it at the end, 1 to 5; null without an answer. */
  participant_satisfaction: number | null
  case_manager_satisfaction: number | null
}
export type PlacementRow = {
  participant_id: number
  kind: PlacementKind
  stage: PlacementStage
  starts_on: number | null
  ended_on: number | null
  minutes_per_week: number | null
  job_form: z.infer<typeof jobForm>
  /** Whether it was the work that was hoped for, by the person's own word; null when nobody asked. */
  meaningful: 'yes' | 'partly' | 'no' | null
}
/** A moment of aftercare of which is counted who still has a place. */
export type MomentRow = {
  participant_id: number
  month: number
  due_on: number
  done_on: number | null
  outcome: 'still_there' | 'moved_on' | 'stopped' | 'not_reached' | null
  /** Since when nobody asks any more: somebody dropped it, the person took the permission back, or died. */
  stopped_on: number | null
}
/** What was told of somebody's benefit at a moment of aftercare. */
export type BenefitRow = {
  participant_id: number
  done_on: number
  benefit_ended: NonNullable<Aftercare['benefit_ended']>
}
/** How many steps one person went: measured twice or more up to the last day, the last time in the period. */
export type ChangeRow = { participant_id: number; change: number }
/** What a coach scored twice or more up to the last day, the last time in the period: everybody's points together. */
export type SkillRow = { skill_id: number; skill: string; gained: number; people: readonly number[] }
/** What one person adds up to in the period; minutes. */
export type HoursRow = {
  participant_id: number
  planned_minutes: number
  present_minutes: number
  notified_minutes: number
  no_show_minutes: number
}
/**
 * Half-days of one person that were filled in on open days, in the order of time: A away (no notice, ill or leave),
 * L language lesson, P anything else.
 */
export type MarksOfPerson = { participant_id: number; marks: string }
export type HostRow = {
  host_id: number
  /** Contacts to coach the organisation, in the period. */
  coached: number
  /** What it said of itself in the period, 1 to 5. */
  scores: readonly number[]
}
export type LetterRow = {
  participant_id: number
  kind: 'progress' | 'end'
  dated_on: number
  /** Of a progress letter: made by the day on which it was due, or soon after. */
  on_time: boolean
  /** When the trajectory of the letter ended. */
  ended_on: number | null
}

export type FigureRows = {
  referrals: readonly ReferralRow[]
  /** Who was sent for more than a screening, and has begun no trajectory since, up to the last day. */
  waiting: readonly number[]
  intakes: readonly IntakeRow[]
  trajectories: readonly TrajectoryRow[]
  /** Those that began on or before the last day, however long ago. */
  placements: readonly PlacementRow[]
  moments: readonly MomentRow[]
  /** The last answer of each person in the period. */
  benefits: readonly BenefitRow[]
  /** Of whom two levels of one skill and kind of source can be compared; `risen`: the later one is higher. */
  language: { readonly measured: readonly number[]; readonly risen: readonly number[] }
  /** Only of who was measured on two days: steps on one day are put right, not climbed. */
  ladder: readonly ChangeRow[]
  skills: readonly SkillRow[]
  hours: readonly HoursRow[]
  hosts: readonly HostRow[]
  /** Places that are open on the last day; null where the question is not about the whole office. */
  openPlaces: number | null
  letters: readonly LetterRow[]
}

/** Both days are in the period; `to` is the day on which "now" is judged. */
export type Period = { readonly from: string; readonly to: string }

/** A period in day numbers. */
export type Span = { readonly from: number; readonly to: number }

/** What a report is about: a project, a municipality, both, or (twice null) everybody. */
export type Scope = { readonly projectId: number | null; readonly municipalityId: number | null }
