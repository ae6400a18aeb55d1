/**
 * Everything a letter rests on, as plain JSON. A finalised letter stores it beside its PDF, so that the
 * letter can be made again, word for word, after the file itself has moved on.
 * Durations are whole minutes, dates `YYYY-MM-DD`.
 */
import { z } from 'zod'
import { officeSchema } from '../api/app.ts'
import * as f from '../api/fields.ts'
import {
  hoursDraftSchema,
  intakeTextsSchema,
  letterTextsSchema,
  readyTextsSchema,
  resultsTextsSchema,
} from '../api/letters.ts'
import { caseManagerSchema, municipalitySchema, participantFieldsSchema } from '../api/people.ts'
import { toldBy } from '../api/signals.ts'
import { breakdownCodes, figureCodes } from '../figures/registry.ts'
import { targetSchema } from '../api/results.ts'
import { heardWordsSchema } from '../words/heard.ts'
import { layoutSchema } from './layout.ts'

const nameParts = participantFieldsSchema.pick({
  given_names: true,
  call_name: true,
  initials: true,
  prefix: true,
  surname: true,
  partner_prefix: true,
  partner_surname: true,
  name_use: true,
  form_of_address: true,
})
const measuredLevel = z.object({ level: f.languageLevel, date: f.isoDate, source: f.languageSource })
const score = z.int().min(1).max(4).nullable()
const step = z.int().min(1).max(6).nullable()

/** Who writes to whom, and when. Texts of the municipality are empty in a letter that does not go to one. */
export const frameFactsSchema = z.object({
  /** The form of this object; a letter that was frozen keeps the one it was made with. */
  version: z.literal(1),
  office: officeSchema.pick({
    name: true,
    tagline: true,
    street: true,
    house_number: true,
    postcode: true,
    city: true,
    phone: true,
    email: true,
    website: true,
    kvk: true,
    case_manager_word: true,
  }),
  municipality: municipalitySchema.pick({ name: true, address_line: true, postcode: true, city: true }),
  caseManager: caseManagerSchema
    .pick({ initials: true, prefix: true, surname: true, form_of_address: true, function_title: true })
    .nullable(),
  coach: z.object({ name: f.shortText, function_title: f.shortText }),
  dated_on: f.isoDate,
  period_from: f.isoDate,
  period_to: f.isoDate,
  /** Null while it is a draft: numbers are given out when a letter is finalised. */
  number: z.string().nullable(),
  /** The letter that this one corrects; left out of letters that correct none. */
  replaces: z.object({ number: z.string(), dated_on: f.isoDate }).exactOptional(),
  /** Left out: the blocks in their own order, as in letters from before there were templates. */
  layout: layoutSchema.exactOptional(),
  /** Left out: words only, window at the left. Pictures by the SHA-256 of their bytes; measures in tenths of a mm. */
  letterhead: z
    .object({
      logo: z.object({ sha256: z.string(), name: f.shortText, height: z.int() }).exactOptional(),
      accent: z.string().exactOptional(),
      window_side: z.enum(['left', 'right']),
      window_x: z.int(),
      window_y: z.int(),
    })
    .exactOptional(),
  /** The picture of the coach's signature, who permitted it; left out: signed by hand. */
  signature: z.string().exactOptional(),
})
export type FrameFacts = z.infer<typeof frameFactsSchema>

/** Who writes about whom to whom, and when. */
export const letterFactsSchema = frameFactsSchema.extend({
  participant: nameParts.extend({ client_number: f.shortText }),
  /** The day of the municipality's request: "Uw brief van". */
  referred_on: f.isoDate.nullable(),
})
export type LetterFacts = z.infer<typeof letterFactsSchema>

export const progressFactsSchema = letterFactsSchema.extend({
  trajectory: z.object({
    starts_on: f.isoDate,
    planned_end_on: f.isoDate,
    /** "nu week 13 van 26"; null before the start and after the end. */
    week: z.int().nullable(),
    weeks: z.int(),
    phase: f.phase,
    purpose: f.longText,
    /** Of the schedule on the last day of the period; 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)),
    minutes_per_week: f.minutes,
  }),
  attendance: z.object({
    planned_minutes: f.minutes,
    present_minutes: f.minutes,
    /** Absent with notice, by kind. */
    notified: z.object({ ill: f.minutes, leave: f.minutes, school: f.minutes }),
    no_show_minutes: f.minutes,
    weeks: z.array(z.object({ monday: f.isoDate, planned_minutes: f.minutes, present_minutes: f.minutes })),
    no_show_days: z.array(f.isoDate),
    closed: z.array(z.object({ day: f.isoDate, reason: z.string() })),
    /** Planned half-days of the period that nobody has filled in. */
    unfilled_parts: z.int().min(0),
    /** Left out of letters from before there were words of the day. */
    heard: heardWordsSchema.exactOptional(),
  }),
  /** `start` is the first measurement; with one measurement only, `start` is null and it is `now`. */
  language: z.array(
    z.object({ skill: f.languageSkill, start: measuredLevel.nullable(), now: measuredLevel.nullable() }),
  ),
  /** `start_on` and `now_on` are the days behind the two columns. Scores 1 (not yet) to 4 (alone). */
  skills: z.object({
    start_on: f.isoDate.nullable(),
    now_on: f.isoDate.nullable(),
    rows: z.array(z.object({ name: f.shortText, start: score, now: score, own: score })),
  }),
  ladder: z.object({ start: step, now: step }),
  goals: z.array(z.object({ description: f.shortText, state: f.goalState, remark: f.shortText })),
  placements: z.array(
    z.object({
      host: f.shortText,
      kind: f.placementKind,
      stage: f.placementStage,
      goal: f.placementGoal,
      days: f.shortText,
      minutes_per_week: f.minutes.nullable(),
      starts_on: f.isoDate.nullable(),
      ended_on: f.isoDate.nullable(),
    }),
  ),
  /** The notes that are ticked for the report and not left out of this letter, oldest first. */
  notes: z.array(z.object({ date: f.isoDate, body: f.longText, id: f.id.exactOptional() })),
  /** When the municipality can expect the next letter. */
  next_letter_on: f.isoDate.nullable(),
  texts: letterTextsSchema,
})
export type ProgressFacts = z.infer<typeof progressFactsSchema>

