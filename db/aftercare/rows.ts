import type { Aftercare, Attempt } from '#core/api/aftercare.ts'
import { columnsOf } from '../statements.ts'

export const aftercareColumns = [
  'id',
  'participant_id',
  'trajectory_id',
  'month',
  'due_on',
  'own_day',
  'try_on',
  'done_on',
  'outcome',
  'benefit_ended',
  'moved_on_to',
  'story',
  'remark',
  'dropped_on',
  'dropped_why',
] as const satisfies (keyof Aftercare)[]

/** As the table has it. */
export type StoredAftercare = Omit<Aftercare, 'own_day'> & { own_day: 0 | 1 }
export type StoredAttempt = Omit<Attempt, 'reached'> & { reached: 0 | 1; aftercare_id: number }

/** Of table `aftercare` as `a`. */
export const momentColumns = columnsOf('a', aftercareColumns)

export const momentOf = (row: StoredAftercare): Aftercare => ({ ...row, own_day: row.own_day === 1 })

export const attemptOf = ({ aftercare_id: _moment, ...row }: StoredAttempt): Attempt => ({
  ...row,
  reached: row.reached === 1,
})
