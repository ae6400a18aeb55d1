/** What waits, by kind, in the order in which it hurts: somebody without word, who stands out, letters, empty boxes. */
import { isoWeek, mondayOf } from '#core/calendar/dates.ts'
import type { AttendanceAlert } from '#core/api/attendance.ts'
import type { Today } from '#core/api/today.ts'

/** Empty boxes of one week: on one day, or on several. */
export type UnfilledWeek = { monday: string; week: number; days: string[]; cells: number }
/** Somebody who stayed away, with the longer story when there is one. */
export type NoShow = Today['noShowYesterday'][number] & { alert: AttendanceAlert | null }

export type Waiting = {
  readonly noShow: NoShow[]
  /** Without those of whom it stands with `noShow` already. */
  readonly alert: AttendanceAlert[]
  readonly letter: Today['lettersDue']
  readonly review: Today['reviews']
  readonly unfilled: UnfilledWeek[]
  readonly aftercare: Today['aftercareDue']
  readonly task: Today['tasks']
}
export type WaitingKind = keyof Waiting

export function waitingOf(today: Today): Waiting {
  const alertOf = new Map(today.alerts.map((alert) => [alert.participantId, alert]))
  const noShow = today.noShowYesterday.map((one) => ({
    ...one,
    alert: alertOf.get(one.participantId) ?? null,
  }))
  const told = new Set(noShow.map((one) => one.participantId))
  return {
    // Who was called already waits for nothing any more.
    noShow: noShow.toSorted((a, b) => Number(a.done !== null) - Number(b.done !== null)),
    alert: today.alerts.filter((one) => !told.has(one.participantId)),
    letter: today.lettersDue,
    review: today.reviews,
    unfilled: byWeek(today.unfilled),
    aftercare: today.aftercareDue,
    task: today.tasks,
  }
}

/** A task that a colleague does stands in the list, and does not wait for me; neither does who was called. */
export function countFor(waiting: Waiting, staffId: number): number {
  const { noShow, alert, letter, review, unfilled, aftercare, task } = waiting
  return (
    noShow.filter((one) => one.done === null).length +
    task.filter((one) => one.staff_id === null || one.staff_id === staffId).length +
    [alert, letter, review, unfilled, aftercare].reduce((sum, lines) => sum + lines.length, 0)
  )
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

/** Something agreed that comes to its end, or came to it. */
export type Ending = { key: string; participantId: number; name: string; on: string } & (
  { kind: 'trajectory' | 'civic' } | { kind: 'placement'; placement: Today['placementsEnding'][number] }
)

/** The first that ends comes first. */
export function endingsOf(today: Today): Ending[] {
  return [
    ...today.endingSoon.map((one) => ({
      ...one,
      kind: 'trajectory' as const,
      key: `trajectory-${one.participantId}`,
    })),
    ...today.placementsEnding.map((one) => ({
      participantId: one.participantId,
      name: one.name,
      on: one.on,
      kind: 'placement' as const,
      key: `placement-${one.placementId}`,
      placement: one,
    })),
    ...today.civicSoon.map((one) => ({ ...one, kind: 'civic' as const, key: `civic-${one.participantId}` })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
