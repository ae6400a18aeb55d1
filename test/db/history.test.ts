import { describe, expect, test, vi } from 'vitest'
import { connection } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { bulkLoad, runCommand, undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { historyTables } from '#db/history/triggers.ts'
import { closeDb, commitSeq, openLive } from '#db/open.ts'
import {
  addDraftLetter,
  addParticipant,
  all,
  anOffice,
  at,
  codeFrom,
  command,
  finalise,
  key,
  run,
} from './office-file.ts'

const undo = (db: Parameters<typeof undoChangeSet>[0], changeSetId?: number) =>
  undoChangeSet(db, { staffId: null, at, changeSetId })
const names = (db: Parameters<typeof all>[0]) =>
  all(db, 'SELECT call_name FROM participant ORDER BY id').map((row) => row['call_name'])

describe('a command', () => {
  test('is one change set with who, when, what was and what is', () => {
    const { db } = anOffice()
    const staffId = command(db, () =>
      run(db, `INSERT INTO staff (name, created_on) VALUES ('A', '2026-01-01')`),
    ).result
    const outcome = runCommand(db, { command: 'participant.add', staffId, at }, () => {
      const id = addParticipant(db, 'Testpersoon Een')
      run(db, 'UPDATE participant SET city = ? WHERE id = ?', 'Testdorp "1"', id)
      return id
    })
    expect(outcome).toEqual({ result: 1, changeSetId: 2 })
    expect(
      all(db, 'SELECT id, at, staff_id, command, undoes, undone_by FROM change_set WHERE id = 2'),
    ).toEqual([{ id: 2, at, staff_id: staffId, command: 'participant.add', undoes: null, undone_by: null }])
    const changes = all(
      db,
      'SELECT table_name, op, row_key, old, new FROM change WHERE change_set_id = 2 ORDER BY id',
    )
    expect(changes.map((change) => [change['table_name'], change['op'], change['row_key']])).toEqual([
      ['participant', 'insert', '{"id":1}'],
      ['participant', 'update', '{"id":1}'],
    ])
    expect(changes[0]?.['old']).toBeNull()
    expect(JSON.parse(String(changes[1]?.['old']))).toMatchObject({ city: '', call_name: 'Testpersoon Een' })
    expect(JSON.parse(String(changes[1]?.['new']))).toMatchObject({ city: 'Testdorp "1"', birth_date: null })
    expect(commitSeq(db)).toBe(2)
  })

  test('and its undo compile nothing that was compiled before: it would stay in memory for as long as nobody looks', () => {
    const { db } = anOffice()
    const change = () => {
      const id = addParticipant(db, 'Testpersoon')
      run(db, `UPDATE participant SET city = 'Testdorp' WHERE id = ?`, id)
    }
    const both = () => runCommand(db, { command: 'participant.add', staffId: null, at }, change) && undo(db)
    both()
    const raw = connection(db)
    const [prepare, pragma] = [vi.spyOn(raw, 'prepare'), vi.spyOn(raw, 'pragma')]
    both()
    expect([prepare.mock.calls, pragma.mock.calls]).toEqual([[], []])
  })

  test('that changes nothing leaves nothing', () => {
    const { db } = anOffice()
    command(db, () => addParticipant(db, 'Testpersoon'))
    const head = { command: 'nothing', staffId: null, at }
    expect(runCommand(db, head, () => 'read').changeSetId).toBeNull()
    expect(
      runCommand(db, head, () => run(db, `UPDATE participant SET call_name = call_name`)).changeSetId,
    ).toBeNull()
    expect(all(db, 'SELECT count(*) AS n FROM change_set')).toEqual([{ n: 1 }])
    expect(commitSeq(db)).toBe(1)
  })

  test('that fails leaves nothing, and its own error comes out', () => {
    const { db } = anOffice()
    const bug = new Error('a bug')
    const failing = (error: unknown) => () =>
      runCommand(db, { command: 'fails', staffId: null, at }, () => {
        addParticipant(db, 'Testpersoon')
        throw error
      })
    expect(failing(bug)).toThrow(bug)
    expect(failing(new CommandError('CLOSED_DAY'))).toThrow(expect.objectContaining({ code: 'CLOSED_DAY' }))
    expect(() =>
      runCommand(db, { command: 'fails', staffId: null, at }, () =>
        run(db, 'INSERT INTO task (title) VALUES (NULL)'),
      ),
    ).toThrow(/NOT NULL/)
    expect([names(db), all(db, 'SELECT * FROM change_set'), commitSeq(db)]).toEqual([[], [], 0])
  })

  test('must not be asynchronous, and not inside another', () => {
    const { db } = anOffice()
    const head = { command: 'slow', staffId: null, at }
    expect(() =>
      runCommand(db, head, async () => {
        addParticipant(db, 'Testpersoon')
        await Promise.resolve()
      }),
    ).toThrow(/asynchronous/)
    expect(() => runCommand(db, head, () => runCommand(db, head, () => 1))).toThrow(/inside another/)
    expect(names(db)).toEqual([])
    expect(command(db, () => addParticipant(db, 'Testpersoon')).changeSetId).toBe(1)
  })

  test('is the only way to write', () => {
    const { db } = anOffice()
    expect(() => addParticipant(db, 'Testpersoon')).toThrow(
      /NOT NULL constraint failed: change.change_set_id/,
    )
    expect(names(db)).toEqual([])
    // What was looked at last is not history.
    const staff = command(db, () =>
      run(db, `INSERT INTO staff (name, created_on) VALUES ('A', '2026-01-01')`),
    ).result
    run(db, `INSERT INTO recent_item VALUES (?, 'participant', 1, ?)`, staff, at)
    expect(commitSeq(db)).toBe(1)
  })
})

describe('the triggers', () => {
  test('are three for each table', () => {
    const raw = connection(anOffice().db)
    const tables = raw
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT GLOB 'sqlite_*' AND name NOT IN ('meta', 'change_set', 'change', 'audit', 'recent_item', 'intake_place', 'attachment_file',
          'picture', 'attendance_month',
          'match_facts', 'growth', 'postcode_centre', 'postcode_table')`,
      )
      .all()
      .map((row) => row.name)
      .sort()
    expect(tables.length).toBeGreaterThan(25)
    expect(historyTables(raw).map((table) => table.name)).toEqual(tables)
    const triggers = raw
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'history_*' ORDER BY name`,
      )
      .all()
      .map((row) => row.name)
    expect(triggers).toEqual(
      tables.flatMap((name) => ['delete', 'insert', 'update'].map((op) => `history_${name}_${op}`)).sort(),
    )
  })

  test('come back at opening when they are missing or from another version of the program', () => {
    const { db, file } = anOffice()
    connection(db).exec('DROP TRIGGER history_task_insert; DROP TRIGGER history_goal_update')
    connection(db).exec('CREATE TRIGGER history_goal_update AFTER UPDATE ON goal BEGIN SELECT 1; END')
    closeDb(db)
    const again = openLive({ file, key })
    expect(all(again, `SELECT count(*) AS n FROM sqlite_schema WHERE name GLOB 'history_*'`)).toEqual([
      { n: historyTables(connection(again)).length * 3 },
    ])
    expect(
      all(again, `SELECT sql FROM sqlite_schema WHERE name = 'history_goal_update'`)[0]?.['sql'],
    ).toContain('json_object')
    closeDb(again)
  })

  test('see a row that is replaced', () => {
    const { db } = anOffice()
    command(db, () => run(db, `INSERT INTO closure VALUES ('2026-12-25', 'Kerst')`))
    command(db, () => run(db, `INSERT OR REPLACE INTO closure VALUES ('2026-12-25', 'Eerste kerstdag')`))
    expect(all(db, 'SELECT op FROM change ORDER BY id').map((row) => row['op'])).toEqual([
      'insert',
      'delete',
      'insert',
    ])
    undo(db)
    expect(all(db, 'SELECT * FROM closure')).toEqual([{ day: '2026-12-25', reason: 'Kerst' }])
  })

  test('keep of a document only that it was there', () => {
    const { db } = anOffice()
    const letter = command(db, () => addDraftLetter(db)).result
    command(db, () => finalise(db, letter))
    const [change] = all(db, `SELECT old, new FROM change WHERE table_name = 'letter' AND op = 'update'`)
    expect(JSON.parse(String(change?.['old']))).toMatchObject({ pdf: null, number: null })
    expect(JSON.parse(String(change?.['new']))).toMatchObject({ pdf: { bytes: 9 }, number: '2026-0001' })
    expect(String(change?.['new'])).not.toContain('%PDF')
  })
})

