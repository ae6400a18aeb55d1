/** Placements: somebody at an opening, from the first thought to the end. */
import type { Placement } from '#core/api/places.ts'
import { findOpening } from '#db/openings/queries.ts'
import { createPlacement, savePlacement } from '#db/placements/commands.ts'
import { findPlacement, findTrajectoryFor, listBoard, listPlacements } from '#db/placements/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { expectedEnd } from '../placing/expected-end.ts'
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
      ...nothingAgreed,
    }
    const placement = asStage(ctx, withGiven(empty, trimmed(input)))
    check(placement, ctx.today)
    const { result: id, changeSetId } = ctx.command('placements.create', () =>
      createPlacement(ctx.db, placement),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const old = found(findPlacement(ctx.db, id))
    const placement = withStage(ctx, old, withGiven(old, trimmed(fields)))
    // Under the day that was typed.
    check(placement, ctx.today, fields.starts_on ? 'starts_on' : undefined)
    const { changeSetId } = ctx.command('placements.save', () => savePlacement(ctx.db, placement))
    return { changeSetId }
  },

  move(ctx, { id, stage, ended_on, end_reason, goal_result, ...own }) {
    const old = found(findPlacement(ctx.db, id))
    const ending =
      stage === 'ended' ? { ...trimmed(own), ended_on, end_reason: end_reason.trim(), goal_result } : {}
    const placement = withStage(ctx, old, withGiven(old, { ...ending, stage }))
    check(placement, ctx.today)
    const { changeSetId } = ctx.command('placements.move', () => savePlacement(ctx.db, placement))
    return { changeSetId }
  },
} satisfies Feature<'placements'>

/** What nobody agreed yet. */
const nothingAgreed = {
  parts: [],
  allowance: '',
  insurance: '',
  supervisor_phone: '',
  agreed_on: null,
  job_form: '',
  energy: '',
  meaningful: null,
  own_opinion: '',
} as const satisfies Partial<Placement>

/** What a new stage brings along; nothing when the stage is the same. */
function withStage(ctx: OfficeContext, old: Placement, placement: Placement): Placement {
  if (old.stage === placement.stage) return placement
  return asStage(ctx, { ...placement, stage_since: ctx.today })
}

/**
 * Who is there has started: today, unless it is known, and then for as long as such a placement lasts. A placement
 * that goes on has no end yet.
 */
function asStage<T extends Omit<Placement, 'id'>>(ctx: OfficeContext, placement: T): T {
  const there = placement.stage === 'trial' || placement.stage === 'placed'
  const begun =
    there && placement.starts_on === null
      ? {
          starts_on: ctx.today,
          expected_end_on:
            placement.expected_end_on ?? expectedEnd(ctx, { ...placement, starts_on: ctx.today }),
        }
      : {}
  if (placement.stage === 'ended') return placement
  return { ...placement, ...begun, ended_on: null, end_reason: '', goal_result: null }
}

function check(placement: Omit<Placement, 'id'>, today: string, typed?: 'starts_on'): void {
  const { starts_on, expected_end_on, ended_on, end_reason, explained_on, agreed_on } = placement
  const ended = placement.stage === 'ended'
  refuse(
    ended ? required('ended_on', ended_on ?? '') : null,
    ended ? required('end_reason', end_reason) : null,
    endNotBefore(typed ?? 'expected_end_on', starts_on, expected_end_on),
    endNotBefore(typed ?? 'ended_on', starts_on, ended_on),
    notInFuture('explained_on', explained_on, today),
    notInFuture('agreed_on', agreed_on, today),
  )
}
