/** The letters of a practice office, made by the features themselves, each on its own day. */
import type { LetterDraft, LetterTexts } from '#core/api/letters.ts'
import { addDays } from '#core/calendar/dates.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import type { WritableDb } from '#db/database.ts'
import { letters } from '../features/letters.ts'
import { contextOn } from './context.ts'
import type { PracticeData } from './generate.ts'
import { planLetters } from './letter-plan.ts'
import { about, inventPerson } from './person.ts'
import type { Person } from './person.ts'
import type { Run, Spec } from './plan.ts'
import { at, createRandom } from './random.ts'
import type { Random } from './random.ts'
import * as texts from './texts/letters.ts'

export interface WriteOptions {
  /** Of the former people, how many have their last letter in the register: 0 to 1. */
  readonly formerShare: number
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes, numbers and sends the letters of before today. @returns how many.
 * @throws the signal's reason when it is aborted.
 */
export async function writeEarlierLetters(
  db: WritableDb,
  data: PracticeData,
  options: WriteOptions,
): Promise<number> {
  const planned = planLetters(data, options.formerShare)
  for (const [index, letter] of planned.entries()) {
    options.signal?.throwIfAborted()
    const sent_how = letter.index % 3 === 2 ? 'handed' : 'post'
    const id = writeLetter(db, data, letter)
    const ctx = contextOn(db, coachOf(data), letter.on)
    await letters.finalise(ctx, { id })
    letters.markSent(ctx, { id, sent_on: letter.on, sent_how })
    options.onProgress?.(index + 1, planned.length)
  }
  return planned.length
}

/**
 * Makes a draft with all its paragraphs for the letters that are due on the office's day, for `share` of them
 * (0 to 1; at least one). @returns the ids of the drafts, in the order of the list of due letters.
 */
export function draftDueLetters(db: WritableDb, data: PracticeData, share: number): number[] {
  const { today } = data.options
  const due = letters.due(contextOn(db, coachOf(data), today))
  const now = due.filter((letter) => letter.dueOn <= today)
  const runs = runsById(data)
  const ids: number[] = []
  for (const letter of now.slice(0, Math.ceil(now.length * share))) {
    const { spec, run } = at(runs, letter.trajectoryId - 1)
    const index = 100 // not that of an earlier letter: other words than the last time
    const { trajectoryId } = letter
    const why = letter.why === 'before_end' ? 'before_end' : 'interval'
    ids.push(writeLetter(db, data, { trajectoryId, spec, run, on: today, why, index }))
  }
  return ids
}

interface Occasion {
  readonly trajectoryId: number
  readonly spec: Spec
  readonly run: Run
  readonly on: string
  readonly why: 'interval' | 'before_end'
  readonly index: number
}

/** Opens the draft on its day and fills its paragraphs. @returns its id. */
function writeLetter(db: WritableDb, data: PracticeData, occasion: Occasion): number {
  const ctx = contextOn(db, coachOf(data), occasion.on)
  const { id } = letters.open(ctx, { kind: 'progress', about: occasion.trajectoryId })
  const view = letters.get(ctx, { id })
  const { spec, index } = occasion
  const person = inventPerson(spec, createRandom(`office ${data.options.seed}/person ${spec.label}/person`))
  const random = createRandom(`letter ${data.options.seed} ${spec.label} ${index} ${occasion.trajectoryId}`)
  const draft: LetterDraft = {
    texts: write(occasion, person, view.facts as ProgressFacts, data, random),
    leftOutNotes: [],
  }
  letters.saveDraft(ctx, { id, kind: 'progress', draft })
  return id
}

function write(
  occasion: Occasion,
  person: Person,
  facts: ProgressFacts,
  data: PracticeData,
  random: Random,
): LetterTexts {
  const say = (text: string) => about(person, text)
  const coach = facts.coach.name
  const { on, why, run } = occasion
  const first = texts.agreements.length - 2
  return {
    opening: say(random.pick(texts.openings)),
    question: say(question(why, run, random)),
    question_before: why === 'before_end' ? data.calendar.nextOpen(addDays(on, 9)) : null,
    attendance: facts.attendance.no_show_minutes > 0 ? say(random.pick(texts.noShowExplanations)) : '',
    skills: facts.skills.rows.length > 0 && random.chance(0.7) ? say(random.pick(texts.skills)) : '',
    helps: random.chance(0.6) ? say(random.pick(texts.helps)) : '',
    opinion: random.pick(texts.opinions),
    discussed_on: facts.period_to,
    next_step: random.pick(facts.placements.length > 0 ? texts.nextSteps.withPlace : texts.nextSteps.without),
    agreements: random.some(texts.agreements, random.int(2, first)).map(([what, who]) => ({
      what,
      who: say(who).replaceAll('{begeleider}', coach),
      when: random.pick(texts.agreementTimes),
    })),
  }
}

function question(why: Occasion['why'], run: Run, random: Random): string {
  if (why === 'before_end') return run.months < 6 ? texts.extensionQuestion : texts.endQuestion
  return random.chance(0.3) ? random.pick(texts.questions) : ''
}

/** Who does the work in the practice office. */
function coachOf(data: PracticeData) {
  return at(data.staff, 1)
}

/** The trajectories in the order of their ids. */
function runsById(data: PracticeData): { spec: Spec; run: Run }[] {
  return data.specs.flatMap((spec) => spec.runs.map((run) => ({ spec, run })))
}