describe('a bulk load', () => {
  test('keeps no row history, and the triggers stand again after it', () => {
    const { db } = anOffice()
    bulkLoad(db, () => {
      for (let i = 0; i < 500; i += 1) addParticipant(db, `Testpersoon ${i}`)
    })
    expect(all(db, 'SELECT count(*) AS n FROM change')).toEqual([{ n: 0 }])
    expect([names(db).length, commitSeq(db), verifyHistory(db)]).toEqual([
      500,
      1,
      { whole: true, changeSets: 1 },
    ])
    expect(codeFrom(() => undo(db))).toBe('NOTHING_TO_UNDO')
    expect(() => addParticipant(db, 'Testpersoon')).toThrow(/NOT NULL/)
  })

  test('that fails leaves everything as it was', () => {
    const { db } = anOffice()
    const fail = () =>
      bulkLoad(db, () => {
        addParticipant(db, 'Testpersoon')
        throw new Error('half way')
      })
    expect(fail).toThrow('half way')
    expect([names(db), commitSeq(db)]).toEqual([[], 0])
    expect(() => addParticipant(db, 'Testpersoon')).toThrow(/NOT NULL/)
  })
})

describe('the chain', () => {
  const tampering: [what: string, sql: string, expected: [number, string]][] = [
    [
      'a changed value',
      `UPDATE change SET new = replace(new, 'Twee', 'Drie') WHERE change_set_id = 2`,
      [2, 'altered'],
    ],
    ['a removed change', `DELETE FROM change WHERE change_set_id = 2`, [2, 'altered']],
    [
      'an added change',
      `INSERT INTO change (change_set_id, table_name, op, row_key) VALUES (3, 'x', 'insert', '{}')`,
      [3, 'altered'],
    ],
    ['another member of staff', `UPDATE change_set SET staff_id = 5 WHERE id = 3`, [3, 'altered']],
    ['another time', `UPDATE change_set SET at = '2020-01-01T00:00:00Z' WHERE id = 1`, [1, 'altered']],
    [
      'a removed set',
      `DELETE FROM change WHERE change_set_id = 2; DELETE FROM change_set WHERE id = 2`,
      [2, 'removed'],
    ],
    [
      'a removed end',
      `DELETE FROM change WHERE change_set_id = 4; DELETE FROM change_set WHERE id = 4`,
      [4, 'removed'],
    ],
    [
      'a removed beginning',
      `DELETE FROM change WHERE change_set_id = 1; DELETE FROM change_set WHERE id = 1`,
      [1, 'removed'],
    ],
    ['a hash of its own', `UPDATE change_set SET hash = 'x' WHERE id = 2`, [2, 'altered']],
    ['an undo that never was', `UPDATE change_set SET undone_by = 4 WHERE id = 2`, [2, 'altered']],
    ['a set that is left open', `UPDATE change_set SET hash = NULL WHERE id = 4`, [4, 'altered']],
  ]
  test.each(tampering)('names the first set after %s', (_what, sql, [changeSetId, problem]) => {
    const { db } = anOffice()
    for (const name of ['Een', 'Twee', 'Drie', 'Vier']) command(db, () => addParticipant(db, name))
    expect(verifyHistory(db)).toEqual({ whole: true, changeSets: 4 })
    connection(db).pragma('foreign_keys = OFF')
    connection(db).exec(sql)
    expect(verifyHistory(db)).toEqual({ whole: false, changeSetId, problem })
  })
})

