/** When the next progress letter has to be written. */
import { addDays, mondayOf } from '../calendar/dates.ts'

/**
 * `moment` is the day by the rule; `on` a later one where it was put off. Of `withdrawn` it is the last day of the letter
 * that does not count any more.
 */
export type LetterDue = { on: string; moment: string; why: 'interval' | 'before_end' | 'withdrawn' }

/** When letters are due, in weeks: of the office, or of one municipality. */
export interface LetterRhythm {
  /** The first letter, from the start; null: as the ones after it. */
  firstWeeks: number | null
  intervalWeeks: number
  beforeEndWeeks: number
}
/** What a municipality wants otherwise; null: as the office. */
export interface LetterRule {
  first_weeks: number | null
  interval_weeks: number | null
  before_end_weeks: number | null
}
/** What somebody decided about a moment on which a letter was due. `until_on` null: it is not needed. */
export interface PutOff {
  due_on: string
  until_on: string | null
}

/** The rhythm for one municipality. */
export function rhythmFor(
  office: {
    letter_first_weeks: number | null
    letter_interval_weeks: number
    letter_before_end_weeks: number
  },
  rule: LetterRule | null,
): LetterRhythm {
  return {
    firstWeeks: rule?.first_weeks ?? office.letter_first_weeks,
    intervalWeeks: rule?.interval_weeks ?? office.letter_interval_weeks,
    beforeEndWeeks: rule?.before_end_weeks ?? office.letter_before_end_weeks,
  }
}

/**
 * The day up to which a letter has to report, or null when nothing is left to write.
 *
 * A letter comes every `intervalWeeks`, counted from the last day that a letter covers; the first `firstWeeks`
 * from the start; and one `beforeEndWeeks` before the end, so that the municipality can still decide about an extension.
 * A letter that reaches that moment is the last (a letter covers whole weeks: the Friday before is enough); the end report follows outside this rule. A trajectory
 * that stopped early asks for one letter up to its last day, unless such a letter is there.
 *
 * A moment that was put off is due on the later day; one that is not needed counts as passed, without a letter.
 *
 * Days whose letter was withdrawn while later ones stand have no letter any more: they are asked for again, for those
 * days only. After the last letter that stands nothing of this is needed, because the next one covers all days since.
 */
export function nextLetterDue(
  input: LetterRhythm & {
    startsOn: string
    plannedEndOn: string
    endedOn: string | null
    /** The last day of the period of the latest letter that was finalised. */
    lastPeriodTo: string | null
    putOff?: readonly PutOff[]
    /** The last days of letters that were withdrawn while later ones stand, and that no other covers. */
    withdrawn?: readonly string[]
  },
): LetterDue | null {
  const { putOff = [], withdrawn = [] } = input
  const again = withdrawn.flatMap((moment): LetterDue[] => {
    const decided = putOff.find((one) => one.due_on === moment)
    return decided?.until_on === null ? [] : [{ on: decided?.until_on ?? moment, moment, why: 'withdrawn' }]
  })
  const next = nextByRule(input)
  return (
    [...again, ...(next ? [next] : [])].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ??
    null
  )
}

function nextByRule(input: Parameters<typeof nextLetterDue>[0]): LetterDue | null {
  const { startsOn, plannedEndOn, endedOn, lastPeriodTo, intervalWeeks, putOff = [] } = input
  const lastDay = endedOn !== null && endedOn < plannedEndOn ? endedOn : plannedEndOn
  const wished = addDays(lastDay, -7 * input.beforeEndWeeks)
  const beforeEnd = wished < startsOn ? startsOn : wished
  if (lastPeriodTo !== null && lastPeriodTo >= lastFridayBefore(beforeEnd)) return null
  const weeks = lastPeriodTo === null ? (input.firstWeeks ?? intervalWeeks) : intervalWeeks
  let moment = addDays(lastPeriodTo ?? addDays(startsOn, -1), 7 * weeks)
  for (; moment < beforeEnd; moment = addDays(moment, 7 * intervalWeeks)) {
    const decided = putOff.find((one) => one.due_on === moment)
    if (decided?.until_on !== null) return { on: decided?.until_on ?? moment, moment, why: 'interval' }
  }
  const last = lastDay < plannedEndOn ? lastDay : beforeEnd
  const decided = putOff.find((one) => one.due_on === last)
  if (decided?.until_on === null) return null
  return { on: decided?.until_on ?? last, moment: last, why: 'before_end' }
}

/**
 * The last day of the last finished week: what a letter that is written on `day` covers, so that nobody has
 * to fill in half a week first.
 */
export function lastFridayBefore(day: string): string {
  return addDays(mondayOf(day), -3)
}
