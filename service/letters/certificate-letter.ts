/** The certificate: what somebody did and learnt, to keep. */
import type { CertificateDraft } from '#core/api/letter-drafts.ts'
import { sumTotals } from '#core/attendance/totals.ts'
import type { CertificateFacts } from '#core/letters/kind-facts.ts'
import { fullName } from '#core/names/name.ts'
import { heardWords } from '#core/words/heard.ts'
import { personMinutes } from '#db/attendance/totals.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { skillsBetween } from '#db/letters/sources.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import { heardBy } from '#db/words/queries.ts'
import type { OfficeContext } from '../context.ts'
import { ofLetter } from './hours-letter.ts'
import { letterFacts, personOf } from './parties.ts'
import { daysSoFar, knownReport } from './whole-trajectory.ts'

/** With little help, or alone. */
const learntAt = 3

export function certificateFacts(ctx: OfficeContext, letter: LetterHead): CertificateFacts {
  const trajectory = ofLetter(ctx, letter)
  const participantId = personOf(letter)
  const { period_from: from, period_to: to } = letter
  const scored = skillsBetween(ctx.db, { participantId, since: from, until: to }).filter(
    (row) => row.score !== null,
  )
  const last = [...Map.groupBy(scored, (row) => row.skill_id).values()].flatMap((rows) => rows.at(-1) ?? [])
  return {
    ...letterFacts(ctx, letter),
    kind: 'certificate',
    full_name: fullName(found(findParticipant(ctx.db, participantId))),
    ended: trajectory.ended_on !== null,
    present_minutes: sumTotals(
      personMinutes(ctx.db, { participantId, trajectoryId: trajectory.id }, from, to),
    ).present_minutes,
    learnt: last.filter((row) => (row.score ?? 0) >= learntAt).map((row) => row.skill),
    heard: heardWords(heardBy(ctx.db, participantId, from, to).map((one) => one.word)),
    texts: (JSON.parse(letter.draft) as CertificateDraft).texts,
  }
}

/**
 * The certificate of this trajectory, or a new draft. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `period_to` before the start.
 */
export function openCertificate(ctx: OfficeContext, trajectoryId: number): number {
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const days = daysSoFar(ctx, trajectory)
  const known = knownReport(ctx, 'certificate', trajectory, days)
  if (known !== null) return known
  const draft: CertificateDraft = { texts: { learnt: '', wish: '' } }
  return createDraft(ctx.db, {
    kind: 'certificate',
    participant_id: trajectory.participant_id,
    trajectory_id: trajectoryId,
    // It goes to the participant.
    case_manager_id: null,
    staff_id: trajectory.coach_id,
    period_from: days.from,
    period_to: days.to,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}
