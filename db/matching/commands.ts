import type { MatchChoice } from '#core/api/fields.ts'
import type { WritableDb } from '../database.ts'
import { findOpening } from '../openings/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { found, insertSql } from '../statements.ts'

export interface NewChoice {
  readonly participant_id: number
  readonly opening_id: number
  readonly choice: MatchChoice
  readonly reason: string
  readonly chosen_on: string
  readonly staff_id: number
}

const insert = insertSql('match_choice', [
  'participant_id',
  'opening_id',
  'choice',
  'reason',
  'chosen_on',
  'staff_id',
])

/** @returns the new id. @throws CommandError NOT_FOUND. */
export function addChoice(db: WritableDb, choice: NewChoice): number {
  expectParticipant(db, choice.participant_id)
  found(findOpening(db, choice.opening_id))
  return Number(prepared<[NewChoice]>(db, insert).run(choice).lastInsertRowid)
}
