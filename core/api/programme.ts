/** The agreed programme: trajectory, days, goals. */
import { z } from 'zod'
import { attendanceTotalsSchema } from './attendance.ts'
import { base } from './errors.ts'
import * as f from './fields.ts'
import { satisfaction } from './network.ts'

export const schedulePartSchema = z.object({
  weekday: z.int().min(1).max(7),
  part: f.dayPart,
  start_minute: z.int().min(0).max(1439),
  end_minute: z.int().min(1).max(1440),
})
export const scheduleSchema = z.object({ valid_from: f.isoDate, parts: z.array(schedulePartSchema) })
export type SchedulePart = z.infer<typeof schedulePartSchema>
export type Schedule = z.infer<typeof scheduleSchema>

export const goalSchema = z.object({
  id: f.id,
  position: z.int().min(1),
  description: f.shortText,
  state: f.goalState,
  state_on: f.isoDate.nullable(), // since when it stands so; null where nobody wrote it down
  remark: f.shortText,
})
export type Goal = z.infer<typeof goalSchema>
/** Three are agreed at the start; on the way there may be more. */
export const mostGoals = 6

/** Days on which nothing is planned. `ends_on` is the last one; null while nobody knows. */
export const pauseSchema = z.object({
  id: f.id,
  starts_on: f.isoDate,
  ends_on: f.isoDate.nullable(),
  reason: f.shortText,
})
export type Pause = z.infer<typeof pauseSchema>
const pauseFields = pauseSchema.omit({ id: true })

export const extensionSchema = z.object({
  id: f.id,
  agreed_on: f.isoDate,
  old_end_on: f.isoDate,
  new_end_on: f.isoDate,
  reason: f.shortText,
})
export type Extension = z.infer<typeof extensionSchema>
export const phaseSinceSchema = z.object({ since: f.isoDate, phase: f.phase })
export type PhaseSince = z.infer<typeof phaseSinceSchema>

/** What both said at the end, and when they were asked; a day without a number was asked and not answered. */
export const satisfactionSchema = z.object({
  participant_satisfaction: satisfaction.nullable(),
  participant_asked_on: f.isoDate.nullable(),
  case_manager_satisfaction: satisfaction.nullable(),
  case_manager_asked_on: f.isoDate.nullable(),
})
export type Satisfaction = z.infer<typeof satisfactionSchema>

export const trajectorySchema = z.object({
  id: f.id,
  participant_id: f.id,
  referral_id: f.id,
  coach_id: f.id,
  months: z.int(),
  starts_on: f.isoDate,
  planned_end_on: f.isoDate,
  ended_on: f.isoDate.nullable(),
  phase: f.phase,
  purpose: f.longText,
  outflow: f.outflow.nullable(),
  end_kind: f.endKind.nullable(),
  end_reason: f.shortText,
  end_discussed_with: f.shortText,
  end_discussed_on: f.isoDate.nullable(),
  ...satisfactionSchema.shape,
})
export type Trajectory = z.infer<typeof trajectorySchema>
export const trajectoryViewSchema = trajectorySchema.extend({
  coachName: z.string(),
  week: z.int().nullable(), // "nu week 13 van 26"; null before the start and after the end
  weeks: z.int(),
  schedules: z.array(scheduleSchema), // oldest first
  phases: z.array(phaseSinceSchema), // oldest first
  pauses: z.array(pauseSchema), // oldest first
  extensions: z.array(extensionSchema), // oldest first; also an earlier end
  goals: z.array(goalSchema),
  totals: attendanceTotalsSchema,
  caseManagerName: z.string(),
  municipalityName: z.string(),
})
export type TrajectoryView = z.infer<typeof trajectoryViewSchema>

export const trajectories = {
  list: base.input(z.object({ participantId: f.id })).output(z.array(trajectoryViewSchema)),
  create: base
    .input(
      z.object({
        participant_id: f.id,
        referral_id: f.id,
        coach_id: f.id,
        months: z.int().min(1).max(24),
        starts_on: f.isoDate,
        /** Another end than `months` makes; then the months follow from it. */
        planned_end_on: f.isoDate.nullish(),
        purpose: f.longText,
        parts: z.array(schedulePartSchema),
        goals: z.array(f.shortText).max(3),
      }),
    )
    .output(f.created),
  setSchedule: base
    .input(z.object({ id: f.id, valid_from: f.isoDate, parts: z.array(schedulePartSchema) }))
    .output(f.changed),
  /** Since today, or since the first day where it has not begun. The latest one is the phase it is in. */
  setPhase: base.input(z.object({ id: f.id, phase: f.phase, since: f.isoDate.nullish() })).output(f.changed),
  removePhase: base.input(z.object({ id: f.id, since: f.isoDate })).output(f.changed),
  extend: base
    .input(z.object({ id: f.id, months: z.int().min(1).max(23), reason: f.shortText }))
    .output(f.changed),
  /** Other days for the start and the planned end, later or earlier. */
  setDates: base
    .input(z.object({ id: f.id, starts_on: f.isoDate, planned_end_on: f.isoDate, reason: f.shortText }))
    .output(f.changed),
  setAgreed: base
    .input(z.object({ id: f.id, coach_id: f.id.optional(), purpose: f.longText.optional() }))
    .output(f.changed),
  pause: base.input(pauseFields.extend({ id: f.id })).output(f.created),
  savePause: base.input(pauseSchema).output(f.changed),
  removePause: base.input(f.withId).output(f.changed),
  end: base
    .input(
      z.object({
        id: f.id,
        ended_on: f.isoDate,
        outflow: f.outflow,
        end_kind: f.endKind,
        end_reason: f.shortText,
        end_discussed_with: f.shortText,
        end_discussed_on: f.isoDate.nullable(),
        /** Left out: it stays as it was. */
        satisfaction: satisfactionSchema.optional(),
      }),
    )
    .output(f.changed),
  /** Of a trajectory that has ended: many answers come later. */
  setSatisfaction: base.input(satisfactionSchema.extend({ id: f.id })).output(f.changed),
  /** Takes the end back. Aftercare that nobody has done waits for the next end; what was done stays. */
  reopen: base.input(z.object({ id: f.id, planned_end_on: f.isoDate })).output(f.changed),
  saveGoal: base
    .input(
      z.object({
        trajectoryId: f.id,
        goal: goalSchema.partial({ id: true, position: true, state_on: true }),
      }),
    )
    .output(f.changed),
  removeGoal: base.input(f.withId).output(f.changed),
  /** All goals of the trajectory, in their new order. */
  orderGoals: base
    .input(z.object({ trajectoryId: f.id, ids: z.array(f.id).min(1).max(50) }))
    .output(f.changed),
}
