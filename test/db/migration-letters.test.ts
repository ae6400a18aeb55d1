import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import Database from 'better-sqlite3'

/** A file as it was before letters of every kind. */
function fileOfVersion(version: number): Database.Database {
  const raw = new Database(':memory:')
  for (const step of migrations.filter((one) => one.version <= version)) raw.exec(step.sql)
  return raw
}

test('letters of before keep everything they had, and stay as fixed as they were', () => {
  const raw = fileOfVersion(6)
  raw.exec(`
    INSERT INTO staff (id, name, created_on) VALUES (1, 'Coach Test', '2026-01-05');
    INSERT INTO municipality (id, name) VALUES (1, 'Testdorp');
    INSERT INTO case_manager (id, municipality_id, surname) VALUES (1, 1, 'Proef');
    INSERT INTO participant (id, surname, name_fold, name_key, sort_key, created_on)
      VALUES (1, 'Testpersoon', 'testpersoon', 'testpersoon', 'testpersoon', '2026-01-05');
    INSERT INTO referral (id, participant_id, case_manager_id, referred_on, kind) VALUES (1, 1, 1, '2026-01-05', 'months_3');
    INSERT INTO trajectory (id, participant_id, referral_id, coach_id, months, starts_on, planned_end_on)
      VALUES (1, 1, 1, 1, 3, '2026-02-02', '2026-05-01');
    INSERT INTO ready_signal (id, participant_id, signalled_on, told_by, staff_id) VALUES (1, 1, '2026-03-02', 'coach', 1);
    INSERT INTO letter (id, kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from, period_to, dated_on,
                        draft, state, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how)
      VALUES (7, 'progress', 1, 1, 1, 1, '2026-02-02', '2026-03-06', '2026-03-09', '{"a":1}', 'sent', '2026-0001', '{"b":2}',
              x'25504446', 'hash', '2026-03-09T10:00:00Z', '2026-03-10', 'post');
    INSERT INTO letter (id, kind, participant_id, trajectory_id, signal_id, case_manager_id, staff_id, period_from, period_to,
                        dated_on, draft)
      VALUES (9, 'ready_for_work', 1, 1, 1, 1, 1, '2026-03-02', '2026-03-02', '2026-03-02', '{}');
  `)
  const before = raw.prepare('SELECT * FROM letter ORDER BY id').all() as Record<string, unknown>[]
  raw.exec(migrations.find((one) => one.version === 7)?.sql ?? '')
  const after = raw.prepare('SELECT * FROM letter ORDER BY id').all() as Record<string, unknown>[]
  expect(after).toHaveLength(2)
  for (const [index, old] of before.entries()) expect(after[index]).toMatchObject(old)
  expect(after.map((row) => [row['placement_id'], row['layout'], row['replaces_id'], row['pages']])).toEqual([
    [null, null, null, null],
    [null, null, null, null],
  ])
  expect(raw.pragma('foreign_key_check')).toEqual([])
  expect(() => raw.exec("UPDATE letter SET pdf = x'00' WHERE id = 7")).toThrow('letter is final')
  expect(() => raw.exec('UPDATE letter SET replaces_id = 9 WHERE id = 7')).toThrow('letter is final')
  expect(() => raw.exec('DELETE FROM letter WHERE id = 7')).toThrow('letter is final')
  raw.close()
})

test('about nobody are only results, and what is with a colleague has no number yet', () => {
  const raw = fileOfVersion(7)
  raw.exec(`INSERT INTO staff (id, name, created_on) VALUES (1, 'Coach Test', '2026-01-05')`)
  const insert = (kind: string, state: string) =>
    raw
      .prepare(
        `INSERT INTO letter (kind, staff_id, period_from, period_to, dated_on, draft, state, asked_on)
         VALUES (?, 1, '2026-01-01', '2026-03-31', '2026-04-01', '{}', ?, '2026-04-01')`,
      )
      .run(kind, state)
  expect(() => insert('invitation', 'draft')).toThrow('CHECK')
  expect(() => insert('results', 'final')).toThrow('CHECK')
  expect(() => insert('results', 'withdrawn')).toThrow('CHECK')
  expect(insert('results', 'review').changes).toBe(1)
  raw.close()
})
