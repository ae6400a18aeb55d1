/** Placing: what is proposed and collides, how it goes, what the agreement misses, and the usual terms. */
import type { AgreementGap } from '#core/api/placing.ts'
import type { PlacementView } from '#core/api/places.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { findOpening } from '#db/openings/queries.ts'
import {
  checkinsOf,
  createCheckin,
  findCheckin,
  removeCheckin,
  saveCheckin,
} from '#db/placements/checkins.ts'
import { savePlacement } from '#db/placements/commands.ts'
import { findPlacement, viewPlacement } from '#db/placements/queries.ts'
import { listTerms, removeTerm, setTerm } from '#db/placements/terms.ts'
import { found, withGiven } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { lookAround } from '../placing/look.ts'
import { saidAtIntake } from '../placing/said-at-intake.ts'
import { notInFuture, refuse, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const placing = {
  look: (ctx, planned) => lookAround(ctx, planned),

  get(ctx, { id }) {
    const placement = found(viewPlacement(ctx.db, id))
    return {
      placement,
      checkins: checkinsOf(ctx.db, id),
      energyAtIntake: saidAtIntake(ctx, placement.participant_id).energy,
      gaps: agreementGaps(ctx, placement),
      agreements: lettersAbout(ctx.db, {
        kind: 'placement',
        participantId: placement.participant_id,
        placementId: id,
      }).map((one) => ({ id: one.id, number: one.number })),
    }
  },

  addCheckin(ctx, { id, next_action, next_action_on, ...typed }) {
    const placement = found(findPlacement(ctx.db, id))
    refuse(notInFuture('happened_on', typed.happened_on, ctx.today))
    const checkin = { ...typed, body: typed.body.trim(), placement_id: id, staff_id: ctx.staff.id }
    const next = { next_action: next_action.trim(), next_action_on }
    const { result, changeSetId } = ctx.command('placing.addCheckin', () => {
      // After the end there is nothing to do at this place any more.
      if (placement.stage !== 'ended') savePlacement(ctx.db, { ...placement, ...next })
      return createCheckin(ctx.db, checkin)
    })
    return { id: result, changeSetId }
  },

  saveCheckin(ctx, { id, fields }) {
    const checkin = withGiven(found(findCheckin(ctx.db, id)), trimmed(fields))
    refuse(notInFuture('happened_on', checkin.happened_on, ctx.today))
    return changed(ctx.command('placing.saveCheckin', () => saveCheckin(ctx.db, checkin)))
  },

  removeCheckin: (ctx, { id }) =>
    changed(ctx.command('placing.removeCheckin', () => removeCheckin(ctx.db, id))),

  terms: (ctx) => listTerms(ctx.db),

  setTerm: (ctx, term) => changed(ctx.command('placing.setTerm', () => setTerm(ctx.db, term))),

  removeTerm: (ctx, { id }) => changed(ctx.command('placing.removeTerm', () => removeTerm(ctx.db, id))),
} satisfies Feature<'placing'>

function changed({ changeSetId }: { changeSetId: number | null }): { changeSetId: number | null } {
  return { changeSetId }
}

function agreementGaps(ctx: OfficeContext, placement: PlacementView): AgreementGap[] {
  const { tasks } = found(findOpening(ctx.db, placement.opening_id))
  const missing: readonly (readonly [AgreementGap, boolean])[] = [
    ['own_words', placement.goal_own_words.trim() === ''],
    ['explained', placement.explained_on === null],
    ['tasks', tasks.trim() === ''],
    ['starts', placement.starts_on === null],
    ['parts', placement.parts.length === 0],
    ['hours', placement.minutes_per_week === null],
    ['supervisor', placement.supervisor.trim() === ''],
    ['insurance', placement.insurance === ''],
  ]
  return missing.flatMap(([gap, isMissing]) => (isMissing ? [gap] : []))
}
