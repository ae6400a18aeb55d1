import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendAudit, verifyAudit, type AuditEntry } from '#db/audit/chain.ts'
import { listAudit } from '#db/audit/queries.ts'
import { connection, type WritableDb } from '#db/database.ts'
import { undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { closeDb, openCopy, openLive, readMeta } from '#db/open.ts'
import { aFolder, addParticipant, all, anOffice, at, command, run } from '../db/office-file.ts'

const entry = (n: number): AuditEntry => ({
  at,
  staffId: (n % 3) + 1,
  action: n % 2 === 0 ? 'view' : 'print',
  what: `what.${n}`,
  participantId: n % 4 === 0 ? null : n,
})
const columns = [
  'at',
  'staff_id',
  'action',
  'what',
  'participant_id',
  'after_set',
  'prev_hash',
  'hash',
] as const
const rows = 12

/** What somebody does with another tool, who has the key. Taken back afterwards. */
function tampered<T>(db: WritableDb, sql: string, params: unknown[], look: () => T): T {
  const raw = connection(db)
  raw.exec('BEGIN')
  try {
    raw.prepare(sql).run(...params)
    return look()
  } finally {
    raw.exec('ROLLBACK')
  }
}

describe('the chain of who looked', () => {
  function anAudit(): WritableDb {
    const { db } = anOffice()
    for (let n = 1; n <= rows; n += 1) {
      if (n % 5 === 0) command(db, () => addParticipant(db, `Testpersoon ${n}`))
      appendAudit(db, [entry(n)])
    }
    return db
  }

  test('is whole as it was written', () => {
    const db = anAudit()
    expect(verifyAudit(db)).toEqual({ whole: true, rows })
    expect(verifyHistory(db)).toEqual({ whole: true, changeSets: 2 })
    expect(all(db, `SELECT count(*) AS n FROM change WHERE table_name = 'audit'`)).toEqual([{ n: 0 }])
  })

  test('shows and names any row that was altered', () => {
    const db = anAudit()
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: rows }),
        fc.constantFrom(...columns),
        fc.nat(99),
        (id, column, n) => {
          const value = ['staff_id', 'participant_id', 'after_set'].includes(column)
            ? 1000 + n
            : column === 'action'
              ? 'export'
              : `x${n}`
          const sql = `UPDATE audit SET ${column} = ? WHERE id = ?`
          expect(tampered(db, sql, [value, id], () => verifyAudit(db))).toMatchObject({ whole: false, id })
        },
      ),
      { numRuns: 300 },
    )
    const nulled = tampered(db, 'UPDATE audit SET participant_id = NULL WHERE id = 3', [], () =>
      verifyAudit(db),
    )
    expect(nulled).toMatchObject({ whole: false, id: 3 })
    expect(verifyAudit(db).whole).toBe(true)
  })

  test('shows and names any row that was taken out, also the last ones', () => {
    const db = anAudit()
    for (let id = 1; id <= rows; id += 1) {
      const one = tampered(db, 'DELETE FROM audit WHERE id = ?', [id], () => verifyAudit(db))
      expect(one).toMatchObject({ whole: false, id })
      const rest = tampered(db, 'DELETE FROM audit WHERE id >= ?', [id], () => verifyAudit(db))
      expect(rest).toMatchObject({ whole: false, id })
    }
    const renumbered = tampered(db, 'UPDATE audit SET id = id - 100 WHERE id = 1', [], () => verifyAudit(db))
    expect(renumbered.whole).toBe(false)
    const swapped = tampered(
      db,
      'UPDATE audit SET what = CASE id WHEN 4 THEN (SELECT what FROM audit WHERE id = 5) ELSE what END WHERE id IN (4, 5)',
      [],
      () => verifyAudit(db),
    )
    expect(swapped).toMatchObject({ whole: false, id: 4 })
  })

  test('shows a row that was added', () => {
    const db = anAudit()
    const sql = `INSERT INTO audit SELECT id + 1, at, staff_id, action, what, participant_id, after_set, hash, hash
                 FROM audit ORDER BY id DESC LIMIT 1`
    expect(tampered(db, sql, [], () => verifyAudit(db))).toMatchObject({ whole: false, id: rows + 1 })
  })

  test('adds all rows or none, and never inside a command', () => {
    const db = anAudit()
    const wrong = { ...entry(1), action: 'looked' as never }
    expect(() => appendAudit(db, [entry(1), wrong])).toThrow(/CHECK/)
    expect(verifyAudit(db)).toEqual({ whole: true, rows })
    expect(() => command(db, () => appendAudit(db, [entry(1)]))).toThrow('inside another')
    expect(verifyAudit(db)).toEqual({ whole: true, rows })
  })
})

