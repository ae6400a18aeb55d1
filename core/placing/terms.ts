/** How long a placement lasts, and when its end asks for attention. */
import type { PlacementKind } from '../api/fields.ts'
import type { PlacementTerm } from '../api/placing.ts'
import { addDays } from '../calendar/dates.ts'

/** From how long before the end it asks for attention, where no term says so. */
export const usualWarnWeeks = 4

type Term = Pick<PlacementTerm, 'kind' | 'municipality_id' | 'months' | 'warn_weeks'>

/** The municipality's own term of this kind, or else everybody's; null where neither is there. */
export function termFor<T extends Term>(
  terms: readonly T[],
  kind: PlacementKind,
  municipalityId: number | null,
): T | null {
  const ofKind = terms.filter((term) => term.kind === kind)
  const own = ofKind.find((term) => municipalityId !== null && term.municipality_id === municipalityId)
  return own ?? ofKind.find((term) => term.municipality_id === null) ?? null
}

type Ending = { stage: string; expected_end_on: string | null; warnWeeks: number }

/** How the expected end stands on this day; the last day itself still is in it. Nothing where nobody is there yet. */
export function endStateOn(
  { stage, expected_end_on: end, warnWeeks }: Ending,
  today: string,
): 'none' | 'soon' | 'passed' {
  if (end === null || (stage !== 'trial' && stage !== 'placed')) return 'none'
  if (today > end) return 'passed'
  return today >= addDays(end, -7 * warnWeeks) ? 'soon' : 'none'
}
