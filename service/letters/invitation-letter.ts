/** An invitation to the participant: from an appointment, or from their page. */
import type { InvitationDraft } from '#core/api/letter-drafts.ts'
import type { InvitationFacts } from '#core/letters/kind-facts.ts'
import { appointmentsOf, findAppointment } from '#db/appointments/queries.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { createDraft } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { findTrajectoryFor } from '#db/placements/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { letterFacts, personOf } from './parties.ts'

/** Until somebody says otherwise; as a new appointment. */
const usual = { from: 600, until: 660 }

export function invitationFacts(ctx: OfficeContext, letter: LetterHead): InvitationFacts {
  const { street, house_number, postcode, city } = found(findParticipant(ctx.db, personOf(letter)))
  return {
    ...letterFacts(ctx, letter),
    kind: 'invitation',
    address: { street, house_number, postcode, city },
    texts: (JSON.parse(letter.draft) as InvitationDraft).texts,
  }
}

/**
 * The open invitation of a person, or a new one to the appointment that was chosen or comes first. An open one for
 * another appointment stays. Inside a command.
 * @throws CommandError NOT_FOUND.
 */
export function openInvitation(ctx: OfficeContext, participantId: number, appointmentId?: number): number {
  found(findParticipant(ctx.db, participantId))
  const chosen = appointmentId === undefined ? null : found(findAppointment(ctx.db, appointmentId))
  // The appointment of somebody else is not theirs.
  if (chosen !== null) found(chosen.participant_id === participantId ? chosen : null)
  const drafts = lettersAbout(ctx.db, { kind: 'invitation', participantId }).filter(
    (one) => one.number === null,
  )
  const open = drafts.find(({ draft }) => {
    const { on, from } = (JSON.parse(draft) as InvitationDraft).texts
    return chosen === null || (on === chosen.happens_on && from === chosen.start_minute)
  })
  if (open) return open.id
  const first = chosen ?? appointmentsOf(ctx.db, participantId, { from: ctx.today, to: null })[0]
  const { street, house_number, city } = readOffice(ctx.db)
  const here = [`${street} ${house_number}`.trim(), city].filter((text) => text.trim() !== '').join(', ')
  const draft: InvitationDraft = {
    texts: {
      subject: first?.title ?? '',
      on: first?.happens_on ?? null,
      from: first?.start_minute ?? usual.from,
      until: first?.end_minute ?? usual.until,
      place: first?.place.trim() || here,
      bring: '',
      more: '',
    },
  }
  return createDraft(ctx.db, {
    kind: 'invitation',
    participant_id: participantId,
    trajectory_id: findTrajectoryFor(ctx.db, participantId),
    case_manager_id: null,
    staff_id: first?.staff_id ?? ctx.staff.id,
    period_from: ctx.today,
    period_to: ctx.today,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}
