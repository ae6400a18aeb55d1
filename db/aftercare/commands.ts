import type { Aftercare } from '#core/api/places.ts'
import { addMonths } from '#core/calendar/dates.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'

/** Months after the end of a trajectory on which the office asks how it goes. */
export const aftercareMonths = [1, 3, 6, 12, 18] as const

/**
 * The moments of aftercare of a trajectory that ended. When it had them already (it was ended before, on
 * another day), the ones that are still open move along. @throws CommandError NOT_FOUND.
 */
export function createAftercareMoments(db: WritableDb, trajectoryId: number, endedOn: string): void {
  const { participant_id } = found(
    prepared<[number], { participant_id: number }>(
      db,
      'SELECT participant_id FROM trajectory WHERE id = ?',
    ).get(trajectoryId),
  )
  const put = prepared(
    db,
    `INSERT INTO aftercare (participant_id, trajectory_id, month, due_on)
     VALUES (@participant_id, @trajectoryId, @month, @dueOn)
     ON CONFLICT (trajectory_id, month) DO UPDATE SET due_on = excluded.due_on WHERE done_on IS NULL`,
  )
  for (const month of aftercareMonths)
    put.run({ participant_id, trajectoryId, month, dueOn: addMonths(endedOn, month) })
}

/** What came out of one moment; every time counts as an attempt. @throws CommandError NOT_FOUND. */
export function recordAftercare(
  db: WritableDb,
  moment: Pick<Aftercare, 'id' | 'outcome' | 'benefit_ended' | 'remark'> & { done_on: string },
): void {
  expectOne(
    prepared(
      db,
      `UPDATE aftercare SET done_on = @done_on, outcome = @outcome, benefit_ended = @benefit_ended,
              remark = @remark, attempts = attempts + 1 WHERE id = @id`,
    ).run({ ...moment }),
  )
}
