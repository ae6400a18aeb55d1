/** Which progress letters an office would have written before today, by its own rule of when one is due. */
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import { nextLetterDue } from '#core/letters/due.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { PracticeData } from './generate.ts'
import type { Run, Spec } from './plan.ts'
import { createRandom } from './random.ts'

/** As the schema has it for a new office. */
const rhythm = { firstWeeks: null, intervalWeeks: 6, beforeEndWeeks: 2 } as const

export interface PlannedLetter {
  readonly trajectoryId: number
  readonly spec: Spec
  readonly run: Run
  /** The day it is written, finalised and sent. */
  readonly on: string
  readonly why: 'interval' | 'before_end'
  /** The first letter of a trajectory is 0. */
  readonly index: number
}

/**
 * In the order of the days, so that the numbers run on: all earlier letters of active people, and the last one
 * of a part of the former. What is due this week is left for whoever practises.
 */
export function planLetters(data: PracticeData, formerShare: number): PlannedLetter[] {
  const planned: PlannedLetter[] = []
  let trajectoryId = 0
  for (const spec of data.specs) {
    const random = createRandom(`letters ${data.options.seed} ${spec.label}`)
    const wanted = spec.kind === 'active' || random.chance(formerShare)
    for (const run of spec.runs) {
      trajectoryId += 1
      if (!wanted) continue
      const offset = random.int(0, 3)
      const letters = lettersOf(run, data.options.today, data.calendar, offset)
      const kept = run.ended_on === null ? letters : letters.slice(-1)
      for (const letter of kept) planned.push({ trajectoryId, spec, run, ...letter })
    }
  }
  return planned.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.trajectoryId - b.trajectoryId))
}

function lettersOf(run: Run, today: string, calendar: OfficeCalendar, offset: number) {
  const letters: { on: string; why: 'interval' | 'before_end'; index: number }[] = []
  let lastPeriodTo: string | null = null
  for (;;) {
    const due = nextLetterDue({
      startsOn: run.starts_on,
      plannedEndOn: run.planned_end_on,
      endedOn: run.ended_on,
      lastPeriodTo,
      ...rhythm,
    })
    if (due === null) return letters
    // A letter reports up to the last Friday: one before the end waits for the Friday on or after its day.
    const covers = due.why === 'interval' ? due.on : addDays(due.on, 2)
    const monday = addDays(mondayOf(covers), 7)
    if (monday >= mondayOf(today)) return letters
    const on = calendar.nextOpen(addDays(monday, offset))
    if (on >= today) return letters
    letters.push({ on, why: due.why === 'before_end' ? 'before_end' : 'interval', index: letters.length })
    const lastFriday = addDays(mondayOf(on), -3)
    lastPeriodTo = run.ended_on !== null && run.ended_on < lastFriday ? run.ended_on : lastFriday
  }
}
