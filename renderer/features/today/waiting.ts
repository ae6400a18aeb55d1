/** What waits, in the order in which it hurts: somebody without word, a letter, empty boxes, aftercare, tasks. */
import type { Today } from '#core/api/paper.ts'

export type WaitingLine =
  | { kind: 'noShow'; key: string; one: Today['noShowYesterday'][number] }
  | { kind: 'letter'; key: string; one: Today['lettersDue'][number] }
  | { kind: 'unfilled'; key: string; one: Today['unfilled'][number] }
  | { kind: 'aftercare'; key: string; one: Today['aftercareDue'][number] }
  | { kind: 'task'; key: string; one: Today['tasks'][number] }
  | { kind: 'ending'; key: string; one: Today['endingSoon'][number] }

export function waitingLines(today: Today): WaitingLine[] {
  return [
    ...today.noShowYesterday.map((one) => ({ kind: 'noShow' as const, key: `noShow-${one.participantId}-${one.day}`, one })),
    ...today.lettersDue.map((one) => ({ kind: 'letter' as const, key: `letter-${one.trajectoryId}`, one })),
    ...today.unfilled.map((one) => ({ kind: 'unfilled' as const, key: `unfilled-${one.day}`, one })),
    ...today.aftercareDue.map((one) => ({ kind: 'aftercare' as const, key: `aftercare-${one.id}`, one })),
    ...today.tasks.map((one) => ({ kind: 'task' as const, key: `task-${one.id}`, one })),
    ...today.endingSoon.map((one) => ({ kind: 'ending' as const, key: `ending-${one.participantId}`, one })),
  ]
}
