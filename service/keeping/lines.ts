/**
 * After an older copy was put back, work goes on from there, and the copies of the work that was left have other
 * things under the same numbers. While the live file can be read, the history itself tells them apart. For when it
 * cannot, the place file holds which work was left.
 */
import type { OfficeContent } from '#db/copies/content.ts'
import type { Place } from '../sidecar.ts'

type Left = NonNullable<Place['left']>[number]
type Head = Pick<OfficeContent, 'commitSeq' | 'lastChangeAt'>

/** Whether this copy ends in work that was left. In the same second as a restore it cannot be known: then it does. */
export function isLeft({ commitSeq, lastChangeAt }: Head, left: Place['left']): boolean {
  return (left ?? []).some((one) => isIn({ commitSeq, lastChangeAt }, one))
}

function isIn({ commitSeq, lastChangeAt }: Head, { after, from, to }: Left): boolean {
  return commitSeq > after && lastChangeAt !== null && lastChangeAt >= from && lastChangeAt <= to
}

/** What is left when this copy comes in at `now`: all that came after it, or, back in what was left, all since. */
export function leftBy(copy: Head, left: Place['left'], now: string): Left[] {
  const back = (left ?? []).filter((one) => isIn(copy, one))
  const stays = (left ?? []).filter((one) => !isIn(copy, one))
  const [first] = back
  const fresh = first
    ? { after: first.after, from: first.to, to: now }
    : { after: copy.commitSeq, from: '', to: now }
  return [...stays, fresh]
}

/** What is left when the last restore is taken back at `now`: what was done since. */
export function leftByUndo(former: Place['left'], present: Place['left'], now: string): Left[] {
  const last = present?.at(-1)
  return [...(former ?? []), ...(last ? [{ after: last.after, from: last.to, to: now }] : [])]
}
