import type { Answer, TalkFields } from '#core/api/intake.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven, type Given } from '../statements.ts'
import { findTalk } from './queries.ts'
import { talkColumns } from './rows.ts'

/** A new intake, about the newest referral when there is one. @throws CommandError NOT_FOUND. @returns its id. */
export function startIntake(
  db: WritableDb,
  intake: {
    participantId: number
    definitionVersion: number
    /** null: the built-in form as it is. */
    formId?: number | null
    staffId: number
    startedOn: string
  },
): number {
  expectParticipant(db, intake.participantId)
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO intake (participant_id, referral_id, definition_version, form_id, staff_id, started_on)
     VALUES (@participantId,
             (SELECT id FROM referral WHERE participant_id = @participantId ORDER BY referred_on DESC, id DESC LIMIT 1),
             @definitionVersion, @formId, @staffId, @startedOn)`,
  ).run({ formId: null, ...intake })
  return Number(lastInsertRowid)
}

/**
 * A new version beside a finished intake, with its referral, notes and answers; what waits for "later" goes with
 * it. The old one stays as it was. @throws CommandError NOT_FOUND. @returns the new id.
 */
export function followIntake(
  db: WritableDb,
  intake: {
    id: number
    definitionVersion: number
    formId: number | null
    staffId: number
    startedOn: string
  },
): number {
  const inserted = prepared(
    db,
    `INSERT INTO intake (participant_id, referral_id, definition_version, form_id, follows_id, staff_id, started_on, notes)
     SELECT participant_id, referral_id, @definitionVersion, @formId, id, @staffId, @startedOn, notes
       FROM intake WHERE id = @id`,
  ).run(intake)
  expectOne(inserted)
  const to = Number(inserted.lastInsertRowid)
  prepared(
    db,
    `INSERT INTO intake_answer (intake_id, question, value, no_answer)
     SELECT @to, question, value, no_answer FROM intake_answer WHERE intake_id = @id`,
  ).run({ id: intake.id, to })
  prepared(db, 'UPDATE task SET intake_id = @to WHERE intake_id = @id AND done_on IS NULL').run({
    id: intake.id,
    to,
  })
  return to
}

/** @throws CommandError NOT_FOUND; INTAKE_FINISHED: what was concluded stays as it was. */
export function expectRunning(db: WritableDb, id: number): void {
  const intake = prepared<[number], { finished_on: string | null }>(
    db,
    'SELECT finished_on FROM intake WHERE id = ?',
  ).get(id)
  if (found(intake).finished_on !== null) throw new CommandError('INTAKE_FINISHED')
}

/**
 * Keeps one answer. A reason why there is none takes the place of a value; without either, the question is
 * open again. @throws CommandError NOT_FOUND, INTAKE_FINISHED.
 */
export function saveAnswer(db: WritableDb, intakeId: number, answer: Answer): void {
  expectRunning(db, intakeId)
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

/** Puts the question on the person's list, once; it waits there as somebody's task. */
export function askLater(
  db: WritableDb,
  asked: { intakeId: number; question: string; title: string; staffId: number },
): void {
  prepared(
    db,
    `INSERT INTO task (participant_id, title, staff_id, intake_id, question)
     SELECT participant_id, @title, @staffId, id, @question FROM intake
      WHERE id = @intakeId AND NOT EXISTS (
        SELECT 1 FROM task WHERE intake_id = @intakeId AND question = @question AND done_on IS NULL)`,
  ).run(asked)
}

/** Takes the question off the list: ticked off on `doneOn`, or gone when it was put there by mistake (null). */
export function askedNow(
  db: WritableDb,
  asked: { intakeId: number; question: string; doneOn: string | null },
): void {
  const which = 'WHERE intake_id = @intakeId AND question = @question AND done_on IS NULL'
  const { doneOn, ...key } = asked
  if (doneOn === null) prepared(db, `DELETE FROM task ${which}`).run(key)
  else prepared(db, `UPDATE task SET done_on = @doneOn ${which}`).run({ ...key, doneOn })
}

/** @throws CommandError NOT_FOUND, INTAKE_FINISHED. */
export function saveIntakeNotes(db: WritableDb, id: number, notes: string): void {
  expectRunning(db, id)
  prepared(db, 'UPDATE intake SET notes = @notes WHERE id = @id').run({ id, notes })
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

/** Where the talk is now. Outside the history, so that it is in nobody's way. @throws CommandError NOT_FOUND. */
export function putPlace(db: WritableDb, intakeId: number, question: string): void {
  found(prepared<[number]>(db, 'SELECT id FROM intake WHERE id = ?').get(intakeId))
  prepared(
    db,
    `INSERT INTO intake_place (intake_id, question) VALUES (@intakeId, @question)
     ON CONFLICT (intake_id) DO UPDATE SET question = excluded.question`,
  ).run({ intakeId, question })
}

/** @throws CommandError NOT_FOUND. @returns the new id. */
export function addTalk(db: WritableDb, intakeId: number, talk: TalkFields): number {
  found(prepared<[number]>(db, 'SELECT id FROM intake WHERE id = ?').get(intakeId))
  return Number(
    prepared(db, insertSql('intake_talk', ['intake_id', ...talkColumns])).run({
      ...withAmbassador(talk),
      intake_id: intakeId,
    }).lastInsertRowid,
  )
}

/** @throws CommandError NOT_FOUND. */
export function saveTalk(db: WritableDb, id: number, fields: Given<TalkFields>): void {
  const talk = withGiven(found(findTalk(db, id)), fields)
  expectOne(prepared(db, updateSql('intake_talk', talkColumns)).run({ ...withAmbassador(talk) }))
}

/** Only where an ambassador helped is there one to name. */
const withAmbassador = <T extends TalkFields>(talk: T): T => ({
  ...talk,
  ambassador_id: talk.interpreter === 'ambassador' ? (talk.ambassador_id ?? null) : null,
})

/** @throws CommandError NOT_FOUND. */
export function removeTalk(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'DELETE FROM intake_talk WHERE id = ?').run(id))
}