describe('undo', () => {
  test('takes back the last, then the one before, and can itself be taken back', () => {
    const { db } = anOffice()
    command(db, () => addParticipant(db, 'Een'), 'first')
    command(db, () => addParticipant(db, 'Twee'), 'second')
    expect(undo(db)).toEqual({ command: 'second', undone: 2, changeSetId: 3 })
    expect(names(db)).toEqual(['Een'])
    expect(undo(db)).toEqual({ command: 'first', undone: 1, changeSetId: 4 })
    expect(codeFrom(() => undo(db))).toBe('NOTHING_TO_UNDO')
    expect(codeFrom(() => undo(db, 1))).toBe('NOTHING_TO_UNDO')
    expect(codeFrom(() => undo(db, 77))).toBe('NOTHING_TO_UNDO')
    expect(undo(db, 4)).toEqual({ command: 'undo', undone: 4, changeSetId: 5 })
    expect(names(db)).toEqual(['Een'])
    expect(undo(db)).toMatchObject({ undone: 1 })
    expect(undo(db, 6).changeSetId).toBe(7)
    expect(undo(db, 7).changeSetId).toBe(8)
    expect(names(db)).toEqual([])
    expect(codeFrom(() => undo(db, 1))).toBe('NOTHING_TO_UNDO')
    expect(verifyHistory(db)).toEqual({ whole: true, changeSets: 8 })
  })

  test('refuses what was changed since, and changes nothing then', () => {
    const { db } = anOffice()
    const id = command(db, () => addParticipant(db, 'Een')).result
    const edit = command(db, () => {
      run(db, `INSERT INTO task (title) VALUES ('Bellen')`)
      run(db, `UPDATE participant SET city = 'Testdorp' WHERE id = ?`, id)
    }).changeSetId
    command(db, () => run(db, `UPDATE participant SET city = 'Teststad' WHERE id = ?`, id))
    expect(codeFrom(() => undo(db, edit))).toBe('CHANGED_SINCE')
    expect(all(db, 'SELECT title FROM task')).toEqual([{ title: 'Bellen' }])
    // Something else leans on the row.
    command(db, () => run(db, `INSERT INTO task (participant_id, title) VALUES (?, 'Brief')`, id))
    run(db, `INSERT INTO task (title) SELECT 'x' WHERE 0`)
    const other = command(db, () => addParticipant(db, 'Twee'))
    command(db, () => run(db, `INSERT INTO task (participant_id, title) VALUES (?, 'Brief')`, other.result))
    expect(codeFrom(() => undo(db, other.changeSetId))).toBe('CHANGED_SINCE')
    expect(verifyHistory(db)).toMatchObject({ whole: true })
  })

  test('takes back one field, and leaves what was done to the others since', () => {
    const { db } = anOffice()
    const id = command(db, () => addParticipant(db, 'Een')).result
    const person = () => all(db, 'SELECT city, phone FROM participant')
    const city = command(db, () => run(db, `UPDATE participant SET city = 'Testdorp' WHERE id = ?`, id))
    command(db, () => run(db, `UPDATE participant SET phone = '06' WHERE id = ?`, id))
    const { changeSetId } = undo(db, city.changeSetId)
    expect(person()).toEqual([{ city: '', phone: '06' }])
    undo(db, changeSetId)
    expect(person()).toEqual([{ city: 'Testdorp', phone: '06' }])
    // A row that came with a set does not go with it once somebody wrote in it.
    expect(codeFrom(() => undo(db, 1))).toBe('CHANGED_SINCE')
    expect(verifyHistory(db)).toMatchObject({ whole: true })
  })

  test('brings a row with everything that hung on it back, in an order that the references allow', () => {
    const { db } = anOffice()
    command(db, () => addDraftLetter(db))
    const tables = [
      'letter',
      'trajectory',
      'referral',
      'participant',
      'staff',
      'case_manager',
      'municipality',
    ]
    const before = tables.map((table) => all(db, `SELECT * FROM ${table}`))
    command(db, () => {
      for (const table of tables) run(db, `DELETE FROM ${table}`)
    })
    undo(db)
    expect(tables.map((table) => all(db, `SELECT * FROM ${table}`))).toEqual(before)
  })

  test('never touches a finalised letter, but takes "sent" back and leaves its document alone', () => {
    const { db } = anOffice()
    const letter = command(db, () => addDraftLetter(db)).result
    const final = command(db, () => finalise(db, letter)).changeSetId
    expect(codeFrom(() => undo(db, final))).toBe('LETTER_FINAL')
    command(db, () =>
      run(
        db,
        `UPDATE letter SET state = 'sent', sent_on = '2026-09-02', sent_how = 'post' WHERE id = ?`,
        letter,
      ),
    )
    undo(db)
    expect(all(db, 'SELECT state, sent_on, length(pdf) AS bytes FROM letter')).toEqual([
      { state: 'final', sent_on: null, bytes: 9 },
    ])
    expect(codeFrom(() => command(db, () => run(db, 'DELETE FROM letter')))).toBe('LETTER_FINAL')
    expect(codeFrom(() => command(db, () => run(db, `UPDATE letter SET draft = '[]'`)))).toBe('LETTER_FINAL')
  })

  test('does not pretend to bring a document back that is not in the history', () => {
    const { db, file } = anOffice()
    connection(db).exec('CREATE TABLE paper (id INTEGER PRIMARY KEY, title TEXT, body BLOB) STRICT')
    closeDb(db)
    const again = openLive({ file, key })
    command(again, () => run(again, `INSERT INTO paper VALUES (1, 'a', x'01'), (2, 'b', NULL)`))
    const rows = all(again, 'SELECT id, title, hex(body) AS body FROM paper')
    command(again, () => run(again, `UPDATE paper SET title = title || '!'`))
    undo(again)
    expect(all(again, 'SELECT id, title, hex(body) AS body FROM paper')).toEqual(rows)
    const filled = command(again, () => run(again, `UPDATE paper SET body = x'02' WHERE id = 2`))
    undo(again, filled.changeSetId)
    expect(all(again, 'SELECT id, title, hex(body) AS body FROM paper')).toEqual(rows)
    const replaced = command(again, () => run(again, `UPDATE paper SET body = x'03' WHERE id = 1`))
    expect(codeFrom(() => undo(again, replaced.changeSetId))).toBe('CHANGED_SINCE')
    const removed = command(again, () => run(again, `DELETE FROM paper WHERE id = 1`))
    expect(codeFrom(() => undo(again, removed.changeSetId))).toBe('CHANGED_SINCE')
    const empty = command(again, () => run(again, `DELETE FROM paper WHERE id = 2`))
    undo(again, empty.changeSetId)
    expect(all(again, 'SELECT id FROM paper')).toEqual([{ id: 2 }])
    closeDb(again)
  })
})
