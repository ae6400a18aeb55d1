/** What would have been planned on days that were closed: in no figure, but told beside them. */
import { partMinutes } from '#core/attendance/plan.ts'
import type { OfficeContext } from '../context.ts'
import { agreedParts, markOn, readSheetOf } from './sheet.ts'

/**
 * Minutes on the closed days of a period; a mark from before keeps the plan of its day. Both days count.
 * @param trajectoryId null for all of this person.
 */
export function closedMinutes(
  ctx: OfficeContext,
  { participantId, trajectoryId }: { participantId: number; trajectoryId: number | null },
  from: string,
  to: string,
): number {
  const sheet = readSheetOf(ctx, [participantId], from, to)
  let sum = 0
  for (const row of sheet.trajectories) {
    if (trajectoryId !== null && row.id !== trajectoryId) continue
    for (const day of sheet.closed) {
      const agreed = agreedParts(sheet, row, day)
      for (const part of ['morning', 'afternoon'] as const) {
        const mark = markOn(sheet, participantId, day, part)
        const plan = agreed.find((item) => item.part === part)
        if (mark?.trajectory_id === row.id) sum += mark.planned_minutes
        else if (plan) sum += partMinutes(plan)
      }
    }
  }
  return sum
}
