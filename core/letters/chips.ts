/** The chips of an own paragraph: words that come from the facts of the letter. */
import type { FrameFacts, LetterFacts } from './facts.ts'
import { caseManagerParts, hasName, personOf, type Words } from './words.ts'
import { addressLine, fullName } from '../names/name.ts'

/** In the order of the menu. `i18n: letter.chip.<code>`. */
export const chipCodes = [
  'participant',
  'participant_full',
  'they',
  'client_number',
  'referred_on',
  'starts_on',
  'planned_end_on',
  'period_from',
  'period_to',
  'dated_on',
  'case_manager',
  'municipality',
  'coach',
  'coach_function',
  'office',
  'office_phone',
  'office_email',
] as const
export type ChipCode = (typeof chipCodes)[number]

export const isChip = (code: string): code is ChipCode => (chipCodes as readonly string[]).includes(code)

/** What the chips need; what a kind of letter does not have is not there. */
export type ChipFacts = FrameFacts &
  Partial<Pick<LetterFacts, 'participant' | 'referred_on'>> & {
    readonly trajectory?: { readonly starts_on: string; readonly planned_end_on: string }
  }

/** The words of a chip; '' when nobody filled them in, or when this program does not know the chip. */
export function chipText(code: string, facts: ChipFacts, words: Words): string {
  return isChip(code) ? values[code](facts, words).trim() : ''
}

const day = (date: string | null | undefined, words: Words): string => (date ? words.date(date) : '')

const values: Record<ChipCode, (facts: ChipFacts, words: Words) => string> = {
  participant: (facts, words) => about(facts, (participant) => personOf({ participant }, words).name),
  participant_full: (facts) => about(facts, (participant) => fullName(participant)),
  they: (facts, words) => about(facts, (participant) => personOf({ participant }, words).they),
  client_number: (facts) => facts.participant?.client_number ?? '',
  referred_on: (facts, words) => day(facts.referred_on, words),
  starts_on: (facts, words) => day(facts.trajectory?.starts_on, words),
  planned_end_on: (facts, words) => day(facts.trajectory?.planned_end_on, words),
  period_from: (facts, words) => day(facts.period_from, words),
  period_to: (facts, words) => day(facts.period_to, words),
  dated_on: (facts, words) => day(facts.dated_on, words),
  case_manager: ({ caseManager }, words) =>
    caseManager && hasName(caseManager) ? addressLine(caseManagerParts(caseManager), words.language) : '',
  municipality: ({ municipality }, words) => {
    const name = municipality.name.trim().replace(/^(gemeente|municipality of)\s+/iu, '')
    return name === '' ? '' : words.t('chipMunicipality', { name })
  },
  coach: (facts) => facts.coach.name,
  coach_function: (facts) => facts.coach.function_title,
  office: (facts) => facts.office.name,
  office_phone: (facts) => facts.office.phone.replaceAll(' ', '\u00a0'),
  office_email: (facts) => facts.office.email,
}

function about(facts: ChipFacts, say: (participant: LetterFacts['participant']) => string): string {
  return facts.participant ? say(facts.participant) : ''
}
