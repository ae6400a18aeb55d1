import type { Answer, Intake, IntakeHead, Talk } from '#core/api/intake.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { headColumns, talkColumns } from './rows.ts'

const head = columnsOf('i', headColumns)

/** The intakes of one person, newest first, without what was said. */
export function listIntakes(db: ReadableDb, participantId: number): IntakeHead[] {
  return prepared<[number], IntakeHead>(
    db,
    `SELECT ${head} FROM intake i WHERE i.participant_id = ? ORDER BY i.started_on DESC, i.id DESC`,
  ).all(participantId)
}

/** The intake that is not finished yet; the newest when there are more. */
export function findRunningIntake(db: ReadableDb, participantId: number): number | null {
  const row = prepared<[number], { id: number }>(
    db,
    'SELECT id FROM intake WHERE participant_id = ? AND finished_on IS NULL ORDER BY id DESC LIMIT 1',
  ).get(participantId)
  return row?.id ?? null
}

/** One intake with its talks and answers, these by the key of the question. */
export function findIntake(db: ReadableDb, id: number): Intake | null {
  const intake = prepared<[number], IntakeHead & { notes: string; stopped_at: string }>(
    db,
    `SELECT ${head}, i.notes, coalesce(p.question, '') AS stopped_at
       FROM intake i LEFT JOIN intake_place p ON p.intake_id = i.id WHERE i.id = ?`,
  ).get(id)
  if (intake === undefined) return null
  return { ...intake, answers: listAnswers(db, id), talks: listTalks(db, id) }
}

/** The request that the intake is about; null when there was none yet when it began. */
export function referralIdOf(db: ReadableDb, intakeId: number): number | null {
  const row = prepared<[number], { referral_id: number | null }>(
    db,
    'SELECT referral_id FROM intake WHERE id = ?',
  ).get(intakeId)
  return row?.referral_id ?? null
}

/** What was answered, by the key of the question. */
export function listAnswers(db: ReadableDb, intakeId: number): Answer[] {
  return prepared<[number], { question: string; value: string | null; no_answer: Answer['noAnswer'] }>(
    db,
    'SELECT question, value, no_answer FROM intake_answer WHERE intake_id = ? ORDER BY question',
  )
    .all(intakeId)
    .map(({ question, value, no_answer }) => ({
      question,
      value: value === null ? null : (JSON.parse(value) as Answer['value']),
      noAnswer: no_answer,
    }))
}

/** The talks of one intake, oldest first. */
export function listTalks(db: ReadableDb, intakeId: number): Talk[] {
  return prepared<[number], Talk>(
    db,
    `SELECT id, intake_id, ${talkColumns.join(', ')} FROM intake_talk WHERE intake_id = ? ORDER BY held_on, id`,
  ).all(intakeId)
}

export function findTalk(db: ReadableDb, id: number): Talk | null {
  const talk = prepared<[number], Talk>(
    db,
    `SELECT id, intake_id, ${talkColumns.join(', ')} FROM intake_talk WHERE id = ?`,
  ).get(id)
  return talk ?? null
}
