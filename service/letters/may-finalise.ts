import { CommandError } from '#db/errors.ts'
import { lastLetterDay, letterStanding } from '#db/letters/states.ts'
import { readOffice } from '#db/office/queries.ts'
import type { OfficeContext } from '../context.ts'

/** Whether the office wants a colleague to approve this letter, and nobody did. */
export function reviewMissing(ctx: OfficeContext, id: number): boolean {
  return readOffice(ctx.db).letter_review && letterStanding(ctx.db, id).approved_by === null
}

/**
 * Beside what a letter misses itself: the colleague's approval, and a clock that is not before the newest letter.
 * @throws CommandError LETTER_REVIEW, LETTER_CLOCK.
 */
export function assertMayFinalise(ctx: OfficeContext, id: number, clockIsRight: boolean): void {
  if (reviewMissing(ctx, id)) throw new CommandError('LETTER_REVIEW')
  const last = lastLetterDay(ctx.db)
  if (!clockIsRight && last !== null && ctx.today < last)
    throw new CommandError('LETTER_CLOCK', { clock: ctx.today, last })
}
