import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connection } from '#db/database.ts'
import type { ReadableDb, WritableDb } from '#db/database.ts'
import { undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { migrations } from '#db/migrations/index.ts'
import { checkWhole, closeDb, createLive, openCopy, openLive } from '#db/open.ts'
import { aFolder, addDraftLetter, all, at, command, key, meta, run } from './office-file.ts'

/** The marks of an older file keep their meaning when the database begins to count the months itself. */

const days = migrations.findIndex((one) => one.name === 'days')
/** The schema as it was, with tables that only the engine or the program itself writes. */
const ownTables = new Set(['meta', 'change_set', 'change', 'attendance_month'])

type Rows = Map<string, Record<string, unknown>[]>

/** Every row of every table that people fill, with the columns that the older file had. */
function contents(db: ReadableDb, like?: Rows): Rows {
  const names = like ? [...like.keys()] : tables(db)
  return new Map(
    names.map((name) => {
      const columns = Object.keys(like?.get(name)?.[0] ?? {})
      const rows = all(db as WritableDb, `SELECT ${columns.join(', ') || '*'} FROM ${name}`)
      return [name, rows]
    }),
  )
}

function tables(db: ReadableDb): string[] {
  return all(
    db as WritableDb,
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
  )
    .map((row) => String(row['name']))
    .filter((name) => !ownTables.has(name))
}

/** Counted from the marks and the closed days alone. */
function countedAgain(db: WritableDb) {
  const closed = new Set(all(db, 'SELECT day FROM closure').map((row) => row['day']))
  const months = new Map<string, number[]>()
  for (const row of all(db, 'SELECT * FROM attendance')) {
    const name = `${String(row['trajectory_id'])} ${String(row['day']).slice(0, 7)}`
    const sums = months.get(name) ?? [0, 0, 0, 0]
    months.set(name, sums)
    if (closed.has(row['day'])) continue
    const [planned, present, mark] = [
      Number(row['planned_minutes']),
      Number(row['present_minutes']),
      row['mark'],
    ]
    const told = mark === 'ill' || mark === 'leave' || mark === 'school'
    const more = [planned, present, told ? planned : 0, mark === 'no_show' ? planned : 0]
    more.forEach((minutes, n) => (sums[n] = (sums[n] ?? 0) + minutes))
  }
  return new Map([...months].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function kept(db: WritableDb) {
  const rows = all(db, 'SELECT * FROM attendance_month').map((row) => {
    const sums = ['planned_minutes', 'present_minutes', 'notified_minutes', 'no_show_minutes']
    return [`${String(row['trajectory_id'])} ${String(row['month'])}`, sums.map((name) => Number(row[name]))]
  }) as [string, number[]][]
  return new Map(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function expectSound(db: WritableDb): void {
  expect(kept(db)).toEqual(countedAgain(db))
  expect(() => checkWhole(db)).not.toThrow()
  expect(connection(db).pragma('foreign_key_check')).toEqual([])
  expect(verifyHistory(db).whole).toBe(true)
}

const marks = ['present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere'] as const

/** One half-day, and the month total as the program of schema 4 wrote it: with what it knew at that moment. */
function mark(db: WritableDb, trajectory: number, day: string, part: string, n: number): number {
  const kind = marks[n % marks.length] ?? 'present'
  const planned = 120 + (n % 5) * 15
  const present =
    kind === 'present' || kind === 'elsewhere' ? planned : kind === 'late' ? planned - 10 - (n % 60) : 0
  const { changeSetId } = command(
    db,
    () => {
      run(
        db,
        `INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes, note)
         SELECT participant_id, ?, ?, id, ?, ?, ?, ? FROM trajectory WHERE id = ?`,
        day,
        part,
        kind,
        planned,
        present,
        n % 11 === 0 ? `Notitie ${n}` : '',
        trajectory,
      )
      run(
        db,
        `INSERT INTO attendance_month (trajectory_id, month, planned_minutes, present_minutes, notified_minutes, no_show_minutes)
         SELECT trajectory_id, substr(day, 1, 7), sum(planned_minutes), sum(present_minutes),
           sum(iif(mark IN ('ill', 'leave', 'school'), planned_minutes, 0)), sum(iif(mark = 'no_show', planned_minutes, 0))
         FROM attendance WHERE trajectory_id = ? AND substr(day, 1, 7) = ?
         GROUP BY 1, 2
         ON CONFLICT DO UPDATE SET planned_minutes = excluded.planned_minutes, present_minutes = excluded.present_minutes,
           notified_minutes = excluded.notified_minutes, no_show_minutes = excluded.no_show_minutes`,
        trajectory,
        day.slice(0, 7),
      )
    },
    'attendance.mark',
  )
  return changeSetId
}

/** Eighty half-days from July to December, some days closed before and some after they were marked. */
function anOfficeOfSchema4() {
  const file = join(aFolder(), 'live.db')
  const db = createLive({ file, key, meta, migrations: migrations.slice(0, days) })
  const sets = new Map<string, number>()
  command(db, () => {
    addDraftLetter(db)
    run(
      db,
      `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on)
       SELECT participant_id, referral_id, coach_id, 3, '2027-01-04', '2027-04-03' FROM trajectory`,
    )
  })
  const [first = 0, second = 0] = all(db, 'SELECT id FROM trajectory').map((row) => Number(row['id']))
  let n = 0
  for (const month of ['2026-07', '2026-08', '2026-10', '2026-12'])
    for (let day = 1; day <= 10; day += 1)
      for (const part of ['morning', 'afternoon']) {
        const date = `${month}-${String(day).padStart(2, '0')}`
        sets.set(`${date} ${part}`, mark(db, first, date, part, (n += 1)))
      }
  sets.set('2027-01-05 morning', mark(db, second, '2027-01-05', 'morning', 3))
  // The whole of one month that was marked, one day of another, and one without marks.
  const closed = Array.from({ length: 10 }, (_, day) => `2026-08-${String(day + 1).padStart(2, '0')}`)
  for (const day of [...closed, '2026-10-05', '2026-11-02'])
    command(db, () => run(db, `INSERT INTO closure (day, reason) VALUES (?, 'Dicht')`, day))
  // Nobody's half-day any more, with its month left as the older program left it.
  command(db, () => run(db, `DELETE FROM attendance WHERE day = '2027-01-05'`))
  return { db, file, sets, first }
}

describe('from schema 4', () => {
  test('every mark, note and closed day stays, and the months are counted anew without the closed days', () => {
    const { db: old, file } = anOfficeOfSchema4()
    const before = contents(old)
    const wrong = kept(old)
    expect(wrong).not.toEqual(countedAgain(old))
    expect(before.get('attendance')?.length).toBe(80)
    const sets = verifyHistory(old)
    closeDb(old)

    const db = openLive({ file, key })
    try {
      expect(contents(db, before)).toEqual(before)
      expectSound(db)
      const months = kept(db)
      expect([...months.keys()].map((name) => name.slice(-7))).toEqual([
        '2026-07',
        '2026-08',
        '2026-10',
        '2026-12',
      ])
      expect([...months.values()][1]).toEqual([0, 0, 0, 0])
      expect(all(db, 'SELECT DISTINCT from_minute, until_minute FROM attendance')).toEqual([
        { from_minute: null, until_minute: null },
      ])
      expect(verifyHistory(db)).toEqual({ whole: true, changeSets: changeSets(sets) + 1 })
    } finally {
      closeDb(db)
    }
  })

  test('a mark that was changed before it can be changed back after it, and the months follow', () => {
    const { db: old, file, sets, first } = anOfficeOfSchema4()
    const changes = ['2026-07-01', '2026-08-03', '2026-10-05', '2026-12-10'].map((day) => {
      const { changeSetId } = command(
        old,
        () =>
          run(
            old,
            `UPDATE attendance SET mark = 'ill', present_minutes = 0, note = 'Ziek' WHERE day = ?`,
            day,
          ),
        'attendance.mark',
      )
      return changeSetId
    })
    closeDb(old)
    const db = openLive({ file, key })
    try {
      for (const changeSetId of changes) {
        const [before, months] = [all(db, 'SELECT * FROM attendance'), kept(db)]
        const undone = undoChangeSet(db, { staffId: null, at, changeSetId })
        expect(all(db, 'SELECT * FROM attendance')).not.toEqual(before)
        expectSound(db)
        undoChangeSet(db, { staffId: null, at, changeSetId: undone.changeSetId })
        expect([all(db, 'SELECT * FROM attendance'), kept(db)]).toEqual([before, months])
      }
      // A mark that was made before the step can be taken away after it, and comes back as the step left it.
      const before = [all(db, 'SELECT * FROM attendance'), kept(db)]
      const changeSetId = sets.get('2026-12-01 morning') ?? 0
      const of = `SELECT * FROM attendance WHERE day = '2026-12-01' AND part = 'morning'`
      expect(all(db, of)).toHaveLength(1)
      const undone = undoChangeSet(db, { staffId: null, at, changeSetId })
      expect(all(db, of)).toEqual([])
      expectSound(db)
      undoChangeSet(db, { staffId: null, at, changeSetId: undone.changeSetId })
      expect([all(db, 'SELECT * FROM attendance'), kept(db)]).toEqual(before)

      command(db, () => run(db, `DELETE FROM closure WHERE day LIKE '2026-08%'`))
      expectSound(db)
      const august = kept(db).get(`${first} 2026-08`)
      expect(august?.[0]).toBeGreaterThan(1000)
    } finally {
      closeDb(db)
    }
  })
})

test.each([1, 2])('from the file of schema %i: nothing is lost and the first marks count', (version) => {
  const file = join(aFolder(), 'live.db')
  const oldKey = Buffer.alloc(32, 7)
  copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'databases', `schema-${version}.db`), file)
  const copy = openCopy({ file, key: oldKey })
  expect(copy.schemaVersion).toBe(version)
  const before = contents(copy)
  copy.close()
  expect(before.get('schedule_part')?.length).toBe(2)

  const db = openLive({ file, key: oldKey })
  try {
    expect(contents(db, before)).toEqual(before)
    expectSound(db)
    const [row] = all(db, 'SELECT id, starts_on FROM trajectory')
    const day = String(row?.['starts_on'])
    const { changeSetId } = command(db, () =>
      run(
        db,
        `INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes)
         SELECT participant_id, starts_on, 'morning', id, 'late', 180, 165 FROM trajectory`,
      ),
    )
    expect([...kept(db)]).toEqual([[`${String(row?.['id'])} ${day.slice(0, 7)}`, [180, 165, 0, 0]]])
    expectSound(db)
    undoChangeSet(db, { staffId: null, at, changeSetId })
    expect(kept(db).size).toBe(0)
    expectSound(db)
  } finally {
    closeDb(db)
  }
})

function changeSets(check: ReturnType<typeof verifyHistory>): number {
  return 'changeSets' in check ? Number(check.changeSets) : 0
}
