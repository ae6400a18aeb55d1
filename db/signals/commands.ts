import type { Signal } from '#core/api/signals.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { expectParticipant } from '../participants/queries.ts'
import { findPlacement } from '../placements/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql } from '../statements.ts'
import { findSignal, hasFinalLetter } from './queries.ts'

const fields = ['placement_id', 'signalled_on', 'told_by', 'body'] as const
type Fields = Pick<Signal, (typeof fields)[number]>

const insert = insertSql('ready_signal', ['participant_id', ...fields, 'staff_id'])
const update = updateSql('ready_signal', fields)

/** @returns the new id. @throws CommandError NOT_FOUND, also for a placement of somebody else. */
export function createSignal(
  db: WritableDb,
  signal: Fields & { participant_id: number; staff_id: number },
): number {
  expectParticipant(db, signal.participant_id)
  expectPlacement(db, signal.placement_id, signal.participant_id)
  return Number(prepared(db, insert).run({ ...signal }).lastInsertRowid)
}

/** @throws CommandError NOT_FOUND; LETTER_FINAL when a letter about it was finalised. */
export function saveSignal(db: WritableDb, signal: Fields & { id: number }): void {
  const { participant_id } = found(findSignal(db, signal.id))
  mustBeFree(db, signal.id)
  expectPlacement(db, signal.placement_id, participant_id)
  expectOne(prepared(db, update).run({ ...signal }))
}

/** With the draft of its letter. @throws CommandError NOT_FOUND; LETTER_FINAL when a letter about it was finalised. */
export function removeSignal(db: WritableDb, id: number): void {
  mustBeFree(db, id)
  prepared<[number]>(db, 'DELETE FROM letter WHERE signal_id = ?').run(id)
  expectOne(prepared<[number]>(db, 'DELETE FROM ready_signal WHERE id = ?').run(id))
}

function mustBeFree(db: WritableDb, id: number): void {
  if (hasFinalLetter(db, id)) throw new CommandError('LETTER_FINAL')
}

function expectPlacement(db: WritableDb, placementId: number | null, participantId: number): void {
  if (placementId !== null && found(findPlacement(db, placementId)).participant_id !== participantId)
    throw new CommandError('NOT_FOUND')
}
