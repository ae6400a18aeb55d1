import type { Office, Staff } from '#core/api/app.ts'
import type { WritableDb } from '../database.ts'
import { CommandError } from '../errors.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag } from '../statements.ts'
import { readOffice } from './queries.ts'

/** Some of the columns, as the contract's partial inputs have them: `undefined` is "not given". */
type Given<T> = { [K in keyof T]?: T[K] | undefined }

/** The office row; once, when the database is made. What is not given has the schema's default. */
export function createOffice(db: WritableDb, office: Given<Office> & { name: string }): void {
  prepared(db, 'INSERT INTO office (id, name) VALUES (1, ?)').run(office.name)
  saveOffice(db, office)
}

/** Changes the details that are given and leaves the others as they are. */
export function saveOffice(db: WritableDb, fields: Given<Office>): void {
  const office = { ...readOffice(db), ...given(fields) }
  const { changes } = prepared(
    db,
    `UPDATE office SET
       name = @name, tagline = @tagline, street = @street, house_number = @house_number, postcode = @postcode,
       city = @city, phone = @phone, email = @email, website = @website, kvk = @kvk,
       case_manager_word = @case_manager_word, language = @language,
       letter_interval_weeks = @letter_interval_weeks, letter_before_end_weeks = @letter_before_end_weeks,
       letter_first_weeks = @letter_first_weeks, letter_review = @letter_review,
       sensitive_words = @sensitive_words, no_contact_days = @no_contact_days, birthdays = @birthdays
     WHERE id = 1`,
  ).run({
    ...office,
    birthdays: flag(office.birthdays === true),
    letter_review: flag(office.letter_review === true),
  })
  if (changes !== 1) throw new Error('The office row is missing')
}

/** Spreading `undefined` over a row would store NULL. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}

/** @param createdOn the office's day. @returns the id of the new member of staff. */
export function createStaff(db: WritableDb, staff: Omit<Staff, 'id' | 'active'>, createdOn: string): number {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO staff (name, function_title, role, created_on) VALUES (@name, @function_title, @role, @createdOn)',
  ).run({ name: staff.name, function_title: staff.function_title, role: staff.role, createdOn })
  return Number(lastInsertRowid)
}

/** Whether somebody works here. Who left stays in the list: letters and notes are theirs. @throws CommandError NOT_FOUND. */
export function setActive(db: WritableDb, id: number, active: boolean): void {
  expectOne(prepared(db, 'UPDATE staff SET active = ? WHERE id = ?').run(flag(active), id))
}

/** @throws CommandError NOT_FOUND. */
export function setRole(db: WritableDb, id: number, role: Staff['role']): void {
  expectOne(prepared(db, 'UPDATE staff SET role = ? WHERE id = ?').run(role, id))
}

/** The list of skills that are measured, in this order. Names are unique. */
export function createSkills(db: WritableDb, names: readonly string[]): void {
  const insert = prepared(db, 'INSERT INTO skill (name, position) VALUES (?, ?)')
  names.forEach((name, index) => insert.run(name, index + 1))
}

/** Closes the workshop on this day; a day that was closed already gets the new reason. */
export function putClosure(db: WritableDb, day: string, reason: string): void {
  prepared(
    db,
    'INSERT INTO closure (day, reason) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET reason = excluded.reason',
  ).run(day, reason)
}

/** @throws CommandError NOT_FOUND when the workshop was not closed that day. */
export function removeClosure(db: WritableDb, day: string): void {
  const { changes } = prepared(db, 'DELETE FROM closure WHERE day = ?').run(day)
  if (changes !== 1) throw new CommandError('NOT_FOUND')
}
