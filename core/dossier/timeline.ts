/** The timeline of one person: what belongs together, what a filter leaves, and pages of it. */
import type { TimelineFilter, TimelineGroup, TimelineItem, TimelineKind } from '../api/timeline.ts'
import { fold } from '../names/fold.ts'

/** Every kind belongs to one group. */
export const groupOf: Readonly<Record<TimelineKind, TimelineGroup>> = {
  note: 'notes',
  talk: 'notes',
  contact: 'notes',
  help: 'notes',
  letter: 'letters',
  placement: 'places',
  choice: 'places',
  checkin: 'places',
  aftercare: 'places',
  signal: 'places',
  language: 'growth',
  skills: 'growth',
  ladder: 'growth',
  goal: 'growth',
  referral: 'trajectory',
  intake: 'trajectory',
  trajectory: 'trajectory',
  phase: 'trajectory',
  pause: 'trajectory',
  extension: 'trajectory',
  permission: 'trajectory',
  attendance: 'attendance',
  moment: 'attendance',
  appointment: 'appointments',
  task: 'tasks',
  attachment: 'attachments',
}

export const everything: TimelineFilter = { group: null, onlyReport: false, query: '' }

/** What makes one line another line: the same thing may come twice, on two days or with two codes. */
export type TimelinePlace = Pick<TimelineItem, 'kind' | 'id' | 'on' | 'code'>

export const placeKey = ({ kind, id, on, code }: TimelinePlace): string => `${kind} ${id} ${on} ${code}`

/** Newest first; within a day by kind, then the newest of its kind. Never 0 for two different lines. */
export function byNewest(a: TimelinePlace, b: TimelinePlace): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1
  if (a.id !== b.id) return b.id - a.id
  if (a.code !== b.code) return a.code < b.code ? -1 : 1
  return 0
}

/** `words`: what stands on the screen for an item, so that what can be read can be found. */
export function filtered(
  items: readonly TimelineItem[],
  filter: TimelineFilter,
  words: (item: TimelineItem) => string,
): TimelineItem[] {
  const wanted = fold(filter.query)
    .split(' ')
    .filter((word) => word !== '')
  return items.filter((item) => {
    if (filter.group !== null && groupOf[item.kind] !== filter.group) return false
    if (filter.onlyReport && !item.inReport) return false
    if (wanted.length === 0) return true
    const text = fold(`${words(item)} ${item.who} ${item.text}`)
    return wanted.every((word) => text.includes(word))
  })
}

/**
 * The items that come after `after`, in the order of `byNewest`. An item that has gone since still marks its
 * place.
 */
export function pageOf(
  items: readonly TimelineItem[],
  after: TimelinePlace | null,
  limit: number,
): { items: TimelineItem[]; more: boolean } {
  const rest = after === null ? items : items.filter((item) => byNewest(item, after) > 0)
  return { items: rest.slice(0, limit), more: rest.length > limit }
}

/** How many there are of each group; a group without any is left out. */
export function countGroups(items: readonly TimelineItem[]): Partial<Record<TimelineGroup, number>> {
  const counts: Partial<Record<TimelineGroup, number>> = {}
  for (const { kind } of items) counts[groupOf[kind]] = (counts[groupOf[kind]] ?? 0) + 1
  return counts
}
