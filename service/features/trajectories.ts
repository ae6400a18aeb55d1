/** Trajectories: how long, which days, phases, the end and back again. Pauses and goals have their own files. */
import { scheduleProblems } from '#core/attendance/parts.ts'
import { daysMeet } from '#core/attendance/plan.ts'
import { rate } from '#core/attendance/totals.ts'
import {
  extendedEnd,
  monthsBetween,
  mostMonths,
  trajectoryEnd,
  weekOf,
  weeksIn,
} from '#core/calendar/terms.ts'
import { runningName } from '#core/names/name.ts'
import type { FieldError } from '#core/api/errors.ts'
import type { Satisfaction, TrajectoryView } from '#core/api/programme.ts'
import { createAftercareMoments } from '#db/aftercare/commands.ts'
import { minutesOf } from '#db/attendance/totals.ts'
import type { ReadableDb } from '#db/database.ts'
import { found } from '#db/statements.ts'
import {
  createTrajectory,
  endTrajectory,
  movePlannedEnd,
  moveStart,
  removePhase,
  reopenTrajectory,
  saveAgreed,
  saveSatisfaction,
  setPhase,
  setSchedule,
} from '#db/trajectories/commands.ts'
import { saveGoal } from '#db/trajectories/goals.ts'
import {
  extensionsOf,
  goalsOf,
  overlaps,
  pausesOf,
  phasesOf,
  schedulesOf,
  trajectoriesOf,
  trajectoryById,
} from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import { keepSettled } from '../attendance/settled.ts'
import type { OfficeContext } from '../context.ts'
import { caseManagerParts } from '../names.ts'
import { endNotBefore, notInFuture, refuse } from './checks.ts'
import type { Feature } from './feature.ts'
import { goals } from './goals.ts'
import { invalid } from './invalid.ts'
import { clearMarksAfter, marksOutside } from './marks.ts'
import { pauses } from './pauses.ts'

