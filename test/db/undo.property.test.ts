import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { codeOf } from '#db/file-errors.ts'
import { prepared } from '#db/prepare.ts'
import { addDraftLetter, all, anOffice, at, command } from './office-file.ts'

/**
 * Random commands of random steps on tables of different kinds (own key, key of several columns, without
 * rowid, references, unique values); then every command is undone, and after each undo all rows are
 * byte for byte what they were before that command.
 */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    'Zoë',
    '"',
    '\\',
    '\n',
    'ሰላም',
    'سلام',
    '\u2028',
    "'; --",
    '{"a":1}',
    'null',
    '1e999',
    '\u0001',
  ),
)
const id = fc.integer({ min: 1, max: 6 })
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-11-0${n}`)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const step = fc.oneof(
  fc.tuple(fc.constant('INSERT INTO task (id, title, due_on) VALUES (?, ?, ?)'), id, anyText, maybe(day)),
  fc.tuple(fc.constant('UPDATE task SET title = ?, due_on = ? WHERE id = ?'), anyText, maybe(day), id),
  fc.tuple(fc.constant('UPDATE task SET id = id + 100 WHERE id = ?'), id),
  fc.tuple(fc.constant('UPDATE task SET participant_id = ? WHERE id <= ?'), maybe(fc.constant(1)), id),
  fc.tuple(fc.constant('DELETE FROM task WHERE id = ?'), id),
  fc.tuple(fc.constant('INSERT OR REPLACE INTO closure (day, reason) VALUES (?, ?)'), day, anyText),
  fc.tuple(fc.constant('UPDATE closure SET day = ? WHERE day = ?'), day, day),
  fc.tuple(fc.constant('DELETE FROM closure WHERE day >= ?'), day),
  fc.tuple(
    fc.constant('INSERT INTO skill (id, name, position) VALUES (?, ?, ?)'),
    id,
    anyText,
    fc.maxSafeInteger(),
  ),
  fc.tuple(fc.constant('UPDATE skill SET position = position + 1 WHERE id >= ?'), id),
  fc.tuple(
    fc.constant(`INSERT INTO skill (name, position) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET position = excluded.position`),
    anyText,
    id,
  ),
  fc.tuple(
    fc.constant(`INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes,
         present_minutes, note) VALUES (1, ?, 'morning', 1, 'present', 180, 180, ?)
       ON CONFLICT DO UPDATE SET mark = 'late', note = excluded.note`),
    day,
    anyText,
  ),
  fc.tuple(fc.constant('DELETE FROM attendance WHERE day < ?'), day),
)

test('undo restores the rows as they were, byte for byte', () => {
  const { db } = anOffice()
  command(db, () => addDraftLetter(db))
  const tables = all(
    db,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT IN ('meta', 'change_set', 'change', 'sqlite_schema')`,
  ).map((row) => String(row['name']))
  const everything = () => JSON.stringify(tables.map((table) => all(db, `SELECT * FROM ${table}`)))
  let undone = 0

  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      (commands) => {
        const states: string[] = []
        for (const steps of commands) {
          const before = everything()
          try {
            command(db, () => {
              for (const [sql, ...params] of steps) prepared<unknown[]>(db, sql).run(...params)
            })
            states.push(before)
          } catch (error) {
            // A step that the schema refuses, or a command without any difference: as if it never was.
            if (!codeOf(error).startsWith('SQLITE_CONSTRAINT') && !/changed nothing/.test(String(error)))
              throw error
            expect(everything()).toBe(before)
          }
        }
        for (const before of states.toReversed()) {
          const after = everything()
          const { changeSetId } = undoChangeSet(db, { staffId: null, at })
          expect(everything()).toBe(before)
          // And back again, and once more.
          const redo = undoChangeSet(db, { staffId: null, at, changeSetId })
          expect(everything()).toBe(after)
          undoChangeSet(db, { staffId: null, at, changeSetId: redo.changeSetId })
          expect(everything()).toBe(before)
          undone += 1
        }
      },
    ),
    { numRuns: 60 },
  )
  expect(undone).toBeGreaterThan(30)
  expect(verifyHistory(db)).toMatchObject({ whole: true })
}, 120_000)
