/** The order of the people in a week: one for the grid, the sign-in sheet and the week sheet on paper. */
import { fold } from '../names/fold.ts'

/** As column `office.week_grouping`. */
export const weekGroupings = ['name', 'days', 'coach'] as const
export type WeekGrouping = (typeof weekGroupings)[number]

export interface WeekPerson {
  readonly coachName: string
  /** On which weekdays this person is expected by the schedule, 1 is Monday; in order. */
  readonly weekdays: readonly number[]
}

/** `weekdays` of a group by days, `coachName` of a group by coach; both null where there are no groups. */
export interface WeekGroup<T> {
  readonly weekdays: readonly number[] | null
  readonly coachName: string | null
  readonly people: readonly T[]
}

/**
 * The groups in order, each with its people in the order in which they came. By days: whoever comes on Monday
 * first, and who has no days last. By coach: by name. Nobody at all is no group.
 * @param people in the order of the list of names.
 */
export function weekOrder<T extends WeekPerson>(
  people: readonly T[],
  grouping: WeekGrouping,
): WeekGroup<T>[] {
  if (people.length === 0) return []
  if (grouping === 'name') return [{ weekdays: null, coachName: null, people }]
  const keyOf = (one: T) => (grouping === 'days' ? one.weekdays.join() || 'none' : fold(one.coachName))
  return [...Map.groupBy(people, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1)) // "none" sorts after the digits
    .map(([, members]) => ({
      weekdays: grouping === 'days' ? (members[0]?.weekdays ?? []) : null,
      coachName: grouping === 'coach' ? (members[0]?.coachName ?? '') : null,
      people: members,
    }))
}