export const trajectories = {
  ...pauses,
  ...goals,

  list: (ctx, { participantId }) => {
    const rows = trajectoriesOf(ctx.db, participantId)
    const ids = rows.map((row) => row.id)
    const schedules = schedulesOf(ctx.db, ids)
    const paused = pausesOf(ctx.db, ids)
    return rows.map((row) =>
      view(
        ctx.db,
        row,
        { schedules: schedules.get(row.id) ?? [], pauses: paused.get(row.id) ?? [] },
        ctx.today,
      ),
    )
  },

  create(ctx, input) {
    const { parts, goals: typed, planned_end_on: otherEnd, ...fields } = input
    const planned_end_on = otherEnd ?? trajectoryEnd(input.starts_on, input.months)
    const months = otherEnd ? monthsBetween(input.starts_on, otherEnd) : input.months
    const problems = [...scheduleProblems(parts), ...spanProblems(input.starts_on, planned_end_on)]
    if (problems.length === 0)
      problems.push(...overlapProblems(ctx, input.participant_id, input.starts_on, planned_end_on))
    if (problems.length > 0) throw invalid(problems)
    const { result: id, changeSetId } = changePlan(ctx, 'trajectories.create', input.participant_id, () => {
      const trajectoryId = createTrajectory(ctx.db, { ...fields, months, planned_end_on })
      setSchedule(ctx.db, trajectoryId, input.starts_on, parts)
      for (const description of typed.map((text) => text.trim()).filter(Boolean))
        saveGoal(ctx.db, trajectoryId, {
          description,
          state: 'not_started',
          state_on: input.starts_on < ctx.today ? input.starts_on : ctx.today,
          remark: '',
        })
      return trajectoryId
    })
    return { id, changeSetId }
  },

  setSchedule(ctx, { id, valid_from, parts }) {
    const row = found(trajectoryById(ctx.db, id))
    const problems = scheduleProblems(parts)
    if (valid_from < row.starts_on || valid_from > lastDay(row))
      problems.push({ field: 'valid_from', problem: 'outside_trajectory' })
    if (problems.length > 0) throw invalid(problems)
    return changed(
      changePlan(ctx, 'trajectories.setSchedule', row.participant_id, () =>
        setSchedule(ctx.db, id, valid_from, parts),
      ),
    )
  },

  setPhase(ctx, { id, phase, since }) {
    const row = found(trajectoryById(ctx.db, id))
    const from = since ?? (ctx.today < row.starts_on ? row.starts_on : ctx.today)
    if (from < row.starts_on) throw invalid('since', 'outside_trajectory')
    if (from > ctx.today && from !== row.starts_on) throw invalid('since', 'date_in_future')
    const before = phasesOf(ctx.db, id).findLast((one) => one.since <= from)
    if (before?.phase === phase) throw invalid('phase', 'already_this')
    return changed(ctx.command('trajectories.setPhase', () => setPhase(ctx.db, id, phase, from)))
  },

  removePhase: (ctx, { id, since }) =>
    changed(ctx.command('trajectories.removePhase', () => removePhase(ctx.db, id, since))),

  extend(ctx, { id, months, reason }) {
    const row = running(ctx, id)
    const new_end_on = extendedEnd(row, months)
    if (new_end_on > trajectoryEnd(row.starts_on, mostMonths))
      throw invalid('months', 'longer_than_two_years')
    const [overlap] = overlapProblems(ctx, row.participant_id, row.starts_on, new_end_on, id)
    if (overlap) throw invalid('months', overlap.problem)
    return changed(
      changePlan(ctx, 'trajectories.extend', row.participant_id, () =>
        movePlannedEnd(ctx.db, {
          trajectory_id: id,
          agreed_on: ctx.today,
          old_end_on: row.planned_end_on,
          new_end_on,
          months: monthsBetween(row.starts_on, new_end_on),
          reason: reason.trim(),
        }),
      ),
    )
  },

  setDates(ctx, { id, starts_on, planned_end_on, reason }) {
    const row = running(ctx, id)
    const problems = spanProblems(starts_on, planned_end_on)
    if (problems.length > 0) throw invalid(problems)
    problems.push(...overlapProblems(ctx, row.participant_id, starts_on, planned_end_on, id))
    const outside = marksOutside(ctx, id, starts_on, planned_end_on)
    if (outside.before) problems.push({ field: 'starts_on', problem: 'marks_outside' })
    if (outside.after) problems.push({ field: 'planned_end_on', problem: 'marks_outside' })
    const days = { starts_on, ends_on: planned_end_on }
    const lost = (pausesOf(ctx.db, [id]).get(id) ?? []).some((pause) => !daysMeet(pause, days))
    if (lost) problems.push({ field: 'planned_end_on', problem: 'pause_overlaps' })
    if (problems.length > 0) throw invalid(problems)
    const months = monthsBetween(starts_on, planned_end_on)
    return changed(
      changePlan(ctx, 'trajectories.setDates', row.participant_id, () => {
        // Never an end before the start, also in between: what gives room goes first.
        if (starts_on < row.starts_on) moveStart(ctx.db, id, starts_on, months)
        if (planned_end_on !== row.planned_end_on)
          movePlannedEnd(ctx.db, {
            trajectory_id: id,
            agreed_on: ctx.today,
            old_end_on: row.planned_end_on,
            new_end_on: planned_end_on,
            months,
            reason: reason.trim(),
          })
        if (starts_on > row.starts_on) moveStart(ctx.db, id, starts_on, months)
      }),
    )
  },

  setAgreed: (ctx, { id, coach_id = null, purpose = null }) =>
    changed(ctx.command('trajectories.setAgreed', () => saveAgreed(ctx.db, { id, coach_id, purpose }))),

  end(ctx, { satisfaction, ...input }) {
    const row = found(trajectoryById(ctx.db, input.id))
    refuse(
      endNotBefore('ended_on', row.starts_on, input.ended_on),
      notInFuture('ended_on', input.ended_on, ctx.today),
      notInFuture('end_discussed_on', input.end_discussed_on, ctx.today),
      ...(satisfaction ? askedLater(ctx, satisfaction) : []),
    )
    if (marksOutside(ctx, input.id, row.starts_on, input.ended_on).present)
      throw invalid('ended_on', 'marks_outside')
    const ending = {
      ...input,
      end_reason: input.end_reason.trim(),
      end_discussed_with: input.end_discussed_with.trim(),
    }
    return changed(
      changePlan(ctx, 'trajectories.end', row.participant_id, () => {
        clearMarksAfter(ctx, input.id, input.ended_on)
        endTrajectory(ctx.db, ending)
        if (satisfaction) saveSatisfaction(ctx.db, { id: input.id, ...satisfaction })
        if (input.end_kind !== 'deceased') createAftercareMoments(ctx.db, input.id, input.ended_on)
      }),
    )
  },

  setSatisfaction(ctx, said) {
    const row = found(trajectoryById(ctx.db, said.id))
    if (row.ended_on === null) throw invalid('participant_satisfaction', 'outside_trajectory')
    refuse(...askedLater(ctx, said))
    return changed(ctx.command('trajectories.setSatisfaction', () => saveSatisfaction(ctx.db, said)))
  },

  reopen(ctx, { id, planned_end_on }) {
    const row = found(trajectoryById(ctx.db, id))
    if (row.ended_on === null) throw invalid('planned_end_on', 'already_this')
    const problems = spanProblems(row.starts_on, planned_end_on)
    if (problems.length === 0 && planned_end_on < row.ended_on)
      problems.push({ field: 'planned_end_on', problem: 'end_before_start' })
    if (problems.length === 0)
      problems.push(...overlapProblems(ctx, row.participant_id, row.starts_on, planned_end_on, id))
    if (problems.length > 0)
      throw invalid(problems.map(({ problem }) => ({ field: 'planned_end_on', problem })))
    return changed(
      changePlan(ctx, 'trajectories.reopen', row.participant_id, () => {
        reopenTrajectory(ctx.db, id)
        if (planned_end_on !== row.planned_end_on)
          movePlannedEnd(ctx.db, {
            trajectory_id: id,
            agreed_on: ctx.today,
            old_end_on: row.planned_end_on,
            new_end_on: planned_end_on,
            months: monthsBetween(row.starts_on, planned_end_on),
            reason: '',
          })
      }),
    )
  },
} satisfies Feature<'trajectories'>

