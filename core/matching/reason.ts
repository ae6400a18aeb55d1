/** Ways to write a reason down. */
import type {
  MatchParams,
  MatchReason,
  MatchRule,
  MatchSaid,
  OpeningField,
  PersonField,
} from '../api/matching.ts'

/** The two fields a reason points at; null where that side has none. */
export type On = readonly [person: PersonField | null, opening: OpeningField | null]

const reason =
  (verdict: MatchReason['verdict'], hard: boolean, wish: boolean) =>
  (rule: MatchRule, said: MatchSaid, [person, opening]: On, params: MatchParams = {}): MatchReason => ({
    rule,
    verdict,
    said,
    hard,
    wish,
    person,
    opening,
    params,
  })

export const fits = reason('fits', false, false)
/** A limit or something impossible: such a pair is never proposed. */
export const stops = reason('not', true, false)
/** It does not match, and may be talked about. */
export const differs = reason('not', false, false)
export const unknown = reason('unknown', false, false)
export const wished = reason('fits', false, true)
