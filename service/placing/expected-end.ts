import type { Placement } from '#core/api/places.ts'
import type { PlacementTerm } from '#core/api/placing.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import { termFor } from '#core/placing/terms.ts'
import { listTerms, municipalityFor } from '#db/placements/terms.ts'
import type { OfficeContext } from '../context.ts'

type Begun = Pick<Placement, 'participant_id' | 'trajectory_id' | 'kind'>

/** The term of such a placement for this person; null where the office has none. */
export function termOf(
  ctx: OfficeContext,
  { participant_id, trajectory_id, kind }: Begun,
): (PlacementTerm & { municipality: string }) | null {
  const of = { participantId: participant_id, trajectoryId: trajectory_id }
  return termFor(listTerms(ctx.db), kind, municipalityFor(ctx.db, of)?.id ?? null)
}

/** The last day that such a placement usually has; null without a start or a term. */
export function expectedEnd(
  ctx: OfficeContext,
  placement: Begun & Pick<Placement, 'starts_on'>,
): string | null {
  const term = placement.starts_on === null ? null : termOf(ctx, placement)
  return term === null || placement.starts_on === null
    ? null
    : trajectoryEnd(placement.starts_on, term.months)
}
