import type { Permission } from '#core/api/permissions.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, insertSql } from '../statements.ts'

type Given = Pick<Permission, 'participant_id' | 'kind' | 'given_on' | 'remark'>

const insert = insertSql('permission', ['participant_id', 'kind', 'given_on', 'remark'])

/** @returns the new id. @throws CommandError NOT_FOUND. */
export function givePermission(db: WritableDb, permission: Given): number {
  expectParticipant(db, permission.participant_id)
  return Number(prepared<[Given]>(db, insert).run(permission).lastInsertRowid)
}

/** It stays, with the day on which it ended. @throws CommandError NOT_FOUND. */
export function withdrawPermission(db: WritableDb, id: number, withdrawn_on: string): void {
  expectOne(
    prepared<[{ id: number; withdrawn_on: string }]>(
      db,
      'UPDATE permission SET withdrawn_on = @withdrawn_on WHERE id = @id',
    ).run({ id, withdrawn_on }),
  )
}
