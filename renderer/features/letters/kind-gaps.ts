/** Where the gaps of the further kinds of letter are filled in. */
import type { LetterGap, LetterView } from '#core/api/letters.ts'
import { mondayOf } from '#core/calendar/dates.ts'

type Code = LetterGap['code']

/** The fields of this screen, by the gap that they fill. */
export const kindFields: Partial<Record<Code, string>> = {
  no_advice_text: 'letter-advice',
  advice_opinion: 'letter-advice_opinion',
  no_tried: 'letter-tried',
  invite_day: 'letter-on',
  invite_past: 'letter-on',
  invite_place: 'letter-place',
  asked_end: 'letter-asked_end_on',
  no_why: 'letter-why',
  no_learnt: 'letter-learnt',
}

const onTrajectory: ReadonlySet<Code> = new Set(['not_ended', 'no_outflow', 'no_end_kind', 'goals_open'])

/** The address of another screen; null where the gap is not one of these. */
export function kindAddress(code: Code, letter: LetterView): string | null {
  if (code === 'office_phone') return '#/instellingen?deel=office'
  if (code === 'participant_address') return `#/deelnemers/${letter.participantId}/gegevens`
  if (code === 'no_absence') return `#/week?maandag=${mondayOf(letter.period_to)}`
  if (onTrajectory.has(code)) return `#/deelnemers/${letter.participantId}/traject`
  if (letter.kind === 'placement') return `#/plekken?plek=${letter.placementId}`
  if (letter.kind === 'aftercare') return `#/nazorg/${letter.aftercareId}`
  return null
}
