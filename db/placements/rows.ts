import type { WeekPart } from '#core/api/fields.ts'
import type { Placement, PlacementView } from '#core/api/places.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { inWeekOrder } from '#core/placing/week-parts.ts'
import { namePartsOf } from '../participants/rows.ts'

/** What a placement holds besides its id and the person, who never change. */
export const placementFields = [
  'trajectory_id',
  'opening_id',
  'kind',
  'stage',
  'stage_since',
  'goal',
  'goal_own_words',
  'explained_on',
  'explained_language',
  'understood',
  'starts_on',
  'expected_end_on',
  'ended_on',
  'end_reason',
  'goal_result',
  'days',
  'minutes_per_week',
  'supervisor',
  'next_action',
  'next_action_on',
  'allowance',
  'insurance',
  'supervisor_phone',
  'agreed_on',
  'job_form',
  'energy',
  'meaningful',
  'own_opinion',
] as const satisfies (keyof Placement)[]

/** As it is stored; its half-days are rows of their own. */
export interface PlacementRow extends Omit<Placement, 'understood' | 'parts'> {
  understood: 0 | 1 | null
}

/** `parts` is JSON. */
export type FoundPlacement = PlacementRow & { parts: string }

/** A placement and the names around it; no column of a name is one of a placement. */
export type PlacementViewRow = FoundPlacement &
  NameParts &
  Pick<PlacementView, 'hostName' | 'openingTitle' | 'coach_id' | 'coachName' | 'warnWeeks'>

export function placementOf(row: FoundPlacement): Placement {
  return {
    ...row,
    understood: row.understood === null ? null : row.understood === 1,
    parts: inWeekOrder(JSON.parse(row.parts) as WeekPart[]),
  }
}

export function placementViewOf(row: PlacementViewRow): PlacementView {
  const {
    given_names: _given,
    call_name: _call,
    initials: _initials,
    prefix: _prefix,
    surname: _surname,
    partner_prefix: _partnerPrefix,
    partner_surname: _partner,
    name_use: _use,
    form_of_address: _form,
    hostName,
    openingTitle,
    coach_id,
    coachName,
    warnWeeks,
    ...placement
  } = row
  return {
    ...placementOf(placement),
    hostName,
    openingTitle,
    coach_id,
    coachName,
    warnWeeks,
    personName: fullName(namePartsOf(row)),
  }
}
