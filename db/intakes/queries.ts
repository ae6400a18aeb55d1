import type { Answer, Intake } from '#core/api/people.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export type IntakeHead = Omit<Intake, 'answers' | 'notes'>

const head = 'id, participant_id, definition_version, staff_id, started_on, finished_on'

/** The intakes of one person, newest first, without what was said. */
export function listIntakes(db: ReadableDb, participantId: number): IntakeHead[] {
  return prepared<[number], IntakeHead>(
    db,
    `SELECT ${head} FROM intake WHERE participant_id = ? ORDER BY started_on DESC, id DESC`,
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

/** One intake with its answers, by the key of the question. */
export function findIntake(db: ReadableDb, id: number): Intake | null {
  const intake = prepared<[number], Omit<Intake, 'answers'>>(
    db,
    `SELECT ${head}, notes FROM intake WHERE id = ?`,
  ).get(id)
  if (intake === undefined) return null
  const answers = prepared<
    [number],
    { question: string; value: string | null; no_answer: Answer['noAnswer'] }
  >(db, 'SELECT question, value, no_answer FROM intake_answer WHERE intake_id = ? ORDER BY question').all(id)
  return {
    ...intake,
    answers: answers.map(({ question, value, no_answer }) => ({
      question,
      value: value === null ? null : (JSON.parse(value) as Answer['value']),
      noAnswer: no_answer,
    })),
  }
}
