/** What a letter still misses. Some of it stops finalising; the rest only asks attention. */
import type { LetterGap } from '../api/letters.ts'
import type { FrameFacts, HoursFacts, IntakeFacts, ProgressFacts, ReadyFacts, ResultsFacts } from './facts.ts'
import { hasName } from './words.ts'

export const empty = (...texts: string[]): boolean => texts.some((text) => text.trim() === '')

export type Gaps = [LetterGap['code'], boolean][]

/** The gaps of a progress letter, blocking ones first. */
export function letterGaps(facts: ProgressFacts): LetterGap[] {
  const { texts, attendance } = facts
  return gapsOf(toAddress(facts), [
    ['attendance_unfilled', attendance.unfilled_parts > 0],
    ['no_show_unexplained', attendance.no_show_minutes > 0 && empty(texts.attendance)],
    ['opinion', empty(texts.opinion)],
    ['discussed', texts.discussed_on === null],
    ['no_language', facts.language.every((row) => row.now === null && row.start === null)],
    ['no_goals', facts.goals.length === 0],
    ['agreements', texts.agreements.every((row) => empty(row.what))],
  ])
}

/** The gaps of a letter about an intake, blocking ones first. */
export function intakeLetterGaps(facts: IntakeFacts): LetterGap[] {
  const { texts, fits } = facts
  const blocking: Gaps = [
    ...toAddress(facts),
    ['intake_running', facts.finished_on === null],
    ['no_advice', facts.advice === null],
  ]
  return gapsOf(blocking, [
    ['no_wish', empty(texts.wish) && empty(facts.dream_job)],
    ['difference', (fits === 'no' || fits === 'partly') && empty(texts.difference)],
    ['opinion', empty(texts.opinion)],
    ['discussed', texts.discussed_on === null],
    ['no_goals', facts.goals.length === 0],
  ])
}

/** The gaps of a statement of hours, blocking ones first. */
export function hoursLetterGaps(facts: HoursFacts): LetterGap[] {
  const { planned_minutes, present_minutes } = facts.total
  return gapsOf(
    [...toAddress(facts), ['no_hours', planned_minutes + present_minutes === 0]],
    [['attendance_unfilled', facts.unfilled_parts > 0]],
  )
}

/** The gaps of a letter that somebody is ready for work, blocking ones first. */
export function readyLetterGaps({ texts, ...facts }: ReadyFacts): LetterGap[] {
  return gapsOf(
    [...toAddress(facts), ['no_seen', empty(texts.seen)]],
    [
      ['no_question', empty(texts.question)],
      ['opinion', empty(texts.opinion)],
      ['discussed', texts.discussed_on === null],
    ],
  )
}

/** The gaps of a results report: it goes to the municipality, whoever reads it there. */
export function resultsLetterGaps(facts: ResultsFacts): LetterGap[] {
  const address = toAddress(facts).filter(([code]) => code !== 'case_manager')
  return gapsOf(address, [])
}

/** What no letter can do without. */
export function toAddress({ municipality, office, caseManager }: FrameFacts): Gaps {
  return [
    ['municipality_address', empty(municipality.address_line, municipality.postcode, municipality.city)],
    ['case_manager', !hasName(caseManager)],
    ['office_address', empty(office.street, office.house_number, office.postcode, office.city)],
  ]
}

export function gapsOf(blocking: Gaps, open: Gaps): LetterGap[] {
  return [
    ...blocking.filter(([, missing]) => missing).map(([code]) => ({ code, blocking: true })),
    ...open.filter(([, missing]) => missing).map(([code]) => ({ code, blocking: false })),
  ]
}