/**
 * Of a letter about an intake: what the reader needs, and nothing of health, home or money. Options are kept in the
 * words that the letter says, because an office may have its own.
 */
export const intakeFactsSchema = letterFactsSchema.extend({
  kind: z.literal('intake'),
  /** Null while the intake runs. */
  finished_on: f.isoDate.nullable(),
  /** The days on which was talked. */
  talks_on: z.array(f.isoDate),
  /** Null without a project. */
  project: f.shortText.nullable(),
  dream_job: f.shortText,
  sectors: z.array(f.shortText),
  /** Null when no advice was given. */
  advice: f.shortText.nullable(),
  fits: z.enum(['yes', 'partly', 'no']).nullable(),
  goals: z.array(z.object({ what: f.shortText, how: f.shortText, when: f.shortText })),
  texts: intakeTextsSchema,
})
export type IntakeFacts = z.infer<typeof intakeFactsSchema>

const hourSums = z.object({
  planned_minutes: f.minutes,
  present_minutes: f.minutes,
  notified_minutes: f.minutes,
  no_show_minutes: f.minutes,
  /** Planned on days that were closed; in none of the others. */
  closed_minutes: f.minutes,
})
export type HourSums = z.infer<typeof hourSums>

/** Of a statement of hours (urenverklaring): the figures of the office itself, per month of the period. */
export const hoursFactsSchema = letterFactsSchema.extend({
  kind: z.literal('hours'),
  trajectory: z.object({ starts_on: f.isoDate, planned_end_on: f.isoDate, ended_on: f.isoDate.nullable() }),
  /** Oldest first; of a month at the edge only its days in the period. */
  months: z.array(hourSums.extend({ month: f.isoMonth })),
  total: hourSums,
  /** planned + extra = present + notified + no show + missed, so that the table can be checked by hand. */
  missed_minutes: z.int(), // of planned half-days: who came late or left early
  extra_minutes: z.int(), // of half-days that were not planned
  /** Planned half-days of the period that nobody has filled in, and the first day with one. */
  unfilled_parts: z.int().min(0),
  unfilled_on: f.isoDate.nullable(),
  texts: hoursDraftSchema.shape.texts,
})
export type HoursFacts = z.infer<typeof hoursFactsSchema>

/** Of "klaar voor de arbeidsmarkt": who saw it, and where somebody is. */
export const readyFactsSchema = letterFactsSchema.extend({
  kind: z.literal('ready_for_work'),
  signalled_on: f.isoDate,
  told_by: toldBy,
  /** Null: in the workshop itself. */
  place: z
    .object({
      host: f.shortText,
      title: f.shortText,
      kind: f.placementKind,
      starts_on: f.isoDate.nullable(),
      ended_on: f.isoDate.nullable(),
      minutes_per_week: f.minutes.nullable(),
    })
    .nullable(),
  /** The last level of each skill that was measured. */
  language: z.array(measuredLevel.extend({ skill: f.languageSkill })),
  texts: readyTextsSchema,
})
export type ReadyFacts = z.infer<typeof readyFactsSchema>

/** A number as it leaves the office; see core/figures/publish.ts. */
const published = z.union([z.number(), z.enum(['few', 'hidden'])])
/** The figures of a period as they were sent, with how each was counted and on which day. */
export const resultsFactsSchema = frameFactsSchema.extend({
  kind: z.literal('results'),
  /** The name of the project; '' for everybody of the municipality. */
  project: z.string(),
  before: z.object({ from: f.isoDate, to: f.isoDate }),
  figures: z.array(
    z.object({
      code: z.enum(figureCodes),
      value: published.nullable(),
      of: published.nullable(),
      beforeValue: published.nullable(),
      beforeOf: published.nullable(),
      definition: z.string(),
    }),
  ),
  breakdowns: z.array(
    z.object({
      code: z.enum(breakdownCodes),
      definition: z.string(),
      lines: z
        .array(z.object({ key: z.string(), name: z.string(), value: published, of: published.nullable() }))
        .nullable(),
    }),
  ),
  targets: z.array(targetSchema),
  texts: resultsTextsSchema,
})
export type ResultsFacts = z.infer<typeof resultsFactsSchema>
