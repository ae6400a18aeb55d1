import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReadableDb, WritableDb } from '#db/database.ts'
import { runCommand, undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { closeDb, openCopy, openLive } from '#db/open.ts'
import { all, at, run } from './office-file.ts'

/** The file of schema 2: one participant with a trajectory, an intake, a goal that was reached and a letter that was sent. */
const fixture = join(import.meta.dirname, '..', 'fixtures', 'databases', 'schema-2.db')
const key = Buffer.alloc(32, 7)
const kept = [
  'SELECT * FROM attendance_month',
  'SELECT surname, prefix, birth_date, sort_key FROM participant',
  'SELECT id, description, state, remark, position FROM goal',
  'SELECT * FROM trajectory_extension',
  'SELECT id, participant_id, started_on, finished_on, notes, definition_version FROM intake',
  'SELECT id, number, state, hex(pdf) AS pdf, facts, draft, trajectory_id, sent_on FROM letter',
  'SELECT body FROM contact_note',
  'SELECT title FROM task',
]
const read = (db: ReadableDb) => kept.map((sql) => all(db as WritableDb, sql))

let folder: string
let before: unknown[][]
let db: WritableDb
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trajectboek-schema-2-'))
  const file = join(folder, 'live.db')
  copyFileSync(fixture, file)
  const copy = openCopy({ file, key })
  expect(copy.schemaVersion).toBe(2)
  before = read(copy)
  copy.close()
  db = openLive({ file, key })
})
afterAll(() => {
  closeDb(db)
  rmSync(folder, { recursive: true })
})

test('nothing of an older file is lost, and its history stays whole', () => {
  expect(before.slice(1).every((rows) => rows.length === 1)).toBe(true)
  expect(read(db)).toEqual(before)
  expect(verifyHistory(db).whole).toBe(true)
})

test('what an older file did not know has a meaning that changes nothing', () => {
  expect(all(db, 'SELECT form_id, follows_id FROM intake')).toEqual([{ form_id: null, follows_id: null }])
  expect(all(db, 'SELECT prefix_capital, merged_into, talent_card FROM participant')).toEqual([
    { prefix_capital: 0, merged_into: null, talent_card: null },
  ])
  expect(all(db, 'SELECT state_on FROM goal')).toEqual([{ state_on: null }])
  expect(all(db, 'SELECT kind, intake_id FROM letter')).toEqual([{ kind: 'progress', intake_id: null }])
  expect(
    all(
      db,
      'SELECT p.phase = t.phase AND p.since = t.starts_on AS same FROM trajectory_phase p JOIN trajectory t',
    ),
  ).toEqual([{ same: 1 }])
})

test('the tables that were made anew keep their rules and their history', () => {
  expect(() => command('UPDATE letter SET facts = ?', '{}x')).toThrow('LETTER_FINAL')
  expect(() => command(`UPDATE letter SET dated_on = '2026-01-01'`)).toThrow('LETTER_FINAL')
  expect(() => command('DELETE FROM letter')).toThrow('LETTER_FINAL')
  expect(() => command(`UPDATE goal SET state = 'perhaps'`)).toThrow('CHECK')
  command(`UPDATE goal SET state = 'partly', state_on = '2026-11-18'`)
  command('UPDATE trajectory_extension SET new_end_on = ?', '2026-10-01')
  undoChangeSet(db, { staffId: null, at })
  undoChangeSet(db, { staffId: null, at })
  expect(read(db)).toEqual(before)
  expect(verifyHistory(db).whole).toBe(true)
})

function command(sql: string, ...values: string[]): void {
  runCommand(db, { command: 'test.change', staffId: null, at }, () => run(db, sql, ...values))
}
