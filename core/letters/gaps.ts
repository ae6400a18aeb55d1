/** What a letter still misses. Some of it stops finalising; the rest only asks attention. */
import type { LetterGap } from '../api/paper.ts'
import type { ProgressFacts } from './facts.ts'
import { hasName } from './words.ts'

const empty = (...texts: string[]): boolean => texts.some((text) => text.trim() === '')

/** The gaps of this letter, blocking ones first. */
export function letterGaps(facts: ProgressFacts): LetterGap[] {
  const { municipality, office, texts, attendance } = facts
  const blocking: [LetterGap['code'], boolean][] = [
    ['municipality_address', empty(municipality.address_line, municipality.postcode, municipality.city)],
    ['case_manager', !hasName(facts.caseManager)],
    ['office_address', empty(office.street, office.house_number, office.postcode, office.city)],
  ]
  const open: [LetterGap['code'], boolean][] = [
    ['attendance_unfilled', attendance.unfilled_parts > 0],
    ['no_show_unexplained', attendance.no_show_minutes > 0 && empty(texts.attendance)],
    ['opinion', empty(texts.opinion)],
    ['discussed', texts.discussed_on === null],
    ['no_language', facts.language.every((row) => row.now === null && row.start === null)],
    ['no_goals', facts.goals.length === 0],
    ['agreements', texts.agreements.every((row) => empty(row.what))],
  ]
  return [
    ...blocking.filter(([, missing]) => missing).map(([code]) => ({ code, blocking: true })),
    ...open.filter(([, missing]) => missing).map(([code]) => ({ code, blocking: false })),
  ]
}
