import type { Answer } from '#core/api/people.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found } from '../statements.ts'

/** A new intake, about the newest referral when there is one. @throws CommandError NOT_FOUND. @returns its id. */
export function startIntake(
  db: WritableDb,
  intake: { participantId: number; definitionVersion: number; staffId: number; startedOn: string },
): number {
  expectParticipant(db, intake.participantId)
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO intake (participant_id, referral_id, definition_version, staff_id, started_on)
     VALUES (@participantId,
             (SELECT id FROM referral WHERE participant_id = @participantId ORDER BY referred_on DESC, id DESC LIMIT 1),
             @definitionVersion, @staffId, @startedOn)`,
  ).run(intake)
  return Number(lastInsertRowid)
}

/**
 * Keeps one answer. A reason why there is none takes the place of a value; without either, the question is
 * open again. A finished intake can still be corrected. @throws CommandError NOT_FOUND.
 */
export function saveAnswer(db: WritableDb, intakeId: number, answer: Answer): void {
  found(prepared<[number]>(db, 'SELECT id FROM intake WHERE id = ?').get(intakeId))
  const { question, noAnswer } = answer
  if (answer.value === null && noAnswer === null) {
    prepared(db, 'DELETE FROM intake_answer WHERE intake_id = ? AND question = ?').run(intakeId, question)
    return
  }
  const value = noAnswer === null ? JSON.stringify(answer.value) : null
  prepared(
    db,
    `INSERT INTO intake_answer (intake_id, question, value, no_answer) VALUES (@intakeId, @question, @value, @noAnswer)
     ON CONFLICT (intake_id, question) DO UPDATE SET value = excluded.value, no_answer = excluded.no_answer`,
  ).run({ intakeId, question, value, noAnswer })
}

/** @throws CommandError NOT_FOUND. */
export function saveIntakeNotes(db: WritableDb, id: number, notes: string): void {
  expectOne(prepared(db, 'UPDATE intake SET notes = @notes WHERE id = @id').run({ id, notes }))
}

/** Finishes the intake; one that was finished keeps its day. @throws CommandError NOT_FOUND. */
export function finishIntake(db: WritableDb, id: number, today: string): void {
  expectOne(
    prepared(
      db,
      'UPDATE intake SET finished_on = coalesce(finished_on, max(@today, started_on)) WHERE id = @id',
    ).run({ id, today }),
  )
}
