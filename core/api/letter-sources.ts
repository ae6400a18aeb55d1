/** What a letter rests on, part by part, and what became different since it was last looked through. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

/** Who wrote it down; '' where nobody knows any more. */
const who = z.string()

/** One thing behind a figure or a passage. */
const source = z.discriminatedUnion('kind', [
  /** `absent_minutes`: null in a letter that stands, which kept the hours of the week only. */
  z.object({
    kind: z.literal('week'),
    monday: f.isoDate,
    planned_minutes: f.minutes,
    present_minutes: f.minutes,
    absent_minutes: f.minutes.nullable(),
  }),
  /** A half-day that somebody was not there, with what was noted beside it. */
  z.object({
    kind: z.literal('absence'),
    day: f.isoDate,
    mark: f.attendanceMark,
    minutes: f.minutes.nullable(),
    remark: z.string(),
  }),
  z.object({ kind: z.literal('closed'), day: f.isoDate, reason: z.string() }),
  z.object({ kind: z.literal('heard'), count: z.int() }),
  z.object({
    kind: z.literal('plan'),
    starts_on: f.isoDate,
    planned_end_on: f.isoDate,
    minutes_per_week: f.minutes,
  }),
  z.object({
    kind: z.literal('language'),
    day: f.isoDate,
    skill: f.languageSkill,
    level: f.languageLevel,
    source: f.languageSource,
    who,
  }),
  z.object({
    kind: z.literal('skill'),
    /** Null: a letter that stands knows only the first and the last day. */
    day: f.isoDate.nullable(),
    name: z.string(),
    score: z.int().nullable(),
    own: z.int().nullable(),
    who,
  }),
  z.object({ kind: z.literal('ladder'), day: f.isoDate.nullable(), step: z.int(), who }),
  z.object({ kind: z.literal('goal'), what: z.string(), state: f.goalState.nullable() }),
  z.object({
    kind: z.literal('place'),
    host: z.string(),
    stage: f.placementStage.nullable(),
    starts_on: f.isoDate.nullable(),
    /** Null where it is not known which one of theirs it is. */
    placementId: f.id.nullable(),
  }),
  z.object({ kind: z.literal('note'), day: f.isoDate, body: z.string(), who, shortened: z.boolean() }),
  /** Words that were typed in this letter, by whom and when last. */
  z.object({ kind: z.literal('written'), who, at: f.moment.nullable() }),
  z.object({ kind: z.literal('talk'), day: f.isoDate }),
  /** `question`: of the intake. */
  z.object({ kind: z.literal('answer'), question: z.string(), value: z.string() }),
  z.object({ kind: z.literal('signal'), day: f.isoDate }),
])
export type Source = z.infer<typeof source>

const sourcedPart = z.object({
  /** `i18n: sources.part.<code>`; in the order of the letter. */
  code: z.string(),
  /** Of the hours: what the letter says of the whole period. */
  hours: z.object({ planned_minutes: f.minutes, present_minutes: f.minutes }).nullable(),
  sources: z.array(source),
})
export type SourcedPart = z.infer<typeof sourcedPart>

/** What the office knows otherwise than when the draft was last looked through. `i18n: sources.changed.<code>`. */
const change = z.discriminatedUnion('code', [
  z.object({ code: z.literal('present'), from: f.minutes, to: f.minutes }),
  z.object({ code: z.literal('planned'), from: f.minutes, to: f.minutes }),
  z.object({ code: z.literal('no_show'), from: f.minutes, to: f.minutes }),
  z.object({ code: z.literal('unfilled'), from: z.int(), to: z.int() }),
  z.object({ code: z.literal('note_new'), day: f.isoDate }),
  z.object({ code: z.literal('note_gone'), day: f.isoDate }),
  z.object({ code: z.literal('note_edited'), day: f.isoDate }),
  z.object({ code: z.literal('goal_new'), what: z.string() }),
  z.object({ code: z.literal('goal_gone'), what: z.string() }),
  z.object({ code: z.literal('goal_edited'), what: z.string() }),
  z.object({ code: z.literal('goal_state'), what: z.string(), from: f.goalState, to: f.goalState }),
  z.object({
    code: z.literal('level'),
    skill: f.languageSkill,
    from: f.languageLevel.nullable(),
    to: f.languageLevel.nullable(),
  }),
  z.object({ code: z.literal('score'), name: z.string(), from: z.int().nullable(), to: z.int().nullable() }),
  z.object({ code: z.literal('ladder'), from: z.int().nullable(), to: z.int().nullable() }),
  z.object({ code: z.literal('place_new'), host: z.string() }),
  z.object({ code: z.literal('place_gone'), host: z.string() }),
  z.object({ code: z.literal('place_edited'), host: z.string() }),
  z.object({
    code: z.literal('place_stage'),
    host: z.string(),
    from: f.placementStage,
    to: f.placementStage,
  }),
  z.object({ code: z.literal('end'), from: f.isoDate, to: f.isoDate }),
  z.object({ code: z.literal('phase'), from: f.phase, to: f.phase }),
  z.object({ code: z.literal('advice'), from: z.string(), to: z.string() }),
  z.object({ code: z.literal('case_manager') }),
  z.object({ code: z.literal('municipality') }),
  z.object({ code: z.literal('participant') }),
  z.object({ code: z.literal('office') }),
  z.object({ code: z.literal('other') }),
])
export type LetterChange = z.infer<typeof change>

export const letterSources = {
  /** Of a draft: as the office knows it now. Of a letter that stands: from the facts that it keeps. */
  get: base.input(f.withId).output(z.object({ parts: z.array(sourcedPart), changes: z.array(change) })),
  /** "Gezien": what is known now is what changes are counted from. LETTER_FINAL for a letter that stands. */
  seen: base.input(f.withId).output(f.changed),
  /** Who the letter can go to; empty where it goes to no case manager. */
  caseManagers: base
    .input(f.withId)
    .output(z.array(z.object({ id: f.id, name: z.string(), chosen: z.boolean(), active: z.boolean() }))),
  /** To another of the same municipality. INVALID on `case_manager`; LETTER_FINAL. */
  setCaseManager: base.input(z.object({ id: f.id, caseManagerId: f.id })).output(f.changed),
}
