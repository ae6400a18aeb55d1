import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne } from '../statements.ts'
import type { LetterheadRow, Picture } from './queries.ts'

/** A picture that is there already is not stored again. @returns its id. */
function keepPicture(db: WritableDb, picture: Picture & { sha256: string }): number {
  prepared<[typeof picture]>(
    db,
    'INSERT INTO picture (type, bytes, sha256) VALUES (@type, @bytes, @sha256) ON CONFLICT (sha256) DO NOTHING',
  ).run(picture)
  const row = prepared<[string], { id: number }>(db, 'SELECT id FROM picture WHERE sha256 = ?').get(
    picture.sha256,
  )
  if (row === undefined) throw new Error('The picture was not stored')
  return row.id
}

/** All but the logo itself. */
export function saveLetterhead(db: WritableDb, row: Omit<LetterheadRow, 'logo_sha256'>): void {
  prepared<[typeof row]>(
    db,
    `INSERT INTO letterhead (id, logo_name, logo_height, accent, window_side, window_x, window_y)
     VALUES (1, @logo_name, @logo_height, @accent, @window_side, @window_x, @window_y)
     ON CONFLICT (id) DO UPDATE SET logo_name = excluded.logo_name, logo_height = excluded.logo_height,
       accent = excluded.accent, window_side = excluded.window_side, window_x = excluded.window_x,
       window_y = excluded.window_y`,
  ).run(row)
}

/** Null takes the logo off. The picture itself stays, for the letters that have it. */
export function setLogo(db: WritableDb, picture: (Picture & { sha256: string }) | null): void {
  prepared<[number | null]>(
    db,
    'INSERT INTO letterhead (id, logo_id) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET logo_id = excluded.logo_id',
  ).run(picture === null ? null : keepPicture(db, picture))
}

/** The signature of a member of staff, who permitted it on this day. */
export function setSignature(
  db: WritableDb,
  staffId: number,
  picture: Picture & { sha256: string },
  permittedOn: string,
): void {
  prepared<[number, number, string]>(
    db,
    `INSERT INTO signature (staff_id, picture_id, permitted_on) VALUES (?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET picture_id = excluded.picture_id, permitted_on = excluded.permitted_on`,
  ).run(staffId, keepPicture(db, picture), permittedOn)
}

/** @throws CommandError NOT_FOUND when there is none. */
export function removeSignature(db: WritableDb, staffId: number): void {
  expectOne(prepared<[number]>(db, 'DELETE FROM signature WHERE staff_id = ?').run(staffId))
}
