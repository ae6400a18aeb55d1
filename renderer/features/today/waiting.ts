/** What waits, in the order in which it hurts: somebody without word, a letter, empty boxes, aftercare, tasks. */
import { isoWeek, mondayOf } from '#core/calendar/dates.ts'
import type { Today } from '#core/api/paper.ts'

/** Empty boxes of one week: on one day, or on several. */
export type UnfilledWeek = { monday: string; week: number; days: string[]; cells: number }

export type WaitingLine =
  | { kind: 'noShow'; key: string; one: Today['noShowYesterday'][number] }
  | { kind: 'letter'; key: string; one: Today['lettersDue'][number] }
  | { kind: 'unfilled'; key: string; one: UnfilledWeek }
  | { kind: 'aftercare'; key: string; one: Today['aftercareDue'][number] }
  | { kind: 'task'; key: string; one: Today['tasks'][number] }
  | { kind: 'ending'; key: string; one: Today['endingSoon'][number] }
  | { kind: 'civic'; key: string; one: Today['civicSoon'][number] }

export function waitingLines(today: Today): WaitingLine[] {
  return [
    ...today.noShowYesterday.map((one) => ({
      kind: 'noShow' as const,
      key: `noShow-${one.participantId}-${one.day}`,
      one,
    })),
    ...today.lettersDue.map((one) => ({ kind: 'letter' as const, key: `letter-${one.trajectoryId}`, one })),
    ...byWeek(today.unfilled).map((one) => ({
      kind: 'unfilled' as const,
      key: `unfilled-${one.monday}`,
      one,
    })),
    ...today.aftercareDue.map((one) => ({ kind: 'aftercare' as const, key: `aftercare-${one.id}`, one })),
    ...today.tasks.map((one) => ({ kind: 'task' as const, key: `task-${one.id}`, one })),
    ...today.endingSoon.map((one) => ({ kind: 'ending' as const, key: `ending-${one.participantId}`, one })),
    ...today.civicSoon.map((one) => ({ kind: 'civic' as const, key: `civic-${one.participantId}`, one })),
  ]
}

/** A task that a colleague does: it stands in the list, and does not wait for me. */
export function isOfSomebodyElse(line: WaitingLine, staffId: number): boolean {
  return line.kind === 'task' && line.one.staff_id !== null && line.one.staff_id !== staffId
}

/** One line per week: whoever fills in a week fills in all of it. */
function byWeek(unfilled: Today['unfilled']): UnfilledWeek[] {
  return [...Map.groupBy(unfilled, (one) => mondayOf(one.day))].map(([monday, ones]) => ({
    monday,
    week: isoWeek(monday).week,
    days: ones.map((one) => one.day),
    cells: ones.reduce((sum, one) => sum + one.cells, 0),
  }))
}

/** Who told that they do not come: no word is no telling. */
export function isAway(mark: Today['coming'][number]['mark']): boolean {
  return mark === 'ill' || mark === 'leave'
}
