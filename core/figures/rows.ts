/**
 * What the figures are counted from: plain rows with the column names of the database, of one scope (a project, a
 * municipality, or everybody). Where a row has its days, the rules apply the period again: one that no figure counts may
 * be there or not, and db/results leaves out most of these.
 */
import type { LetterRhythm, PutOff } from '../letters/due.ts'
import type { Aftercare } from '../api/aftercare.ts'
import type {
  EndKind,
  GoalState,
  LanguageLevel,
  Outflow,
  PlacementKind,
  PlacementStage,
} from '../api/fields.ts'
import type { jobForm } from '../api/placement-fields.ts'
import type { z } from 'zod'

export type ReferralRow = {
  participant_id: number
  referred_on: string
  /** Asked for more than a screening, and no trajectory began on or after it, up to the last day. */
  waiting: 0 | 1
}
export type IntakeRow = {
  participant_id: number
  finished_on: string | null
  /** Of its own referral, or of the person's first; null when nobody referred this person. */
  referred_on: string | null
}
export type TrajectoryRow = {
  id: number
  participant_id: number
  starts_on: string
  planned_end_on: string
  ended_on: string | null
  outflow: Outflow | null
  end_kind: EndKind | null
  referred_on: string
  /** The person's last intake that was finished on or before the start. */
  intake_on: string | null
  /** How the first goal stands: the main one. Null without goals. */
  main_goal: GoalState | null
  /** What both said of it at the end, 1 to 5; null without an answer. */
  participant_satisfaction: number | null
  case_manager_satisfaction: number | null
}
/** Who began at a kind of place, on or before the last day; `now`: for whom it ran on that day. Once for each place. */
export type PlacedRow = { kind: PlacementKind; people: readonly number[]; now: readonly number[] }
export type PlacementRow = {
  participant_id: number
  kind: PlacementKind
  stage: PlacementStage
  starts_on: string | null
  ended_on: string | null
  minutes_per_week: number | null
  job_form: z.infer<typeof jobForm>
  /** Whether it was the work that was hoped for, by the person's own word; null when nobody asked. */
  meaningful: 'yes' | 'partly' | 'no' | null
}
/** A moment of aftercare of which is counted who still has a place. */
export type MomentRow = {
  participant_id: number
  month: number
  due_on: string
  done_on: string | null
  outcome: 'still_there' | 'moved_on' | 'stopped' | 'not_reached' | null
  /** Since when nobody asks any more: somebody dropped it, the person took the permission back, or died. */
  stopped_on: string | null
}
/** What was told of somebody's benefit at a moment of aftercare. */
export type BenefitRow = {
  participant_id: number
  done_on: string
  benefit_ended: NonNullable<Aftercare['benefit_ended']>
}
/**
 * The first and the last level of one person for one skill, by one kind of source: measured twice or more up to the
 * last day, the last time in the period.
 */
export type LanguageRow = {
  participant_id: number
  first_level: LanguageLevel
  last_level: LanguageLevel
}
/** How many steps one person went: measured on two days up to the last day, the last of them in the period. */
export type LadderRow = { participant_id: number; change: number }
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
  dated_on: string
  starts_on: string
  planned_end_on: string
  ended_on: string | null
  /** The last day of the progress letter before this one. */
  last_period_to: string | null
  /** When a letter was due: of the municipality, with what was put off. */
  terms: LetterRhythm & { readonly putOff: readonly PutOff[] }
}

export type FigureRows = {
  referrals: readonly ReferralRow[]
  intakes: readonly IntakeRow[]
  trajectories: readonly TrajectoryRow[]
  placed: readonly PlacedRow[]
  /** Those that ended in the period, and the jobs of whoever ended a trajectory in it. */
  placements: readonly PlacementRow[]
  moments: readonly MomentRow[]
  benefits: readonly BenefitRow[]
  language: readonly LanguageRow[]
  ladder: readonly LadderRow[]
  skills: readonly SkillRow[]
  hours: readonly HoursRow[]
  hosts: readonly HostRow[]
  /** Places that are open on the last day; null where the question is not about the whole office. */
  openPlaces: number | null
  letters: readonly LetterRow[]
}

/** Both days are in the period; `to` is the day on which "now" is judged. */
export type Period = { readonly from: string; readonly to: string }
