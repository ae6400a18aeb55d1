/** The organisations, and how the office does its own work: letters on time, days from an end to its report. */
import { addDays } from '../calendar/dates.ts'
import { nextLetterDue, type LetterRhythm, type PutOff } from '../letters/due.ts'
import { medianDays, partOfRows, type Counted, type Part } from './count.ts'
import type { FigureRows, Span } from './rows.ts'

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

export function letters(rows: FigureRows, period: Span): Part {
  const made = rows.letters.filter((l) => l.dated_on >= period.from && l.dated_on <= period.to)
  const progress = made.filter((l) => l.kind === 'progress')
  const reports = made.flatMap(({ kind, participant_id, ended_on, dated_on }) =>
    kind === 'end' && ended_on !== null ? [{ participant_id, days: Math.max(0, dated_on - ended_on) }] : [],
  )
  const figures = [
    partOfRows(
      'letters_on_time',
      progress.filter(({ on_time }) => on_time),
      progress,
    ),
    medianDays('days_to_report', reports),
  ]
  return { figures, breakdowns: [] }
}

/** What decides whether a letter came in time. */
export interface LetterDays {
  readonly dated_on: string
  readonly starts_on: string
  readonly planned_end_on: string
  readonly ended_on: string | null
  /** The last day of the progress letter before this one. */
  readonly last_period_to: string | null
}

/** Nothing due is never late: a letter that somebody asked for in between. */
export function isOnTime(
  letter: LetterDays,
  terms: LetterRhythm & { readonly putOff: readonly PutOff[] },
): boolean {
  const due = nextLetterDue({
    startsOn: letter.starts_on,
    plannedEndOn: letter.planned_end_on,
    endedOn: letter.ended_on,
    lastPeriodTo: letter.last_period_to,
    ...terms,
  })
  return due === null || letter.dated_on <= addDays(due.on, letterGraceDays)
}
