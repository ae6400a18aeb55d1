/** The agreement about a place: what was agreed there, as it is known now. */
import type { PlacementFacts } from '#core/letters/kind-facts.ts'
import { fullName } from '#core/names/name.ts'
import { findHost } from '#db/hosts/queries.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { findOpening } from '#db/openings/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { findPlacement } from '#db/placements/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { letterFacts, personOf } from './parties.ts'

export function placementLetterFacts(ctx: OfficeContext, letter: LetterHead): PlacementFacts {
  const placement = found(letter.placement_id === null ? null : findPlacement(ctx.db, letter.placement_id))
  const person = found(findParticipant(ctx.db, personOf(letter)))
  const opening = found(findOpening(ctx.db, placement.opening_id))
  const { name, street, house_number, postcode, city } = found(findHost(ctx.db, opening.host_id))
  return {
    ...letterFacts(ctx, letter),
    kind: 'placement',
    full_name: fullName(person),
    own_script_name: person.own_script_name,
    host: { name, street, house_number, postcode, city },
    title: opening.title,
    tasks: opening.tasks,
    placement: {
      kind: placement.kind,
      goal: placement.goal,
      goal_own_words: placement.goal_own_words,
      explained_on: placement.explained_on,
      explained_language: placement.explained_language,
      understood: placement.understood,
      starts_on: placement.starts_on,
      expected_end_on: placement.expected_end_on,
      days: placement.days,
      minutes_per_week: placement.minutes_per_week,
      supervisor: placement.supervisor,
      parts: placement.parts,
      allowance: placement.allowance,
      insurance: placement.insurance,
      supervisor_phone: placement.supervisor_phone,
      agreed_on: placement.agreed_on,
      job_form: placement.job_form,
    },
  }
}

/**
 * The open agreement about this place, or a new one: what was agreed may have changed since the last. Inside a command.
 * @throws CommandError NOT_FOUND.
 */
export function openPlacementLetter(ctx: OfficeContext, placementId: number): number {
  const placement = found(findPlacement(ctx.db, placementId))
  const { participant_id, trajectory_id, starts_on, expected_end_on } = placement
  const open = lettersAbout(ctx.db, { kind: 'placement', participantId: participant_id, placementId }).find(
    (one) => one.number === null,
  )
  if (open) return open.id
  const period_from = starts_on ?? ctx.today
  const trajectory = trajectory_id === null ? undefined : trajectoryById(ctx.db, trajectory_id)
  return createDraft(ctx.db, {
    kind: 'placement',
    participant_id,
    trajectory_id,
    placement_id: placementId,
    // It goes to the participant and the organisation.
    case_manager_id: null,
    staff_id: trajectory?.coach_id ?? ctx.staff.id,
    period_from,
    period_to: expected_end_on !== null && expected_end_on >= period_from ? expected_end_on : period_from,
    dated_on: ctx.today,
    draft: '{}',
  })
}
