import type { WeekPart } from '#core/api/fields.ts'
import type { Placement } from '#core/api/places.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { findOpening } from '../openings/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql } from '../statements.ts'
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
  setParts(db, id, parts)
  return id
}

/** Writes the whole placement; the person stays the same. @throws CommandError NOT_FOUND. */
export function savePlacement(db: WritableDb, placement: Placement): void {
  expectReferences(db, placement)
  const { parts, ...row } = placement
  expectOne(prepared(db, update).run({ ...row, understood: flag(row.understood) }))
  setParts(db, placement.id, parts)
}

/** These half-days and no others; what stays is not touched, so that the history says what changed. */
function setParts(db: WritableDb, placementId: number, parts: readonly WeekPart[]): void {
  const kept = { placementId, parts: JSON.stringify(parts) }
  prepared<[typeof kept]>(
    db,
    `DELETE FROM placement_part WHERE placement_id = @placementId AND NOT EXISTS (SELECT 1 FROM json_each(@parts) j
       WHERE j.value ->> 'weekday' = placement_part.weekday AND j.value ->> 'part' = placement_part.part)`,
  ).run(kept)
  const add = prepared<[WeekPart & { placementId: number }]>(
    db,
    `INSERT INTO placement_part (placement_id, weekday, part) VALUES (@placementId, @weekday, @part)
     ON CONFLICT DO NOTHING`,
  )
  for (const { weekday, part } of parts) add.run({ placementId, weekday, part })
}

function expectReferences(db: WritableDb, placement: Omit<Placement, 'id'>): void {
  found(findOpening(db, placement.opening_id))
  const { trajectory_id, participant_id } = placement
  if (trajectory_id !== null && !isTrajectoryOf(db, trajectory_id, participant_id))
    throw new CommandError('NOT_FOUND')
}
