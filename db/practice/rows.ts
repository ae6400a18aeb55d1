/**
 * Rows as they are loaded in bulk into an empty office, with the ids that the generator gave them. Columns that
 * a table fills by itself are left out. Yes and no are 1 and 0, as SQLite keeps them.
 */
import type { AttemptHow } from '#core/api/aftercare.ts'
import type { AppointmentFields } from '#core/api/agenda.ts'
import type {
  EndKind,
  GoalState,
  LanguageLevel,
  LanguageSkill,
  LanguageSource,
  NoteKind,
  Outflow,
  Phase,
  WeekPart,
} from '#core/api/fields.ts'
import type { Task } from '#core/api/notes.ts'
import type { CaseManager, Municipality, Referral } from '#core/api/people.ts'
import type { Permission } from '#core/api/permissions.ts'
import type { Opening, OpeningDemand } from '#core/api/places.ts'
import type { Satisfaction, SchedulePart } from '#core/api/programme.ts'
import type { StoredAftercare } from '../aftercare/rows.ts'
import type { MarkRow } from '../attendance/queries.ts'
import type { PlacementRow } from '../placements/rows.ts'
import type { Extension } from '../trajectories/commands.ts'

export interface PracticeRows {
  municipality: Municipality
  case_manager: CaseManager
  closure: { day: string; reason: string }
  opening: Omit<Opening, 'closed'> & { closed: 0 | 1 }
  opening_part: WeekPart & { opening_id: number }
  opening_demand: OpeningDemand & { opening_id: number }
  travel_time: { place: string; other: string; minutes: number }
  referral: Referral
  intake: {
    id: number
    participant_id: number
    referral_id: number
    definition_version: number
    staff_id: number
    started_on: string
    finished_on: string | null
    notes: string
  }
  /** `value` is JSON; null where `no_answer` says why there is none. */
  intake_answer: {
    intake_id: number
    question: string
    value: string | null
    no_answer: 'unknown' | 'declined' | 'later' | null
  }
  trajectory: {
    id: number
    participant_id: number
    referral_id: number
    coach_id: number
    months: number
    starts_on: string
    planned_end_on: string
    ended_on: string | null
    phase: Phase
    purpose: string
    outflow: Outflow | null
    end_kind: EndKind | null
    end_reason: string
  } & Satisfaction
  trajectory_phase: { trajectory_id: number; since: string; phase: Phase }
  trajectory_extension: Extension & { id: number }
  schedule: { id: number; trajectory_id: number; valid_from: string }
  schedule_part: SchedulePart & { schedule_id: number }
  attendance: MarkRow
  goal: {
    id: number
    trajectory_id: number
    position: number
    description: string
    state: GoalState
    state_on: string | null
    remark: string
  }
  contact_note: {
    id: number
    participant_id: number
    staff_id: number
    happened_on: string
    kind: NoteKind
    body: string
    in_report: 0 | 1
  }
  task: Pick<Task, 'id' | 'participant_id' | 'title' | 'due_on' | 'done_on'>
  language_assessment: {
    id: number
    participant_id: number
    assessed_on: string
    skill: LanguageSkill
    level: LanguageLevel
    source: LanguageSource
    staff_id: number
  }
  skill_assessment: {
    id: number
    participant_id: number
    skill_id: number
    assessed_on: string
    score: number | null
    own_score: number | null
    staff_id: number
  }
  ladder_assessment: {
    id: number
    participant_id: number
    assessed_on: string
    step: number
    staff_id: number
  }
  placement: PlacementRow
  placement_part: WeekPart & { placement_id: number }
  aftercare: Omit<StoredAftercare, 'own_day' | 'story' | 'dropped_on' | 'dropped_why'>
  aftercare_attempt: {
    id: number
    aftercare_id: number
    tried_on: string
    how: AttemptHow
    reached: 0 | 1
    staff_id: number
  }
  permission: Omit<Permission, 'remark'>
  ready_signal: {
    id: number
    participant_id: number
    placement_id: number | null
    signalled_on: string
    told_by: 'host' | 'coach'
    body: string
    staff_id: number
  }
  appointment: AppointmentFields & { id: number; uid: string; cancelled_on: string | null }
}

export type PracticeTable = keyof PracticeRows
