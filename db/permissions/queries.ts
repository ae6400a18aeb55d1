import type { Permission } from '#core/api/permissions.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const columns = 'id, participant_id, kind, given_on, withdrawn_on, remark'

/** Everything that somebody ever agreed to; newest first within a kind. */
export function listPermissions(db: ReadableDb, participantId: number): Permission[] {
  return prepared<[number], Permission>(
    db,
    `SELECT ${columns} FROM permission WHERE participant_id = ? ORDER BY kind, given_on DESC, id DESC`,
  ).all(participantId)
}

export function findPermission(db: ReadableDb, id: number): Permission | null {
  return prepared<[number], Permission>(db, `SELECT ${columns} FROM permission WHERE id = ?`).get(id) ?? null
}