describe('the list of both chains', () => {
  test('gives each row once, newest first, whatever the clock said and however it is paged', () => {
    const { db } = anOffice()
    const wanted: string[] = []
    let n = 0
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        (steps, limit) => {
          for (const isChange of steps) {
            n += 1
            const when = `2026-11-${String(28 - (n % 28)).padStart(2, '0')}T09:00:00Z`
            if (isChange) commandBy(db, 1, `c.${n}`, when)
            else appendAudit(db, [{ ...entry(n), at: when, what: `c.${n}` }])
            wanted.unshift(`c.${n}`)
          }
          const seen: string[] = []
          let before: number | null = null
          for (;;) {
            const page = listAudit(db, { before, participantId: null, limit })
            seen.push(...page.map(({ what }) => what))
            if (page.length < limit) break
            before = page.at(-1)?.position ?? null
          }
          expect(seen).toEqual(wanted)
        },
      ),
      { numRuns: 25 },
    )
  })

  function commandBy(db: WritableDb, staffId: number, name: string, when: string): number {
    // Straight to the history, with a member of staff, which `command` has not.
    const result = command(db, () => addParticipant(db, name), name)
    connection(db)
      .prepare('UPDATE change_set SET staff_id = ?, at = ? WHERE id = ?')
      .run(staffId, when, result.changeSetId)
    return result.result
  }

  test('names whose dossier a change was, also through what hangs on it', () => {
    const { db } = anOffice()
    const person = commandBy(db, 1, 'participants.create', at)
    const other = commandBy(db, 1, 'participants.create', at)
    const changes: [string, () => unknown][] = [
      ['tasks.create', () => run(db, `INSERT INTO task (participant_id, title) VALUES (?, 'x')`, person)],
      ['participants.save', () => run(db, `UPDATE participant SET city = 'Lindwijk' WHERE id = ?`, person)],
      [
        'tasks.two',
        () => run(db, `INSERT INTO task (participant_id, title) VALUES (?, 'y'), (?, 'z')`, person, other),
      ],
      ['closure', () => run(db, `INSERT INTO closure (day, reason) VALUES ('2026-12-24', 'x')`)],
    ]
    for (const [name, change] of changes) {
      const { changeSetId } = command(db, change, name)
      run(db, 'UPDATE change_set SET staff_id = 1 WHERE id = ?', changeSetId)
    }
    appendAudit(db, [{ ...entry(1), participantId: person, what: 'participants.get' }])
    undoChangeSet(db, { staffId: 1, at })
    const listed = (participantId: number | null) =>
      listAudit(db, { before: null, participantId, limit: 50 }).map(({ action, what, person: who }) => [
        action,
        what,
        who?.call_name ?? '',
      ])
    expect(listed(null)).toEqual([
      ['undo', 'closure', ''],
      ['print', 'participants.get', 'participants.create'],
      ['change', 'closure', ''],
      ['change', 'tasks.two', ''],
      ['change', 'participants.save', 'participants.create'],
      ['change', 'tasks.create', 'participants.create'],
      ['change', 'participants.create', 'participants.create'],
      ['change', 'participants.create', 'participants.create'],
    ])
    expect(listed(other).map(([, what]) => what)).toEqual(['tasks.two', 'participants.create'])
    expect(listed(person).map(([, what]) => what)).toEqual([
      'participants.get',
      'tasks.two',
      'participants.save',
      'tasks.create',
      'participants.create',
    ])
  })
})

describe('a file of schema 1', () => {
  const fixture = join(import.meta.dirname, '..', 'fixtures', 'databases', 'schema-1.db')
  const oldKey = Buffer.alloc(32, 7)

  test('opens as a copy, and is brought to this schema with all that is in it', () => {
    const file = join(aFolder(), 'live.db')
    copyFileSync(fixture, file)
    const copy = openCopy({ file, key: oldKey })
    expect(copy.schemaVersion).toBe(1)
    const before = all(copy as never, 'SELECT * FROM participant')
    const seq = readMeta(copy).commitSeq
    copy.close()

    const db = openLive({ file, key: oldKey, appVersion: '0.2.0' })
    expect(all(db, 'SELECT * FROM participant')).toMatchObject(before)
    expect(all(db, 'SELECT surname FROM participant')).toEqual([{ surname: 'Eerste' }])
    expect(all(db, 'SELECT number, state FROM letter')).toEqual([{ number: '2026-0001', state: 'sent' }])
    expect(all(db, 'SELECT body FROM contact_note')).toEqual([{ body: 'Een notitie van schema 1' }])
    expect(readMeta(db)).toMatchObject({ commitSeq: seq + 1, minAppVersion: '0.2.0' })
    expect(verifyHistory(db)).toEqual({ whole: true, changeSets: seq + 1 })
    expect(verifyAudit(db)).toEqual({ whole: true, rows: 0 })
    appendAudit(db, [entry(1)])
    expect(verifyAudit(db)).toEqual({ whole: true, rows: 1 })
    const [newest] = listAudit(db, { before: null, participantId: null, limit: 1 })
    expect(newest).toMatchObject({ action: 'print', staffName: '' })
    command(db, () => addParticipant(db, 'Nieuw'))
    expect(verifyHistory(db).whole).toBe(true)
    closeDb(db)
    openCopy({ file, key: oldKey }).close()
  })
})
