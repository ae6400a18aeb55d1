import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connection } from '#db/database.ts'
import type { WritableDb } from '#db/database.ts'
import { runCommand, undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { latestVersion } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import type { Migration } from '#db/migrations/index.ts'
import { closeDb, openCopy, openLive, readMeta } from '#db/open.ts'
import { addParticipant, all, anOffice, at, codeFrom, command, key, run } from './office-file.ts'

const next = migrations.length + 1
const column: Migration = {
  version: next,
  name: 'urgent task',
  sql: `ALTER TABLE task ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
        UPDATE task SET urgent = 1 WHERE title = 'Bellen';
        CREATE TABLE bicycle (id INTEGER PRIMARY KEY, colour TEXT NOT NULL) STRICT;`,
}
const withColumn = [...migrations, column]

/** A closed office with a participant and two tasks. */
function anOldOffice() {
  const { db, file, folder } = anOffice()
  command(db, () => {
    const id = addParticipant(db, 'Testpersoon')
    run(db, `INSERT INTO task (participant_id, title) VALUES (?, 'Bellen'), (?, 'Brief')`, id, id)
  })
  closeDb(db)
  return { file, folder }
}

function tasks(db: WritableDb) {
  return all(db, 'SELECT * FROM task ORDER BY id')
}

describe('the list', () => {
  test('is numbered from 1 without a gap', () => {
    expect(latestVersion(migrations)).toBe(migrations.length)
    const at = (version: number): Migration => ({ version, name: `m${version}`, sql: '' })
    expect(() => latestVersion([at(1), at(3)])).toThrow('migration m3 has number 3; it must be 2')
    expect(() => latestVersion([at(1), at(1)])).toThrow('must be 2')
    expect(() => latestVersion([at(2), at(1)])).toThrow('must be 1')
  })
})

describe('an older file', () => {
  test('is brought to the newest schema, with history for what is new', () => {
    const { file } = anOldOffice()
    const db = openLive({ file, key, migrations: withColumn, appVersion: '0.2.0' })
    expect(connection(db).pragma('user_version', { simple: true })).toBe(next)
    expect(connection(db).pragma('foreign_keys', { simple: true })).toBe(1)
    expect(tasks(db)).toMatchObject([
      { title: 'Bellen', urgent: 1 },
      { title: 'Brief', urgent: 0 },
    ])
    expect(readMeta(db)).toMatchObject({ appVersion: '0.2.0', minAppVersion: '0.2.0', commitSeq: 2 })
    expect(verifyHistory(db)).toEqual({ whole: true, changeSets: 2 })
    command(db, () => {
      run(db, `INSERT INTO bicycle (colour) VALUES ('rood')`)
      run(db, 'UPDATE task SET urgent = 1')
    })
    undoChangeSet(db, { staffId: null, at })
    expect([all(db, 'SELECT * FROM bicycle'), tasks(db).map((row) => row['urgent'])]).toEqual([[], [1, 0]])
    // The migration is no command that somebody gave: undo passes it by.
    expect(codeFrom(() => undoChangeSet(db, { staffId: null, at }))).toBe('CHANGED_SINCE')
    closeDb(db)
    expect(codeFrom(() => openLive({ file, key }))).toBe('NEWER_VERSION')
  })

  test('what came or went before can still be taken back, unless a new column was filled in', () => {
    const { file } = anOldOffice()
    const old = openLive({ file, key })
    const titles = (db: WritableDb) => tasks(db).map((row) => row['title'])
    const added = command(old, () =>
      run(old, `INSERT INTO task (participant_id, title) VALUES (1, 'Gebleven'), (1, 'Ook')`),
    ).changeSetId
    const filled = command(old, () =>
      run(old, `INSERT INTO task (participant_id, title) VALUES (1, 'Later')`),
    ).changeSetId
    const gone = command(old, () => run(old, `DELETE FROM task WHERE title = 'Brief'`)).changeSetId
    closeDb(old)
    const later = `ALTER TABLE task ADD COLUMN colour TEXT NOT NULL DEFAULT '';
                   ALTER TABLE task ADD COLUMN seen_on TEXT;
                   ALTER TABLE task ADD COLUMN weight INTEGER NOT NULL DEFAULT 3;`
    const db = openLive({
      file,
      key,
      migrations: [...migrations, { version: next, name: 'later', sql: later }],
    })
    command(db, () => run(db, `UPDATE task SET colour = 'rood' WHERE title = 'Later'`))
    const undo = (changeSetId: number | null) =>
      undoChangeSet(db, { staffId: null, at, changeSetId: changeSetId ?? 0 })

    expect(codeFrom(() => undo(filled))).toBe('CHANGED_SINCE')
    expect(titles(db)).toEqual(['Bellen', 'Gebleven', 'Ook', 'Later'])
    const { changeSetId: undone } = undo(added)
    undo(gone)
    expect(tasks(db)).toMatchObject([
      { title: 'Bellen' },
      { title: 'Brief', colour: '', seen_on: null, weight: 3 },
      { title: 'Later', colour: 'rood' },
    ])
    undo(undone) // and back again, with the new columns
    expect(titles(db)).toEqual(['Bellen', 'Brief', 'Gebleven', 'Ook', 'Later'])
    expect(verifyHistory(db)).toMatchObject({ whole: true })
    closeDb(db)
  })

  test('has a checked copy beside it first, that the old program opens', () => {
    const { file, folder } = anOldOffice()
    closeDb(openLive({ file, key, migrations: withColumn }))
    expect(readdirSync(folder).sort()).toEqual(
      ['live.db', `live.db.before-v${next}-1`, 'live.db-journal'].sort(),
    )
    const copy = openCopy({ file: join(folder, `live.db.before-v${next}-1`), key })
    expect(copy.schemaVersion).toBe(next - 1)
    expect(all(copy as never, 'SELECT title FROM task')).toEqual([{ title: 'Bellen' }, { title: 'Brief' }])
    copy.close()
  })

  const failing: [what: string, sql: string, message: RegExp][] = [
    ['SQL that is wrong', 'DELETE FROM task; INSERT INTO nowhere VALUES (1)', /no such table/],
    [
      'a reference to nothing',
      "DELETE FROM task; UPDATE task SET participant_id = 7; INSERT INTO task (participant_id, title) VALUES (99, 'x')",
      /refers to a missing participant/,
    ],
    ['a table without a key', 'DELETE FROM task; CREATE TABLE loose (a TEXT)', /needs a primary key/],
  ]
  test.each(failing)('stays what it was after %s, however often it is tried', (_what, sql, message) => {
    const { file, folder } = anOldOffice()
    const before = readFileSync(file)
    const broken = [...withColumn, { version: next + 1, name: 'broken', sql }]
    expect(() => openLive({ file, key, migrations: broken })).toThrow(message)
    const copy = join(folder, `live.db.before-v${next + 1}-1`)
    const copied = readFileSync(copy)
    expect(() => openLive({ file, key, migrations: broken })).toThrow(message)
    expect(readFileSync(copy).equals(copied)).toBe(true)
    expect(readFileSync(file).equals(before)).toBe(false) // the step that was right has been taken
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
    const db = openLive({ file, key, migrations: withColumn })
    expect(tasks(db)).toMatchObject([
      { title: 'Bellen', urgent: 1 },
      { title: 'Brief', urgent: 0 },
    ])
    expect(() => run(db, `INSERT INTO bicycle (colour) VALUES ('rood')`)).toThrow(/NOT NULL/)
    expect(
      runCommand(db, { command: 'x', staffId: null, at }, () => run(db, `DELETE FROM task`)).changeSetId,
    ).toBe(2)
    closeDb(db)
  })

  test('may have a table rebuilt that others refer to', () => {
    const { file } = anOldOffice()
    const rebuild: Migration = {
      version: next,
      name: 'rebuild',
      sql: `CREATE TABLE new_participant AS SELECT * FROM participant;
            DROP TABLE new_participant;
            CREATE TABLE skill_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
            INSERT INTO skill_new SELECT id, name FROM skill;
            DROP TABLE skill;
            ALTER TABLE skill_new RENAME TO skill;`,
    }
    const db = openLive({ file, key, migrations: [...migrations, rebuild] })
    command(db, () => run(db, `INSERT INTO skill (name) VALUES ('Plannen')`))
    expect(all(db, `SELECT new FROM change WHERE table_name = 'skill'`)).toEqual([
      { new: '{"id":1,"name":"Plannen"}' },
    ])
    closeDb(db)
  })
})
