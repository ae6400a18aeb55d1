/** A letter about a moment of aftercare: how somebody does, as far as they told it and it may be told. */
import type { AftercareDraft } from '#core/api/letter-drafts.ts'
import type { AftercareFacts } from '#core/letters/kind-facts.ts'
import { askedPerson, findAftercare, listAftercare } from '#db/aftercare/queries.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { findReferral } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { letterFacts, personOf } from './parties.ts'

export function aftercareLetterFacts(ctx: OfficeContext, letter: LetterHead): AftercareFacts {
  const moment = found(letter.aftercare_id === null ? null : findAftercare(ctx.db, letter.aftercare_id))
  const asked = found(askedPerson(ctx.db, moment.id))
  const tried = listAftercare(ctx.db, personOf(letter), ctx.today).find((one) => one.id === moment.id)
  const { texts } = JSON.parse(letter.draft) as AftercareDraft
  const story = moment.story.trim()
  const may = asked.storyPermission === 1
  return {
    ...letterFacts(ctx, letter),
    kind: 'aftercare',
    month: moment.month,
    due_on: moment.due_on,
    done_on: moment.done_on,
    outcome: moment.outcome,
    benefit_ended: moment.benefit_ended,
    moved_on_to: moment.moved_on_to,
    ended_on: asked.endedOn,
    outflow: asked.outflow,
    went_to: asked.place,
    tries: tried?.attempts.length ?? 0,
    story: may && texts.withStory ? story : '',
    story_kept_back: !may && story !== '',
    texts,
  }
}

/**
 * The letter about this moment, or a new draft. Inside a command.
 * @throws CommandError NOT_FOUND.
 */
export function openAftercareLetter(ctx: OfficeContext, aftercareId: number): number {
  const moment = found(findAftercare(ctx.db, aftercareId))
  const { participant_id, trajectory_id } = moment
  const known = lettersAbout(ctx.db, { kind: 'aftercare', participantId: participant_id, aftercareId })[0]
  if (known) return known.id
  const trajectory = found(trajectoryById(ctx.db, trajectory_id))
  const { case_manager_id } = found(findReferral(ctx.db, trajectory.referral_id))
  const on = moment.done_on ?? ctx.today
  const draft: AftercareDraft = {
    texts: { told: '', withStory: true, question: '', question_before: null },
  }
  return createDraft(ctx.db, {
    kind: 'aftercare',
    participant_id,
    trajectory_id,
    aftercare_id: aftercareId,
    case_manager_id,
    staff_id: trajectory.coach_id,
    period_from: on,
    period_to: on,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}
