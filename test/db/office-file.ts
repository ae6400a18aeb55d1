import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { WritableDb } from '#db/database.ts'
import { nodeFiles } from '#db/file-ops.ts'
import type { FileOps } from '#db/file-ops.ts'
import { runCommand } from '#db/history/commands.ts'
import { dataKey, keyId, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { closeDb } from '#db/open.ts'
import { prepared } from '#db/prepare.ts'
import { newOffice } from '../builders/new-office.ts'

/** Real encrypted files in a folder of their own, for the tests of the engine. */
export const code = newRecoveryCode(() => Buffer.alloc(16, 7))
export const key = dataKey(code)
export const otherKey = dataKey(newRecoveryCode(() => Buffer.alloc(16, 9)))
export const at = '2026-11-18T09:00:00Z'
export const meta = {
  dbUuid: '00000000-0000-4000-8000-000000000001',
  keyId: keyId(code),
  createdAt: at,
  appVersion: '0.1.0',
  practice: true,
}

/** A folder that is gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'office Zoë & Co-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new office with its path; closed after the test. */
export function anOffice(folder = aFolder()): { db: WritableDb; file: string; folder: string } {
  const file = join(folder, 'live.db')
  const db = newOffice({ file, key, meta })
  onTestFinished(() => closeDb(db))
  return { db, file, folder }
}

/** One command by nobody. */
export function command<T>(db: WritableDb, fn: () => T, name = 'test'): { result: T; changeSetId: number } {
  const { result, changeSetId } = runCommand(db, { command: name, staffId: null, at }, fn)
  if (changeSetId === null) throw new Error('the command changed nothing')
  return { result, changeSetId }
}

export function run(db: WritableDb, sql: string, ...params: unknown[]): number {
  return Number(prepared<unknown[]>(db, sql).run(...params).lastInsertRowid)
}

export function all(db: WritableDb, sql: string, ...params: unknown[]): Record<string, unknown>[] {
  return prepared<unknown[], Record<string, unknown>>(db, sql).all(...params)
}

export function addParticipant(db: WritableDb, name: string): number {
  return run(
    db,
    `INSERT INTO participant (call_name, created_on, name_fold, name_key, sort_key)
     VALUES (?, '2026-11-18', '', '', '')`,
    name,
  )
}

/** A letter that is not numbered yet, with the people that it needs. */
export function addDraftLetter(db: WritableDb): number {
  const municipality = run(db, `INSERT INTO municipality (name) VALUES ('Testgemeente')`)
  const manager = run(
    db,
    `INSERT INTO case_manager (municipality_id, surname) VALUES (?, 'Voorbeeld')`,
    municipality,
  )
  const staff = run(db, `INSERT INTO staff (name, created_on) VALUES ('Medewerker Een', '2026-01-01')`)
  const participant = addParticipant(db, 'Testpersoon Brief')
  const referral = run(
    db,
    `INSERT INTO referral (participant_id, case_manager_id, referred_on, kind)
     VALUES (?, ?, '2026-06-01', 'months_6')`,
    participant,
    manager,
  )
  const trajectory = run(
    db,
    `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on)
     VALUES (?, ?, ?, 6, '2026-07-01', '2026-12-31')`,
    participant,
    referral,
    staff,
  )
  return run(
    db,
    `INSERT INTO letter (kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from,
                         period_to, dated_on, draft)
     VALUES ('progress', ?, ?, ?, ?, '2026-07-01', '2026-08-31', '2026-09-01', '{}')`,
    participant,
    trajectory,
    manager,
    staff,
  )
}

export function finalise(db: WritableDb, letter: number): void {
  run(
    db,
    `UPDATE letter SET state = 'final', number = '2026-0001', facts = '{}', pdf = ?, pdf_sha256 = 'x',
                       finalised_at = ? WHERE id = ?`,
    Buffer.from('%PDF-test'),
    at,
    letter,
  )
}

/** The error's code, or what the call returned. */
export function codeFrom(fn: () => unknown): unknown {
  try {
    return fn()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code
    throw error
  }
}

/** Names of the files in the folder in which the text stands in the clear. */
export function filesWith(folder: string, marker: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker))
}

/** The file system, of which the `failing`-th call (from 1) throws `error`; counts on in `calls`. */
export function failingFiles(
  failing: number,
  error: string,
): { ops: FileOps; calls: () => number; names: string[] } {
  let count = 0
  const names: string[] = []
  const ops = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, call]) => [
      name,
      (...args: never[]) => {
        count += 1
        names.push(name)
        if (count === failing) throw Object.assign(new Error(error), { code: error })
        return (call as (...a: never[]) => unknown)(...args)
      },
    ]),
  ) as unknown as FileOps
  return { ops, calls: () => count, names }
}
