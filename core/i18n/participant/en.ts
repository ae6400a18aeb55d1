/** English is a language of the program too: the same words, but here somebody answers for themselves. */
import intake from '../en/intake.ts'
import { gather } from './gather.ts'
import type { ParticipantTexts } from './types.ts'

const { yes, no } = intake.yesNo
const unknown = 'I do not know'
export default {
  checked: true,
  questions: gather(intake),
  yesNo: { yes, no, unknown },
  noAnswer: { unknown, declined: 'I would rather not say', later: 'Ask me later' },
  units: intake.unit,
} satisfies ParticipantTexts
