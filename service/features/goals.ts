/** The goals of a trajectory: three at the start, a few more on the way; how each stands, and since when. */
import { mostGoals } from '#core/api/programme.ts'
import { found } from '#db/statements.ts'
import { orderGoals, removeGoal, saveGoal } from '#db/trajectories/goals.ts'
import { goalsOf, trajectoryById, trajectoryOfGoal } from '#db/trajectories/queries.ts'
import { notInFuture, refuse, required } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const goals = {
  saveGoal(ctx, { trajectoryId, goal }) {
    found(trajectoryById(ctx.db, trajectoryId))
    const description = goal.description.trim()
    refuse(required('goal.description', description), notInFuture('goal.state_on', goal.state_on, ctx.today))
    const all = goalsOf(ctx.db, trajectoryId)
    if (goal.id === undefined && all.length >= mostGoals) throw invalid('goal.description', 'enough')
    const before = all.find((one) => one.id === goal.id)
    // A state that changes without a day changes today.
    const since = before?.state === goal.state ? before.state_on : ctx.today
    const state_on = goal.state_on === undefined ? since : goal.state_on
    const { changeSetId } = ctx.command('trajectories.saveGoal', () =>
      saveGoal(ctx.db, trajectoryId, { ...goal, description, state_on }),
    )
    return { changeSetId }
  },

  removeGoal(ctx, { id }) {
    const { changeSetId } = ctx.command('trajectories.removeGoal', () => removeGoal(ctx.db, id))
    return { changeSetId }
  },

  orderGoals(ctx, { trajectoryId, ids }) {
    const known = goalsOf(ctx.db, trajectoryId).map((goal) => goal.id)
    for (const id of ids) found(trajectoryOfGoal(ctx.db, id))
    // One that was added in another window meanwhile comes last.
    const order = [...ids, ...known.filter((id) => !ids.includes(id))]
    const { changeSetId } = ctx.command('trajectories.orderGoals', () =>
      orderGoals(ctx.db, trajectoryId, order),
    )
    return { changeSetId }
  },
} satisfies Pick<Feature<'trajectories'>, 'saveGoal' | 'removeGoal' | 'orderGoals'>
