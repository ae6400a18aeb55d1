/** What the further kinds of letter still miss; see gaps.ts. */
import type { LetterGap } from '../api/letters.ts'
import { isOff, type BlockCode } from './arrange.ts'
import { empty, gapsOf, toAddress, type Gaps } from './gaps.ts'
import type {
  AftercareFacts,
  CertificateFacts,
  EndFacts,
  ExtensionFacts,
  InvitationFacts,
  NoShowFacts,
  PlacementFacts,
} from './kind-facts.ts'

export function endLetterGaps({ texts, end, ...facts }: EndFacts): LetterGap[] {
  const alive = end.kind !== 'deceased'
  return gapsOf(toAddress(facts), [
    ['not_ended', end.ended_on === null],
    ['no_end_kind', end.ended_on !== null && end.kind === null],
    ['no_outflow', end.ended_on !== null && end.outflow === null],
    ['attendance_unfilled', facts.attendance.unfilled_parts > 0],
    ['no_goals', facts.goals.length === 0],
    ['goals_open', facts.goals.some((goal) => goal.state === 'not_started' || goal.state === 'busy')],
    ['no_language', facts.language.every((row) => row.now === null && row.start === null)],
    ['no_advice_text', alive && empty(texts.advice)],
    ['opinion', alive && empty(texts.opinion)],
    ['advice_opinion', alive && !empty(texts.advice) && empty(texts.advice_opinion)],
    ['discussed', alive && texts.discussed_on === null],
  ])
}

export function extensionGaps({ texts, ...facts }: ExtensionFacts): LetterGap[] {
  const later = texts.asked_end_on !== null && texts.asked_end_on > facts.trajectory.planned_end_on
  const blocking: Gaps = [...toAddress(facts), ['asked_end', !later], ['no_why', empty(texts.why)]]
  return gapsOf(blocking, [
    ['no_question', empty(texts.question)],
    ['attendance_unfilled', facts.attendance.unfilled_parts > 0],
    ['no_goals', facts.goals.length === 0],
    ['no_language', facts.language.every((row) => row.now === null && row.start === null)],
    ['opinion', empty(texts.opinion)],
    ['discussed', texts.discussed_on === null],
  ])
}

export function noShowGaps({ texts, ...facts }: NoShowFacts): LetterGap[] {
  return gapsOf(
    [...toAddress(facts), ['no_absence', facts.days.length === 0]],
    [
      ['no_tried', facts.contacts.length === 0 && empty(texts.tried)],
      ['no_question', empty(texts.question)],
    ],
  )
}

/** Of a letter to the participant nobody at a municipality has to be known. */
const officeOnly = (facts: Parameters<typeof toAddress>[0]): Gaps =>
  toAddress(facts).filter(([code]) => code === 'office_address')

export function invitationGaps({ texts, address, ...facts }: InvitationFacts): LetterGap[] {
  const blocking: Gaps = [
    ['participant_address', empty(address.street, address.postcode, address.city)],
    ...officeOnly(facts),
    ['invite_day', texts.on === null],
    ['invite_past', texts.on !== null && texts.on < facts.dated_on],
    ['invite_place', empty(texts.place)],
  ]
  return gapsOf(blocking, [['office_phone', empty(facts.office.phone)]])
}

/** @param fits whether all that was typed is on the one page. */
export function placementGaps({ placement, tasks, ...facts }: PlacementFacts, fits: boolean): LetterGap[] {
  const has = (code: BlockCode) => !isOff(facts.layout, code)
  return gapsOf(officeOnly(facts), [
    ['agree_own_words', has('agree_goal') && empty(placement.goal_own_words)],
    ['agree_explained', has('agree_goal') && placement.explained_on === null],
    ['agree_tasks', empty(tasks)],
    ['agree_starts', placement.starts_on === null],
    ['agree_parts', has('agree_days') && placement.parts.length === 0],
    ['agree_hours', has('agree_days') && placement.minutes_per_week === null],
    ['agree_supervisor', has('agree_guidance') && empty(placement.supervisor)],
    ['agree_insurance', placement.insurance === ''],
    ['agree_cut', !fits],
  ])
}

export function aftercareGaps({ texts, ...facts }: AftercareFacts): LetterGap[] {
  return gapsOf(
    [...toAddress(facts), ['no_outcome', facts.outcome === null]],
    [['story_permission', facts.story_kept_back && texts.withStory]],
  )
}

export function certificateGaps({ texts, ...facts }: CertificateFacts): LetterGap[] {
  return gapsOf(
    [],
    [
      ['not_ended', !facts.ended],
      ['no_learnt', !isOff(facts.layout, 'learnt') && facts.learnt.length === 0 && empty(texts.learnt)],
    ],
  )
}
