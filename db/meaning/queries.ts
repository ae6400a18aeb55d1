import type { Meaning } from '#core/api/meaning.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** The question of the intake that asks it: core/intake. */
const question = 'energy'

/** What gives this person energy: at the intake, and at each place that began. */
export function meaningOf(db: ReadableDb, participantId: number): Meaning {
  const answer = prepared<[string, number], { on: string; value: string }>(
    db,
    `SELECT coalesce(i.finished_on, i.started_on) AS "on", a.value
       FROM intake i JOIN intake_answer a ON a.intake_id = i.id AND a.question = ?
      WHERE i.participant_id = ? AND a.value IS NOT NULL ORDER BY i.started_on DESC, i.id DESC LIMIT 1`,
  ).get(question, participantId)
  const said: unknown = answer === undefined ? null : JSON.parse(answer.value)
  return {
    intake:
      answer !== undefined && typeof said === 'string' && said.trim() !== ''
        ? { on: answer.on, energy: said.trim() }
        : null,
    places: prepared<[number], Meaning['places'][number]>(
      db,
      `SELECT l.id, h.name AS hostName, o.title, l.starts_on, l.ended_on, l.energy, l.meaningful, l.own_opinion
         FROM placement l JOIN opening o ON o.id = l.opening_id JOIN host h ON h.id = o.host_id
        WHERE l.participant_id = ? AND l.stage IN ('trial', 'placed', 'ended') AND l.starts_on IS NOT NULL
        ORDER BY l.starts_on DESC, l.id DESC`,
    ).all(participantId),
  }
}
