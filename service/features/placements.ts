/** Placements: somebody at an opening, from the first thought to the end. */
import type { Placement } from '#core/api/places.ts'
import { findOpening } from '#db/openings/queries.ts'
import { createPlacement, savePlacement } from '#db/placements/commands.ts'
import { findPlacement, findTrajectoryFor, listBoard, listPlacements } from '#db/placements/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import { endNotBefore, notInFuture, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const placements = {
  board: (ctx) => listBoard(ctx.db, ctx.today),

  list: (ctx, { participantId }) => listPlacements(ctx.db, participantId),

  create(ctx, input) {
    const { kind } = found(findOpening(ctx.db, input.opening_id))
    const empty: Omit<Placement, 'id'> = {
      participant_id: input.participant_id,
      trajectory_id: findTrajectoryFor(ctx.db, input.participant_id),
      opening_id: input.opening_id,
      kind,
      stage: 'exploring',
      stage_since: ctx.today,
      goal: input.goal,
      goal_own_words: '',
      explained_on: null,
      explained_language: '',
      understood: null,
      starts_on: null,
      expected_end_on: null,
      ended_on: null,
      end_reason: '',
      goal_result: null,
      days: '',
      minutes_per_week: null,
      supervisor: '',
      next_action: '',
      next_action_on: null,
    }
    const placement = asStage(withGiven(empty, trimmed(input)), ctx.today)
    check(placement, ctx.today)
    const { result: id, changeSetId } = ctx.command('placements.create', () =>
      createPlacement(ctx.db, placement),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const old = found(findPlacement(ctx.db, id))
    const placement = withStage(old, withGiven(old, trimmed(fields)), ctx.today)
    check(placement, ctx.today)
    const { changeSetId } = ctx.command('placements.save', () => savePlacement(ctx.db, placement))
    return { changeSetId }
  },

  move(ctx, { id, stage, ended_on, end_reason, goal_result }) {
    const old = found(findPlacement(ctx.db, id))
    const ending = stage === 'ended' ? { ended_on, end_reason: end_reason.trim(), goal_result } : {}
    const placement = withStage(old, { ...old, ...ending, stage }, ctx.today)
    check(placement, ctx.today)
    const { changeSetId } = ctx.command('placements.move', () => savePlacement(ctx.db, placement))
    return { changeSetId }
  },
} satisfies Feature<'placements'>

/** What a new stage brings along; nothing when the stage is the same. */
function withStage(old: Placement, placement: Placement, today: string): Placement {
  if (old.stage === placement.stage) return placement
  return asStage({ ...placement, stage_since: today }, today)
}

/** Who is there has started, today unless it is known; a placement that goes on has no end yet. */
function asStage<T extends Omit<Placement, 'id'>>(placement: T, today: string): T {
  const there = placement.stage === 'trial' || placement.stage === 'placed'
  const starts_on = there ? (placement.starts_on ?? today) : placement.starts_on
  if (placement.stage === 'ended') return { ...placement, starts_on }
  return { ...placement, starts_on, ended_on: null, end_reason: '', goal_result: null }
}

function check(placement: Omit<Placement, 'id'>, today: string): void {
  const { starts_on, expected_end_on, ended_on, end_reason, explained_on } = placement
  const ended = placement.stage === 'ended'
  refuse(
    ended ? required('ended_on', ended_on ?? '') : null,
    ended ? required('end_reason', end_reason) : null,
    endNotBefore('expected_end_on', starts_on, expected_end_on),
    endNotBefore('ended_on', starts_on, ended_on),
    notInFuture('explained_on', explained_on, today),
  )
}
