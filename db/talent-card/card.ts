import type { TalentCard } from '#core/api/talent-card.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'

/** The card that somebody wrote in; null where it still follows the dossier. */
export function keptCard(db: ReadableDb, participantId: number): Partial<TalentCard> | null {
  const row = prepared<[number], { talent_card: string | null }>(
    db,
    'SELECT talent_card FROM participant WHERE id = ?',
  ).get(participantId)
  return row?.talent_card ? (JSON.parse(row.talent_card) as Partial<TalentCard>) : null
}

/** @throws CommandError NOT_FOUND. */
export function keepCard(db: WritableDb, participantId: number, card: TalentCard | null): void {
  expectOne(
    prepared(db, 'UPDATE participant SET talent_card = ? WHERE id = ?').run(
      card === null ? null : JSON.stringify(card),
      participantId,
    ),
  )
}

/** Since when employers may have it; null without a permission that holds. */
export function cardPermittedOn(db: ReadableDb, participantId: number): string | null {
  const row = prepared<[number], { given_on: string }>(
    db,
    `SELECT given_on FROM permission
      WHERE participant_id = ? AND kind = 'talent_card' AND withdrawn_on IS NULL ORDER BY given_on DESC LIMIT 1`,
  ).get(participantId)
  return row?.given_on ?? null
}

/** The numbers by which a municipality knows somebody. */
export function clientNumbers(db: ReadableDb, participantId: number): string[] {
  return prepared<[number], { client_number: string }>(
    db,
    `SELECT client_number FROM referral WHERE participant_id = ? AND client_number <> '' ORDER BY id`,
  )
    .all(participantId)
    .map((row) => row.client_number)
}
