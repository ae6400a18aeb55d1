import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface Picture {
  type: 'png' | 'svg'
  bytes: Uint8Array
}

/** Pictures are found by what is in them: their row never changes. */
export function pictureBySha(db: ReadableDb, sha256: string): Picture | undefined {
  return prepared<[string], Picture>(db, 'SELECT type, bytes FROM picture WHERE sha256 = ?').get(sha256)
}

export interface LetterheadRow {
  /** Null: no logo. */
  logo_sha256: string | null
  logo_name: string
  /** Tenths of a millimetre, as the two below. */
  logo_height: number
  /** `#RRGGBB`; '' for the program's own ink. */
  accent: string
  window_side: 'left' | 'right'
  window_x: number
  window_y: number
}

/** Undefined while nobody changed anything. */
export function readLetterhead(db: ReadableDb): LetterheadRow | undefined {
  return prepared<[], LetterheadRow>(
    db,
    `SELECT p.sha256 AS logo_sha256, h.logo_name, h.logo_height, h.accent, h.window_side, h.window_x, h.window_y
     FROM letterhead h LEFT JOIN picture p ON p.id = h.logo_id WHERE h.id = 1`,
  ).get()
}

export interface SignatureRow {
  sha256: string
  permitted_on: string
}

/** Of somebody who works here; undefined where there is none. */
export function signatureOf(db: ReadableDb, staffId: number): SignatureRow | undefined {
  return prepared<[number], SignatureRow>(
    db,
    `SELECT p.sha256, s.permitted_on FROM signature s JOIN picture p ON p.id = s.picture_id
     JOIN staff f ON f.id = s.staff_id WHERE s.staff_id = ? AND f.active = 1`,
  ).get(staffId)
}

/** Who gave one, by name. */
export function listSignatures(db: ReadableDb): { name: string; permitted_on: string }[] {
  return prepared<[], { name: string; permitted_on: string }>(
    db,
    `SELECT f.name, s.permitted_on FROM signature s JOIN staff f ON f.id = s.staff_id
     WHERE f.active = 1 ORDER BY f.name COLLATE NOCASE, f.id`,
  ).all()
}
