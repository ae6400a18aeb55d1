/** The word of the day: the list, the calendar, who heard which words, and what is printed of them. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const dailyWordSchema = z.object({
  id: f.id,
  word: f.shortText, // with its article: "de hamer"
  meaning: f.shortText,
  example: f.shortText,
  theme: f.shortText,
  fits: f.shortText, // '' any day, '12-05', 'easter+39'
  active: z.boolean(), // false: planned no more; the days it stood on keep it
  hasPicture: z.boolean(),
})
export type DailyWord = z.infer<typeof dailyWordSchema>

export const wordRowSchema = dailyWordSchema.extend({
  lastOn: f.isoDate.nullable(), // up to and with today
  nextOn: f.isoDate.nullable(), // after today
})
export type WordRow = z.infer<typeof wordRowSchema>

export const wordDaySchema = z.object({
  day: f.isoDate,
  closedReason: z.string().nullable(),
  word: dailyWordSchema.nullable(), // null: closed, a weekend, before the first word, or an empty list
  chosen: z.boolean(), // put there by hand
  heard: z.int().min(0), // people who were present or late that day
})
export type WordDay = z.infer<typeof wordDaySchema>

/** Of one person. `count` is of different words; `words` has every day on which one was heard, oldest first. */
export const heardBySchema = z.object({
  count: z.int().min(0),
  words: z.array(z.object({ day: f.isoDate, wordId: f.id, word: z.string() })),
})
export type HeardBy = z.infer<typeof heardBySchema>

const text = dailyWordSchema.pick({ word: true, meaning: true, example: true, theme: true, fits: true })
const period = { from: f.isoDate, to: f.isoDate }
const opened = z.object({ path: z.string().nullable(), url: z.string().nullable() })

export const words = {
  /** One day with its word: what Vandaag shows. `planned` is false when `plan` has something to write down. */
  ofDay: base
    .input(z.object({ day: f.isoDate }))
    .output(wordDaySchema.extend({ picture: f.base64.nullable(), planned: z.boolean() })),
  /** From the first to the last day of the month. */
  month: base
    .input(z.object({ month: f.isoMonth }))
    .output(z.object({ days: z.array(wordDaySchema), planned: z.boolean(), words: z.int() })),
  /** Every word in the order of the plan, and how many of the starter list are not in it. */
  list: base.output(z.object({ words: z.array(wordRowSchema), starterLeft: z.int() })),
  get: base.input(f.withId).output(dailyWordSchema.extend({ picture: f.base64.nullable() })),
  create: base.input(text).output(f.created),
  /** `active: false` takes the word out of the days to come. */
  save: base
    .input(z.object({ id: f.id, fields: text.extend({ active: z.boolean() }).partial() }))
    .output(f.changed),
  /** PNG or JPEG of at most 2 MB; null takes the picture away. */
  setPicture: base.input(z.object({ id: f.id, picture: f.base64.nullable() })).output(f.changed),
  /** Adds what is not in the list yet. */
  loadStarter: base.output(z.object({ added: z.int(), changeSetId: f.id.nullable() })),
  /** Writes down the words of the days to come, a year ahead. What stood on a day up to today stays. */
  plan: base.output(f.changed),
  setDay: base.input(z.object({ day: f.isoDate, wordId: f.id })).output(f.changed),
  swap: base.input(z.object({ day: f.isoDate, other: f.isoDate })).output(f.changed),
  heardBy: base.input(z.object({ participantId: f.id, ...period })).output(heardBySchema),
  /** Everybody who heard a word in these days, by name. */
  heard: base
    .input(z.object(period))
    .output(z.array(z.object({ participantId: f.id, listName: z.string(), count: z.int() }))),
  /** Opens the PDF: one A4 page to hang up, or one to write on. */
  poster: base.input(z.object({ day: f.isoDate })).output(opened),
  sheet: base.input(z.object({ day: f.isoDate })).output(opened),
}
