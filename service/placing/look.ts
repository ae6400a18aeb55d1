/** What is proposed to whoever is being placed, and what the choice collides with. */
import type { Outputs } from '#core/api/contract.ts'
import type { Planned } from '#core/api/placing.ts'
import { scheduleOn } from '#core/attendance/plan.ts'
import { placementWarnings, type Around } from '#core/placing/warnings.ts'
import { inWeekOrder } from '#core/placing/week-parts.ts'
import { civicOf, lessonsOf } from '#db/civic/queries.ts'
import { findOpening } from '#db/openings/queries.ts'
import { openingProposal, otherPlacements, peopleAt } from '#db/placements/around.ts'
import { findPlacement, findTrajectoryFor } from '#db/placements/queries.ts'
import { found } from '#db/statements.ts'
import { schedulesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { lastDay } from '../features/trajectories.ts'
import { expectedEnd, termOf } from './expected-end.ts'
import { saidAtIntake } from './said-at-intake.ts'

type Look = Outputs['placing']['look']

/** @throws CommandError NOT_FOUND when the opening, or the placement that is looked at, is not there. */
export function lookAround(ctx: OfficeContext, planned: Planned): Look {
  const opening = found(findOpening(ctx.db, planned.openingId))
  const known = planned.placementId === null ? null : found(findPlacement(ctx.db, planned.placementId))
  const trajectory_id = known ? known.trajectory_id : findTrajectoryFor(ctx.db, planned.participantId)
  const placement = {
    participant_id: planned.participantId,
    trajectory_id,
    kind: known?.kind ?? opening.kind,
    starts_on: planned.starts_on,
  }
  const term = termOf(ctx, placement)
  const offer = found(openingProposal(ctx.db, planned.openingId))
  // Which of its half-days somebody comes, is for people to choose.
  const parts = offer.parts_needed === null || offer.parts_needed === offer.parts.length ? offer.parts : []
  return {
    proposal: {
      expected_end_on: expectedEnd(ctx, placement),
      months: term?.months ?? null,
      municipality: term?.municipality ?? '',
      parts: inWeekOrder(parts),
      minutes_per_week: opening.minutes_per_week,
      supervisor: offer.supervisor,
      supervisor_phone: offer.supervisor_phone,
      insurance: offer.insurance,
    },
    // What is over collides with nothing any more.
    warnings: known?.stage === 'ended' ? [] : placementWarnings(planned, around(ctx, planned, trajectory_id)),
  }
}

function around(ctx: OfficeContext, planned: Planned, trajectoryId: number | null): Around {
  const { participantId, openingId } = planned
  const except = planned.placementId ?? 0
  const start = planned.starts_on ?? ctx.today
  const from = start > ctx.today ? start : ctx.today
  const until = planned.expected_end_on
  const opening = found(findOpening(ctx.db, openingId))
  const trajectory = trajectoryId === null ? undefined : trajectoryById(ctx.db, trajectoryId)
  const said = saidAtIntake(ctx, participantId)
  return {
    school: civicOf(ctx.db, participantId).school,
    lessons: lessonsOf(ctx.db, participantId),
    workshop: trajectory && lastDay(trajectory) >= from ? workshopParts(ctx, trajectory.id, from, until) : [],
    others: otherPlacements(ctx.db, { participantId, except, from, until }),
    available: said.available,
    mostMinutes: said.mostMinutes,
    trajectory: trajectory ? { starts_on: trajectory.starts_on, last_day: lastDay(trajectory) } : null,
    opening: { ...opening, people: peopleAt(ctx.db, openingId, except) },
  }
}

/** The half-days of every schedule that counts somewhere between these days. */
function workshopParts(ctx: OfficeContext, trajectoryId: number, from: string, until: string | null) {
  const schedules = schedulesOf(ctx.db, [trajectoryId]).get(trajectoryId) ?? []
  const now = scheduleOn(schedules, from)
  const later = schedules.filter(
    ({ valid_from }) => valid_from > from && (until === null || valid_from <= until),
  )
  return inWeekOrder([...(now ? [now] : []), ...later].flatMap((schedule) => schedule.parts))
}
