/** Pauses of a trajectory: days on which nothing is planned. */
import { daysMeet } from '#core/attendance/plan.ts'
import type { Pause } from '#core/api/programme.ts'
import { createPause, removePause, savePause } from '#db/trajectories/commands.ts'
import { pauseById, pausesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import { found } from '#db/statements.ts'
import { keepSettled } from '../attendance/settled.ts'
import type { OfficeContext } from '../context.ts'
import { endNotBefore, refuse } from './checks.ts'
import type { Feature } from './feature.ts'
import { replan } from './marks.ts'

export const pauses = {
  pause(ctx, { id, ...typed }) {
    const pause = { ...typed, reason: typed.reason.trim() }
    const people = [check(ctx, id, { id: 0, ...pause }).participant_id]
    const { result, changeSetId } = ctx.command('trajectories.pause', () =>
      keepSettled(ctx, { people }, () => {
        const made = createPause(ctx.db, id, pause)
        replan(ctx, id, pause.starts_on, pause.ends_on)
        return made
      }),
    )
    return { id: result, changeSetId }
  },

  savePause(ctx, typed) {
    const pause = { ...typed, reason: typed.reason.trim() }
    const before = found(pauseById(ctx.db, pause.id))
    const people = [check(ctx, before.trajectory_id, pause).participant_id]
    const { changeSetId } = ctx.command('trajectories.savePause', () =>
      keepSettled(ctx, { people }, () => {
        savePause(ctx.db, pause)
        replan(ctx, before.trajectory_id, before.starts_on, before.ends_on)
        replan(ctx, before.trajectory_id, pause.starts_on, pause.ends_on)
      }),
    )
    return { changeSetId }
  },

  removePause(ctx, { id }) {
    const before = found(pauseById(ctx.db, id))
    const people = [found(trajectoryById(ctx.db, before.trajectory_id)).participant_id]
    const { changeSetId } = ctx.command('trajectories.removePause', () =>
      keepSettled(ctx, { people }, () => {
        removePause(ctx.db, id)
        replan(ctx, before.trajectory_id, before.starts_on, before.ends_on)
      }),
    )
    return { changeSetId }
  },
} satisfies Pick<Feature<'trajectories'>, 'pause' | 'savePause' | 'removePause'>

/** @throws CommandError NOT_FOUND, INVALID. `pause.id` 0 is a new one. */
function check(ctx: OfficeContext, trajectoryId: number, pause: Pause): TrajectoryRow {
  const row = found(trajectoryById(ctx.db, trajectoryId))
  const last = row.ended_on ?? row.planned_end_on
  const outside = (day: string | null) => day !== null && (day < row.starts_on || day > last)
  refuse(
    endNotBefore('ends_on', pause.starts_on, pause.ends_on),
    outside(pause.starts_on) ? { field: 'starts_on', problem: 'outside_trajectory' } : null,
    pause.ends_on !== null && pause.ends_on >= pause.starts_on && outside(pause.ends_on)
      ? { field: 'ends_on', problem: 'outside_trajectory' }
      : null,
  )
  const others = (pausesOf(ctx.db, [trajectoryId]).get(trajectoryId) ?? []).filter(
    (one) => one.id !== pause.id,
  )
  refuse(
    others.some((one) => daysMeet(one, pause)) ? { field: 'starts_on', problem: 'pause_overlaps' } : null,
  )
  return row
}
