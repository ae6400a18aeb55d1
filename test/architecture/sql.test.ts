import { describe, expect, it } from 'vitest'
import { sqlOutsideDb, unboundSql } from './rules/sql.ts'
import { readSources } from './sources.ts'

describe('SQL', () => {
  // build/ and test/ are left out: the demo's generator fills tables in bulk, and tests count again by
  // queries of their own so that they do not repeat a mistake of db/.
  it('lives in db/ only', () => {
    expect(sqlOutsideDb(readSources(['core', 'service', 'electron', 'renderer']))).toEqual([])
  })

  it('binds every value', () => {
    const files = readSources(['db'])
    expect(files.length).toBeGreaterThan(10)
    expect(unboundSql(files)).toEqual([])
  })

  it.each([
    ['a query', "const sql = 'SELECT id FROM participant WHERE id = ?'"],
    ['a query over lines', 'const sql = `\n  SELECT id,\n    name\n  FROM staff`'],
    ['a change', 'const sql = `UPDATE participant SET surname = ${x}`'],
    ['a deletion', "const sql = 'DELETE FROM task'"],
    ['a pragma', "const sql = 'PRAGMA user_version'"],
    ['a pragma call', "ctx.db.pragma('user_version')"],
    ['a prepared statement', 'prepared(db, sql)'],
  ])('outside db/ catches %s', (_what, text) => {
    expect(sqlOutsideDb([{ path: 'service/features/a.ts', text }])).toHaveLength(1)
  })

  it.each([
    ['a word that begins a statement', "const label = 'Select a folder from the list'"],
    ['a comment', '// SELECT id FROM participant'],
    ['another method', 'select(options); task.update(1); access.prepare(password); pattern.exec(text)'],
  ])('outside db/ lets %s through', (_what, text) => {
    expect(sqlOutsideDb([{ path: 'service/features/a.ts', text }])).toEqual([])
  })

  it.each([
    ['a value in the text', 'prepared(db, `SELECT id FROM a WHERE name = ${name}`).get()'],
    ['a value behind the text', "prepared(db, 'SELECT id FROM a WHERE name = ' + name).get()"],
    ['a text from elsewhere', 'export function q(db, sql) { return prepared(db, sql) }'],
    ['a table by a parameter', 'function q(db, table) { return db.prepare(`SELECT * FROM ${table}`) }'],
    [
      'columns from elsewhere',
      "import { insertSql } from './s.ts'\nexport const q = (db, c) => prepared(db, insertSql('a', c))",
    ],
    ['a changing name', "let where = 'a'; prepared(db, `SELECT * FROM b WHERE ${where}`)"],
  ])('in db/ catches %s', (_what, text) => {
    expect(unboundSql([{ path: 'db/a/queries.ts', text }])).toHaveLength(1)
  })

  it.each([
    ['bound values', 'prepared(db, `SELECT id FROM a WHERE id = @id`).get({ id })'],
    ['a named constant', "const columns = 'id, name'\nprepared(db, `SELECT ${columns} FROM a`)"],
    ['an imported constant', "import { columns } from './rows.ts'\nprepared(db, `SELECT ${columns} FROM a`)"],
    ['a choice of two texts', "prepared(db, open ? 'SELECT 1 FROM a' : 'SELECT 2 FROM a')"],
    [
      'columns written down once',
      "import { insertSql } from '../statements.ts'\nconst names = ['b']\nprepared(db, insertSql('a', ['id', ...names]))",
    ],
    ['a list of names', "const names = ['id', 'name']\nprepared(db, `SELECT ${names.join(', ')} FROM a`)"],
  ])('in db/ lets %s through', (_what, text) => {
    expect(unboundSql([{ path: 'db/a/queries.ts', text }])).toEqual([])
  })
})
