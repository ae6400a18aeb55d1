import type { CivicFields } from '#core/api/civic.ts'
import type { WeekPart } from '#core/api/fields.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { withGiven, type Given } from '../statements.ts'
import { civicOf } from './queries.ts'

/** Changes what is given and leaves the rest as it was. @throws CommandError NOT_FOUND. */
export function saveCivic(db: WritableDb, participantId: number, fields: Given<CivicFields>): void {
  expectParticipant(db, participantId)
  const row = { participantId, ...withGiven(civicOf(db, participantId), fields) }
  prepared<[typeof row]>(
    db,
    `INSERT INTO civic_integration (participant_id, law, route, pip_on, term_ends_on, school, remark)
     VALUES (@participantId, @law, @route, @pip_on, @term_ends_on, @school, @remark)
     ON CONFLICT (participant_id) DO UPDATE SET law = excluded.law, route = excluded.route, pip_on = excluded.pip_on,
       term_ends_on = excluded.term_ends_on, school = excluded.school, remark = excluded.remark`,
  ).run(row)
}

/** These and no others. @throws CommandError NOT_FOUND. */
export function setLessons(db: WritableDb, participantId: number, lessons: readonly WeekPart[]): void {
  expectParticipant(db, participantId)
  prepared<[number]>(db, 'DELETE FROM lesson_part WHERE participant_id = ?').run(participantId)
  const insert = prepared<[WeekPart & { participantId: number }]>(
    db,
    `INSERT INTO lesson_part (participant_id, weekday, part) VALUES (@participantId, @weekday, @part)
     ON CONFLICT DO NOTHING`,
  )
  for (const { weekday, part } of lessons) insert.run({ participantId, weekday, part })
}
