/** The letter "klaar voor de arbeidsmarkt": what the office knows about what was seen, and what its words begin with. */
import type { ReadyDraft } from '#core/api/letters.ts'
import { languageSkill } from '#core/api/fields.ts'
import type { ReadyFacts } from '#core/letters/facts.ts'
import { wordsOf } from '#core/letters/words.ts'
import { runningName } from '#core/names/name.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { languageBetween } from '#db/letters/sources.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { findTrajectoryFor } from '#db/placements/queries.ts'
import { findReferral, listReferrals } from '#db/referrals/queries.ts'
import { findSignal, placeOfSignal } from '#db/signals/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { invalid } from '../features/invalid.ts'
import { letterFacts, personOf } from './parties.ts'

/** What was measured stays true until it is measured again. */
const since = '0001-01-01'
/** Letters go to a municipality: Dutch. */
const language = 'nl'

export function readyLetterFacts(ctx: OfficeContext, letter: LetterHead): ReadyFacts {
  const signal = found(letter.signal_id === null ? null : findSignal(ctx.db, letter.signal_id))
  const place = placeOfSignal(ctx.db, signal.id)
  const levels = languageBetween(ctx.db, { participantId: personOf(letter), since, until: ctx.today })
  return {
    ...letterFacts(ctx, letter),
    kind: 'ready_for_work',
    signalled_on: signal.signalled_on,
    told_by: signal.told_by,
    place: place ?? null,
    language: languageSkill.options.flatMap((skill) => {
      const now = levels.findLast((one) => one.skill === skill)
      return now ? [{ skill, level: now.level, date: now.assessed_on, source: now.source }] : []
    }),
    texts: (JSON.parse(letter.draft) as ReadyDraft).texts,
  }
}

/**
 * The letter about this signal, or a new draft with what was seen in it. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `case_manager` when no municipality asked for this person.
 */
export function openReadyLetter(ctx: OfficeContext, signalId: number): number {
  const signal = found(findSignal(ctx.db, signalId))
  if (signal.letter !== null) return signal.letter.id
  const { participant_id } = signal
  const trajectoryId = findTrajectoryFor(ctx.db, participant_id)
  const trajectory = trajectoryId === null ? undefined : trajectoryById(ctx.db, trajectoryId)
  const referral = trajectory
    ? findReferral(ctx.db, trajectory.referral_id)
    : listReferrals(ctx.db, participant_id)[0]
  if (!referral) throw invalid('case_manager', 'required')
  const name = runningName(found(findParticipant(ctx.db, participant_id)), language)
  const draft: ReadyDraft = {
    texts: {
      seen: signal.body,
      question: wordsOf(language).t('ready.ask', { name }),
      question_before: null,
      opinion: '',
      discussed_on: null,
    },
  }
  return createDraft(ctx.db, {
    kind: 'ready_for_work',
    participant_id,
    trajectory_id: trajectoryId,
    signal_id: signalId,
    case_manager_id: referral.case_manager_id,
    staff_id: trajectory?.coach_id ?? ctx.staff.id,
    period_from: signal.signalled_on,
    period_to: signal.signalled_on,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}
