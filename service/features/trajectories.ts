import { trajectoryEnd, weekOf, weeksIn } from '#core/calendar/terms.ts'
import { runningName } from '#core/names/name.ts'
import { caseManagerParts } from '../names.ts'
import { rate } from '#core/attendance/totals.ts'
import type { FieldError } from '#core/api/errors.ts'
import type { SchedulePart, TrajectoryView } from '#core/api/programme.ts'
import { createAftercareMoments } from '#db/aftercare/commands.ts'
import { minutesOf } from '#db/attendance/queries.ts'
import type { ReadableDb } from '#db/database.ts'
import { found } from '#db/statements.ts'
import {
  createTrajectory,
  endTrajectory,
  extendTrajectory,
  saveGoal,
  setPhase,
  setSchedule,
} from '#db/trajectories/commands.ts'
import { goalsOf, overlaps, schedulesOf, trajectoriesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const trajectories = {
  list: (ctx, { participantId }) => {
    const rows = trajectoriesOf(ctx.db, participantId)
    const schedules = schedulesOf(
      ctx.db,
      rows.map((row) => row.id),
    )
    return rows.map((row) => view(ctx.db, row, schedules.get(row.id) ?? [], ctx.today))
  },

  create(ctx, input) {
    const problems = partProblems(input.parts)
    const planned_end_on = trajectoryEnd(input.starts_on, input.months)
    if (overlaps(ctx.db, input.participant_id, input.starts_on, planned_end_on))
      problems.push({ field: 'starts_on', problem: 'trajectory_overlaps' })
    if (problems.length > 0) throw invalid(problems)
    const { parts, goals, ...fields } = input
    const { result: id, changeSetId } = ctx.command('trajectories.create', () => {
      const trajectoryId = createTrajectory(ctx.db, { ...fields, planned_end_on })
      setSchedule(ctx.db, trajectoryId, input.starts_on, parts)
      for (const description of goals.filter((text) => text.trim() !== ''))
        saveGoal(ctx.db, trajectoryId, { description, state: 'not_started', remark: '' })
      return trajectoryId
    })
    return { id, changeSetId }
  },

  setSchedule(ctx, { id, valid_from, parts }) {
    const row = found(trajectoryById(ctx.db, id))
    const problems = partProblems(parts)
    if (valid_from < row.starts_on || valid_from > (row.ended_on ?? row.planned_end_on))
      problems.push({ field: 'valid_from', problem: 'outside_trajectory' })
    if (problems.length > 0) throw invalid(problems)
    return changed(ctx.command('trajectories.setSchedule', () => setSchedule(ctx.db, id, valid_from, parts)))
  },

  setPhase: (ctx, { id, phase }) =>
    changed(ctx.command('trajectories.setPhase', () => setPhase(ctx.db, id, phase))),

  extend(ctx, { id, months, reason }) {
    const row = found(trajectoryById(ctx.db, id))
    if (row.ended_on) throw invalid('months', 'outside_trajectory')
    // Counted from the start, so that 3 + 3 months ends on the same day as 6 would have.
    const new_end_on = trajectoryEnd(row.starts_on, row.months + months)
    const extension = {
      trajectory_id: id,
      agreed_on: ctx.today,
      old_end_on: row.planned_end_on,
      new_end_on,
      months,
      reason,
    }
    return changed(ctx.command('trajectories.extend', () => extendTrajectory(ctx.db, extension)))
  },

  end(ctx, input) {
    const row = found(trajectoryById(ctx.db, input.id))
    if (input.ended_on < row.starts_on) throw invalid('ended_on', 'end_before_start')
    if (input.ended_on > ctx.today) throw invalid('ended_on', 'date_in_future')
    return changed(
      ctx.command('trajectories.end', () => {
        endTrajectory(ctx.db, input)
        createAftercareMoments(ctx.db, input.id, input.ended_on)
      }),
    )
  },

  saveGoal(ctx, { trajectoryId, goal }) {
    found(trajectoryById(ctx.db, trajectoryId))
    if (goal.description.trim() === '') throw invalid('description', 'required')
    return changed(ctx.command('trajectories.saveGoal', () => saveGoal(ctx.db, trajectoryId, goal)))
  },
} satisfies Feature<'trajectories'>

function changed({ changeSetId }: { changeSetId: number | null }): { changeSetId: number | null } {
  return { changeSetId }
}

function partProblems(parts: readonly SchedulePart[]): FieldError[] {
  if (parts.length === 0) return [{ field: 'parts', problem: 'no_days_chosen' }]
  return parts
    .filter((part) => part.end_minute <= part.start_minute)
    .map((part) => ({ field: `parts.${part.weekday}.${part.part}`, problem: 'time_order' }))
}

function view(
  db: ReadableDb,
  row: TrajectoryRow,
  schedules: TrajectoryView['schedules'],
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
    schedules,
    goals: goalsOf(db, row.id),
    totals: { ...minutes, rate: rate(minutes.present_minutes, minutes.planned_minutes) },
  }
}
