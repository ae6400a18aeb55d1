/** The organisations, and how the office does its own work: letters on time, days from an end to its report. */
import { addDays, daysBetween } from '../calendar/dates.ts'
import { nextLetterDue } from '../letters/due.ts'
import { medianDays, partOfRows, type Counted, type Part } from './count.ts'
import type { FigureRows, LetterRow, Period } from './rows.ts'

/** A letter within a week after the day on which it was due is on time. */
export const letterGraceDays = 7

export function hosts({ hosts: all, openPlaces }: FigureRows): Part {
  const ids = (list: readonly { host_id: number }[]) =>
    list.map((host) => host.host_id).toSorted((a, b) => a - b)
  const coached = all.filter((host) => host.coached > 0)
  const asked = all.filter((host) => host.scores.length > 0)
  const scores = asked.flatMap((host) => host.scores)
  const none = { of: null, people: [], whole: [] } as const
  const figures: Counted[] = [
    { ...none, code: 'hosts_active', value: all.length, hosts: ids(all) },
    {
      ...none,
      code: 'hosts_coached',
      value: all.length === 0 ? null : coached.length,
      of: all.length,
      hosts: ids(coached),
    },
    { ...none, code: 'open_places', value: openPlaces, hosts: [] },
    {
      ...none,
      code: 'host_satisfaction',
      value: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
      of: scores.length,
      hosts: ids(asked),
    },
  ]
  return { figures, breakdowns: [] }
}

export function letters(rows: FigureRows, period: Period): Part {
  const made = rows.letters.filter((l) => l.dated_on >= period.from && l.dated_on <= period.to)
  const progress = made.filter((l) => l.kind === 'progress')
  const reports = made.flatMap(({ kind, participant_id, ended_on, dated_on }) =>
    kind === 'end' && ended_on !== null
      ? [{ participant_id, days: Math.max(0, daysBetween(ended_on, dated_on)) }]
      : [],
  )
  const figures = [
    partOfRows('letters_on_time', progress.filter(isOnTime), progress),
    medianDays('days_to_report', reports),
  ]
  return { figures, breakdowns: [] }
}

/** Nothing due is never late: a letter that somebody asked for in between. */
function isOnTime(letter: LetterRow): boolean {
  const due = nextLetterDue({
    startsOn: letter.starts_on,
    plannedEndOn: letter.planned_end_on,
    endedOn: letter.ended_on,
    lastPeriodTo: letter.last_period_to,
    ...letter.terms,
  })
  return due === null || letter.dated_on <= addDays(due.on, letterGraceDays)
}
