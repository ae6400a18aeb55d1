/**
 * What is kept of a draft's facts when it was looked through: enough to say later what is different. Texts only as a
 * mark of what they were, because every form that a draft has goes into the history. Pure.
 */
import { z } from 'zod'
import * as f from '../api/fields.ts'
import type { FrameFacts } from './facts.ts'
import type { AnyFacts } from './sources.ts'

const mark = z.string()
const figure = z.int()

export const seenSchema = z.object({
  caseManager: mark,
  municipality: mark,
  participant: mark,
  office: mark,
  end: f.isoDate.nullable(),
  phase: f.phase.nullable(),
  attendance: z
    .object({ present: figure, planned: figure, no_show: figure, unfilled: figure, rest: mark })
    .nullable(),
  language: z.array(z.object({ name: f.languageSkill, level: f.languageLevel.nullable() })),
  skills: z.array(z.object({ name: z.string(), score: figure.nullable() })),
  ladder: figure.nullable(),
  goals: z.array(z.object({ name: z.string(), state: f.goalState.nullable(), rest: mark })),
  placements: z.array(z.object({ name: z.string(), stage: f.placementStage, rest: mark })),
  advice: z.string(),
  notes: z.array(z.object({ name: f.id, day: f.isoDate, rest: mark })),
  /** Of everything that has no line of its own. */
  rest: mark,
})
export type Seen = z.infer<typeof seenSchema>

/** `notes`: as they stand, and not as this letter says them. What staff type in a draft is no change. */
export function seenOf(
  facts: FrameFacts,
  notes: readonly { id: number; happened_on: string; body: string }[],
): Seen {
  const of = facts as AnyFacts
  return {
    caseManager: markOf(of.caseManager),
    municipality: markOf(of.municipality),
    participant: markOf(of.participant),
    office: markOf(of.office),
    end: of.trajectory?.planned_end_on ?? null,
    phase: of.trajectory?.phase ?? null,
    attendance: attendanceOf(of),
    language: (of.language ?? []).map((row) => ({
      name: row.skill,
      level: 'level' in row ? row.level : ((row.now ?? row.start)?.level ?? null),
    })),
    skills: (of.skills?.rows ?? []).map(({ name, now }) => ({
      name,
      score: now,
    })),
    ladder: of.ladder?.now ?? null,
    goals: (of.goals ?? []).map((goal) =>
      'what' in goal
        ? { name: goal.what, state: null, rest: markOf(goal) }
        : { name: goal.description, state: goal.state, rest: markOf(goal.remark) },
    ),
    placements: (of.placements ?? []).map(({ host, stage, ...rest }) => ({
      name: host,
      stage,
      rest: markOf(rest),
    })),
    advice: of.advice ?? '',
    notes: notes.map(({ id, happened_on, body }) => ({ name: id, day: happened_on, rest: markOf(body) })),
    rest: markOf(Object.entries(facts).filter(([key]) => !told.has(key))),
  }
}

function attendanceOf({ attendance, total, ...facts }: AnyFacts): Seen['attendance'] {
  if (attendance)
    return {
      present: attendance.present_minutes,
      planned: attendance.planned_minutes,
      no_show: attendance.no_show_minutes,
      unfilled: attendance.unfilled_parts,
      rest: markOf(attendance),
    }
  if (!total) return null
  return {
    present: total.present_minutes,
    planned: total.planned_minutes,
    no_show: total.no_show_minutes,
    unfilled: facts.unfilled_parts ?? 0,
    rest: markOf([total, facts.months]),
  }
}

/** With a line of its own above, following from the days, or chosen by staff in the letter itself. */
const told: ReadonlySet<string> = new Set([
  'caseManager',
  'municipality',
  'participant',
  'office',
  'trajectory',
  'attendance',
  'language',
  'skills',
  'ladder',
  'goals',
  'placements',
  'advice',
  'notes',
  'total',
  'months',
  'unfilled_parts',
  'unfilled_on',
  'missed_minutes',
  'extra_minutes',
  'texts',
  'dated_on',
  'number',
  'version',
  'kind',
  'period_from',
  'period_to',
  'next_letter_on',
])

/** A short mark of what something was: other content, another mark. */
function markOf(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  return ((a ^ (b >>> 15)) >>> 0).toString(36) + ((b ^ (a >>> 13)) >>> 0).toString(36)
}
