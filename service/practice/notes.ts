/** What is written down on the way: notes, goals and tasks. */
import type { GoalState } from '#core/api/fields.ts'
import { addDays, daysBetween } from '#core/calendar/dates.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { OfficeCalendar } from './calendar.ts'
import { about } from './person.ts'
import type { Person } from './person.ts'
import type { Run } from './plan.ts'
import { at } from './random.ts'
import type { Random } from './random.ts'
import { goals, ownNotes, reportNotes } from './texts/notes.ts'

type NoteDraft = Omit<PracticeRows['contact_note'], 'id' | 'participant_id' | 'staff_id'>
type GoalDraft = Omit<PracticeRows['goal'], 'id' | 'trajectory_id'>

/** About one note a week, a third of them ticked for the report; a text comes back only when all were used. */
export function writeNotes(
  of: { person: Person; from: string; to: string },
  calendar: OfficeCalendar,
  random: Random,
): NoteDraft[] {
  const days = calendar.openDays(of.from, of.to)
  const notes: NoteDraft[] = []
  let ticked = random.int(0, reportNotes.length - 1)
  for (let n = random.int(0, 3); n < days.length; n += random.int(3, 8)) {
    const in_report = random.chance(0.36)
    const text = in_report ? at(reportNotes, (ticked += 1) % reportNotes.length) : random.pick(ownNotes)
    notes.push({
      happened_on: at(days, n).day,
      kind: text.kind,
      body: about(of.person, text.body),
      in_report: in_report ? 1 : 0,
    })
  }
  return notes
}

/** Two or three goals, further along as the trajectory is. */
export function setGoals(of: { run: Run; today: string }, random: Random): GoalDraft[] {
  const { run } = of
  const whole = Math.max(1, daysBetween(run.starts_on, run.planned_end_on))
  const part = run.ended_on !== null ? 1 : daysBetween(run.starts_on, of.today) / whole
  return random.some(goals, random.int(2, 3)).map(([description, reached], index) => {
    const state = stateAt(part - index * 0.2, random)
    // A goal is looked at in a talk: some weeks after the start, or after the last time.
    const since = addDays(run.starts_on, state === 'not_started' ? 0 : 14 + 21 * index)
    const last = run.ended_on ?? addDays(of.today, -1)
    const state_on = since <= last ? since : last < run.starts_on ? null : last
    return { position: index + 1, description, state, state_on, remark: state === 'reached' ? reached : '' }
  })
}

function stateAt(part: number, random: Random): GoalState {
  if (part < 0.15) return 'not_started'
  if (part < 0.5) return 'busy'
  return random.weighted([
    ['reached', 5],
    ['busy', 4],
    ['changed', 1],
  ])
}
