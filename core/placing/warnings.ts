/** What a placement collides with. Said while somebody chooses, never forbidden: people agree on exceptions. */
import type { WeekPart } from '../api/fields.ts'
import type { PlacementWarning, Planned } from '../api/placing.ts'
import { inWeekOrder, samePart } from './week-parts.ts'

/** What is known around one placement; days `YYYY-MM-DD`, time in whole minutes. */
export interface Around {
  readonly school: string
  readonly lessons: readonly WeekPart[]
  /** The workshop's half-days in the time of the placement. */
  readonly workshop: readonly WeekPart[]
  /** Where this person is at the same time. */
  readonly others: readonly {
    readonly what: string
    readonly parts: readonly WeekPart[]
    readonly minutes: number
  }[]
  /** On which half-days the person can come; null when it was not asked. */
  readonly available: readonly WeekPart[] | null
  readonly mostMinutes: number | null
  /** The person's own, with its real or planned last day; null without one. */
  readonly trajectory: { readonly starts_on: string; readonly last_day: string } | null
  readonly opening: {
    readonly closed: boolean
    readonly open_from: string | null
    readonly open_until: string | null
    readonly capacity: number
    /** Who is there now, without this person. */
    readonly people: readonly string[]
  }
}

type Agreed = Pick<Planned, 'starts_on' | 'parts' | 'minutes_per_week'>

/** In the order in which they matter. */
export function placementWarnings(agreed: Agreed, around: Around): PlacementWarning[] {
  return [...onTheSameDay(agreed, around), ...inTime(agreed, around), ...ofOpening(agreed, around)]
}

function onTheSameDay({ parts, minutes_per_week }: Agreed, around: Around): PlacementWarning[] {
  const shared = (others: readonly WeekPart[]) =>
    inWeekOrder(parts.filter((one) => others.some((other) => samePart(one, other))))
  const all = (code: 'lesson' | 'workshop' | 'placement', others: readonly WeekPart[], what: string) => {
    const both = shared(others)
    return both.length === 0 ? [] : [{ code, parts: both, what }]
  }
  const { available } = around
  const impossible = available
    ? inWeekOrder(parts.filter((one) => !available.some((other) => samePart(one, other))))
    : []
  const minutes = (minutes_per_week ?? 0) + around.others.reduce((sum, other) => sum + other.minutes, 0)
  return [
    ...all('lesson', around.lessons, around.school),
    ...all('workshop', around.workshop, ''),
    ...around.others.flatMap((other) => all('placement', other.parts, other.what)),
    ...(impossible.length > 0 ? [{ code: 'unavailable' as const, parts: impossible, what: '' }] : []),
    ...(around.mostMinutes !== null && minutes_per_week !== null && minutes > around.mostMinutes
      ? [{ code: 'too_many_hours' as const, most: around.mostMinutes, all: minutes }]
      : []),
  ]
}

function inTime({ starts_on }: Agreed, { trajectory }: Around): PlacementWarning[] {
  if (starts_on === null || trajectory === null) return []
  if (starts_on < trajectory.starts_on) return [{ code: 'before_trajectory', on: trajectory.starts_on }]
  return starts_on > trajectory.last_day ? [{ code: 'after_trajectory', on: trajectory.last_day }] : []
}

function ofOpening({ starts_on }: Agreed, { opening }: Around): PlacementWarning[] {
  const { closed, open_from, open_until, capacity, people } = opening
  return [
    ...(people.length >= capacity ? [{ code: 'full' as const, capacity, people: [...people] }] : []),
    ...(closed ? [{ code: 'closed' as const }] : []),
    ...(starts_on !== null && open_from !== null && starts_on < open_from
      ? [{ code: 'not_open_yet' as const, on: open_from }]
      : []),
    ...(starts_on !== null && open_until !== null && starts_on > open_until
      ? [{ code: 'open_no_more' as const, on: open_until }]
      : []),
  ]
}
