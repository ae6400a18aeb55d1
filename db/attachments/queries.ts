import type { Attachment } from '#core/api/attachments.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

const columns = 'a.id, a.participant_id, a.name, a.type, a.size, a.added_on, s.name AS staffName'

/** The files in a dossier, newest first; not what was removed. */
export function listAttachments(db: ReadableDb, participantId: number): Attachment[] {
  return prepared<[number], Attachment>(
    db,
    `SELECT ${columns} FROM attachment a JOIN staff s ON s.id = a.staff_id
      WHERE a.participant_id = ? AND a.removed_on IS NULL ORDER BY a.added_on DESC, a.id DESC`,
  ).all(participantId)
}

/** Null when it is not there, or was removed. */
export function findAttachment(db: ReadableDb, id: number): Attachment | null {
  return (
    prepared<[number], Attachment>(
      db,
      `SELECT ${columns} FROM attachment a JOIN staff s ON s.id = a.staff_id
        WHERE a.id = ? AND a.removed_on IS NULL`,
    ).get(id) ?? null
  )
}

/** The same bytes in the same dossier. */
export function sameFile(db: ReadableDb, participantId: number, sha256: string): Attachment | null {
  return (
    prepared<[number, string], Attachment>(
      db,
      `SELECT ${columns} FROM attachment a JOIN staff s ON s.id = a.staff_id
        WHERE a.participant_id = ? AND a.sha256 = ? AND a.removed_on IS NULL`,
    ).get(participantId, sha256) ?? null
  )
}

/** What is in the file; null like `findAttachment`. */
export function fileBytes(db: ReadableDb, id: number): Buffer | null {
  const row = prepared<[number], { bytes: Buffer }>(
    db,
    `SELECT f.bytes FROM attachment a JOIN attachment_file f ON f.sha256 = a.sha256
      WHERE a.id = ? AND a.removed_on IS NULL`,
  ).get(id)
  return row?.bytes ?? null
}
