import type { Placement } from '#core/api/places.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { findOpening } from '../openings/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql } from '../statements.ts'
import { setWeekParts } from '../week-parts.ts'
import { isTrajectoryOf } from './queries.ts'
import { placementFields } from './rows.ts'

const insert = insertSql('placement', ['participant_id', ...placementFields])
const update = updateSql('placement', placementFields)

/** @throws CommandError NOT_FOUND when person, opening or trajectory do not exist. @returns the new id. */
export function createPlacement(db: WritableDb, placement: Omit<Placement, 'id'>): number {
  expectParticipant(db, placement.participant_id)
  expectReferences(db, placement)
  const { parts, ...row } = placement
  const { lastInsertRowid } = prepared(db, insert).run({ ...row, understood: flag(row.understood) })
  const id = Number(lastInsertRowid)
  setWeekParts(db, 'placement', id, parts)
  return id
}

/** Writes the whole placement; the person stays the same. @throws CommandError NOT_FOUND. */
export function savePlacement(db: WritableDb, placement: Placement): void {
  expectReferences(db, placement)
  const { parts, ...row } = placement
  expectOne(prepared(db, update).run({ ...row, understood: flag(row.understood) }))
  setWeekParts(db, 'placement', placement.id, parts)
}

function expectReferences(db: WritableDb, placement: Omit<Placement, 'id'>): void {
  found(findOpening(db, placement.opening_id))
  const { trajectory_id, participant_id } = placement
  if (trajectory_id !== null && !isTrajectoryOf(db, trajectory_id, participant_id))
    throw new CommandError('NOT_FOUND')
}