/** Nobody was asked on a day that has not come. */
function askedLater(ctx: OfficeContext, said: Satisfaction) {
  return [
    notInFuture('participant_asked_on', said.participant_asked_on, ctx.today),
    notInFuture('case_manager_asked_on', said.case_manager_asked_on, ctx.today),
  ]
}

/** A command on the days of one person, in which no closed week changes. @throws CommandError WEEK_CLOSED. */
function changePlan<T>(ctx: OfficeContext, name: string, participantId: number, change: () => T) {
  return ctx.command(name, () => keepSettled(ctx, { people: [participantId] }, change))
}

function changed({ changeSetId }: { changeSetId: number | null }): { changeSetId: number | null } {
  return { changeSetId }
}

/** The real end, or the planned one. */
export function lastDay(row: Pick<TrajectoryRow, 'ended_on' | 'planned_end_on'>): string {
  return row.ended_on ?? row.planned_end_on
}

/** Days that can still move. @throws CommandError NOT_FOUND, INVALID when it has ended. */
function running(ctx: OfficeContext, id: number): TrajectoryRow {
  const row = found(trajectoryById(ctx.db, id))
  if (row.ended_on !== null) throw invalid('planned_end_on', 'outside_trajectory')
  return row
}

function spanProblems(startsOn: string, plannedEndOn: string): FieldError[] {
  if (plannedEndOn < startsOn) return [{ field: 'planned_end_on', problem: 'end_before_start' }]
  return plannedEndOn > trajectoryEnd(startsOn, mostMonths)
    ? [{ field: 'planned_end_on', problem: 'longer_than_two_years' }]
    : []
}

/** Under the day that has to move: the end, where the beginning alone is free. */
function overlapProblems(
  ctx: OfficeContext,
  participantId: number,
  startsOn: string,
  endsOn: string,
  except = 0,
): FieldError[] {
  if (!overlaps(ctx.db, { participantId, startsOn, endsOn, except })) return []
  const atStart = overlaps(ctx.db, { participantId, startsOn, endsOn: startsOn, except })
  const field = except === 0 || atStart ? 'starts_on' : 'planned_end_on'
  return [{ field, problem: 'trajectory_overlaps' }]
}

function view(
  db: ReadableDb,
  row: TrajectoryRow,
  plan: Pick<TrajectoryView, 'schedules' | 'pauses'>,
  today: string,
): TrajectoryView {
  const {
    coach_name,
    municipality_name,
    cm_initials: _i,
    cm_prefix: _p,
    cm_surname: _s,
    cm_form_of_address: _f,
    ...fields
  } = row
  const minutes = minutesOf(db, row.id)
  return {
    ...fields,
    coachName: coach_name,
    municipalityName: municipality_name,
    caseManagerName: runningName(caseManagerParts(row), 'nl'),
    week: row.ended_on ? null : weekOf(row.starts_on, today, row.planned_end_on),
    weeks: weeksIn(row.starts_on, row.planned_end_on),
    ...plan,
    phases: phasesOf(db, row.id),
    extensions: extensionsOf(db, row.id),
    goals: goalsOf(db, row.id),
    totals: { ...minutes, rate: rate(minutes.present_minutes, minutes.planned_minutes) },
  }
}
