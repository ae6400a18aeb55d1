import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '#db/history/commands.ts'
import { migrations } from '#db/migrations/index.ts'
import { closeDb, createLive, openLive } from '#db/open.ts'
import { addDraftLetter, aFolder, all, command, key, meta, run } from './office-file.ts'

/** Before attempts of aftercare were rows. */
const before = migrations.slice(0, 5)

test('what was a number becomes as many attempts; the last one says whether somebody was reached', () => {
  const file = join(aFolder(), 'live.db')
  const old = createLive({ file, key, meta, migrations: before })
  command(old, () => {
    addDraftLetter(old) // brings a participant and a trajectory
    const moment = (month: number, attempts: number, done: string | null, outcome: string | null) =>
      run(
        old,
        `INSERT INTO aftercare (participant_id, trajectory_id, month, due_on, done_on, outcome, attempts)
         SELECT participant_id, id, ?, '2026-10-01', ?, ?, ? FROM trajectory`,
        month,
        done,
        outcome,
        attempts,
      )
    moment(1, 3, '2026-10-05', 'still_there')
    moment(3, 1, '2026-10-06', 'not_reached')
    moment(6, 2, null, null)
    moment(12, 0, null, null)
  })
  closeDb(old)

  const db = openLive({ file, key })
  expect(
    all(
      db,
      `SELECT a.month, t.tried_on, t.how, t.reached, t.staff_id FROM aftercare_attempt t
         JOIN aftercare a ON a.id = t.aftercare_id ORDER BY t.id`,
    ).map((row) => Object.values(row)),
  ).toEqual([
    [1, '2026-10-05', '', 0, null],
    [1, '2026-10-05', '', 0, null],
    [1, '2026-10-05', '', 1, null],
    [3, '2026-10-06', '', 0, null],
    [6, '2026-10-01', '', 0, null],
    [6, '2026-10-01', '', 0, null],
  ])
  expect(all(db, 'SELECT DISTINCT own_day, try_on, story, dropped_on FROM aftercare')).toEqual([
    { own_day: 0, try_on: null, story: '', dropped_on: null },
  ])
  expect(verifyHistory(db).whole).toBe(true)
  closeDb(db)
})
