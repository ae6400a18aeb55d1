import type { Attachment } from '#core/api/attachments.ts'
import { fold } from '#core/names/fold.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, insertSql } from '../statements.ts'

type NewAttachment = Pick<Attachment, 'participant_id' | 'name' | 'type' | 'added_on'> & {
  staff_id: number
  sha256: string
  bytes: Uint8Array
}

const insert = insertSql('attachment', [
  'participant_id',
  'name',
  'name_fold',
  'type',
  'size',
  'sha256',
  'added_on',
  'staff_id',
])

/** @returns the new id. @throws CommandError NOT_FOUND when there is no such person. */
export function addAttachment(db: WritableDb, { bytes, ...row }: NewAttachment): number {
  expectParticipant(db, row.participant_id)
  prepared(db, 'INSERT INTO attachment_file (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    row.sha256,
    bytes,
  )
  return Number(
    prepared(db, insert).run({ ...row, name_fold: fold(row.name), size: bytes.length }).lastInsertRowid,
  )
}

/** @throws CommandError NOT_FOUND. */
export function renameAttachment(db: WritableDb, id: number, name: string): void {
  expectOne(
    prepared(
      db,
      'UPDATE attachment SET name = @name, name_fold = @fold WHERE id = @id AND removed_on IS NULL',
    ).run({ id, name, fold: fold(name) }),
  )
}

/** Out of the lists; the file itself stays. @throws CommandError NOT_FOUND. */
export function removeAttachment(db: WritableDb, id: number, removed_on: string): void {
  expectOne(
    prepared(db, 'UPDATE attachment SET removed_on = @removed_on WHERE id = @id AND removed_on IS NULL').run({
      id,
      removed_on,
    }),
  )
}
