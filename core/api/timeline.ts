/** The page of one person: everything that happened in one line of time, on paper, and on into a letter. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const timelineKind = z.enum([
  'note',
  'letter',
  'placement',
  'choice',
  'checkin',
  'language',
  'skills',
  'ladder',
  'referral',
  'intake',
  'talk',
  'trajectory',
  'phase',
  'pause',
  'extension',
  'goal',
  'aftercare',
  'signal',
  'task',
  'attachment',
  'permission',
  'attendance',
  'moment',
  'appointment',
  'contact',
  'help',
])
export type TimelineKind = z.infer<typeof timelineKind>

/** One line of the timeline; core/dossier/words.ts makes the words of it. */
export const timelineItemSchema = z.object({
  kind: timelineKind,
  id: f.id,
  on: f.isoDate,
  who: z.string(),
  text: z.string(), // what was typed, such as the body of a note
  code: z.string(), // note kind, letter state, placement stage, skills, ... for the words
  inReport: z.boolean(),
})
export type TimelineItem = z.infer<typeof timelineItemSchema>

/** What somebody wants to see of it; which kinds a group has: core/dossier/timeline.ts. */
export const timelineGroup = z.enum([
  'notes',
  'letters',
  'places',
  'growth',
  'trajectory',
  'attendance',
  'appointments',
  'tasks',
  'attachments',
])
export type TimelineGroup = z.infer<typeof timelineGroup>
export const timelineFilterSchema = z.object({
  group: timelineGroup.nullable(), // null: everything
  onlyReport: z.boolean(),
  query: z.string().max(200), // each word of it, in any spelling
})
export type TimelineFilter = z.infer<typeof timelineFilterSchema>

/** The paragraphs of a progress letter that a passage can be put into. */
export const letterPart = z.enum(['skills', 'helps', 'opinion', 'attendance', 'opening'])
export type LetterPart = z.infer<typeof letterPart>

const participantId = z.object({ participantId: f.id })
const filtered = participantId.extend({ filter: timelineFilterSchema })

export const dossier = {
  /** A page of the timeline, newest first. `after`: the last item that is already there. */
  timeline: base
    .input(
      filtered.extend({
        after: timelineItemSchema.pick({ kind: true, id: true, on: true, code: true }).nullable(),
        limit: z.int().min(1).max(200),
      }),
    )
    .output(
      z.object({
        items: z.array(timelineItemSchema),
        more: z.boolean(),
        total: z.int(), // of this filter
        groups: z.partialRecord(timelineGroup, z.int()), // of everything
        inReport: z.int(),
      }),
    ),
  /** The person on paper: facts, agreements, and the timeline as it is filtered. Opened like a letter. */
  print: base.input(filtered).output(z.object({ path: z.string().nullable(), url: z.string().nullable() })),
  /** The same sheet as bytes. */
  sheet: base.input(filtered).output(z.object({ name: z.string(), pdf: f.base64 })),
  /** Puts a passage behind what stands in a part of the open draft of this trajectory, or of a new one: one step. */
  toLetter: base
    .input(z.object({ trajectoryId: f.id, part: letterPart, passage: f.longText }))
    .output(z.object({ letterId: f.id, changeSetId: f.id.nullable() })),
}
