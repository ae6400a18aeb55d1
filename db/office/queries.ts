import type { Office, Staff } from '#core/api/app.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** The office's own details. There is always exactly one row once set-up is done. */
export function readOffice(db: ReadableDb): Office {
  const row = prepared(
    db,
    `SELECT name, tagline, street, house_number, postcode, city, phone, email, website, kvk, case_manager_word,
            language, letter_interval_weeks, letter_before_end_weeks, sensitive_words, no_contact_days, birthdays,
            letter_first_weeks, letter_review
       FROM office WHERE id = 1`,
  ).get() as
    (Omit<Office, 'birthdays' | 'letter_review'> & { birthdays: 0 | 1; letter_review: 0 | 1 }) | undefined
  if (row === undefined) throw new Error('The office row is missing')
  return { ...row, birthdays: row.birthdays === 1, letter_review: row.letter_review === 1 }
}

interface StaffRow extends Omit<Staff, 'active'> {
  active: number
}
const staffColumns = 'SELECT id, name, function_title, role, active FROM staff'
const staff = (row: StaffRow): Staff => ({ ...row, active: row.active === 1 })

/** Everybody who works or worked here; those who still do first, then by name. */
export function listStaff(db: ReadableDb): Staff[] {
  const rows = prepared(db, `${staffColumns} ORDER BY active DESC, name COLLATE NOCASE, id`).all()
  return (rows as StaffRow[]).map(staff)
}

export function findStaff(db: ReadableDb, id: number): Staff | null {
  const row = prepared(db, `${staffColumns} WHERE id = ?`).get(id) as StaffRow | undefined
  return row === undefined ? null : staff(row)
}

/** Days on which the workshop is closed, in order; `from` and `to` are included. */
export function listClosures(db: ReadableDb, from: string, to: string): { day: string; reason: string }[] {
  return prepared(db, 'SELECT day, reason FROM closure WHERE day BETWEEN ? AND ? ORDER BY day').all(
    from,
    to,
  ) as { day: string; reason: string }[]
}

/** Why the workshop is closed on this day; null when it is open. */
export function closureReason(db: ReadableDb, day: string): string | null {
  const row = prepared(db, 'SELECT reason FROM closure WHERE day = ?').get(day) as
    { reason: string } | undefined
  return row?.reason ?? null
}
