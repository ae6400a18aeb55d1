import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyHistory } from '#db/history/commands.ts'
import { dataKey, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { closeDb, openCopy } from '#db/open.ts'
import type { ReadableDb } from '#db/database.ts'
import { prepared } from '#db/prepare.ts'
import { attendance } from '#service/features/attendance.ts'
import { contextOn } from '#service/practice/context.ts'
import { foundPractice } from '#service/practice/found.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { planLetters } from '#service/practice/letter-plan.ts'
import { newPc } from '../service/harness.ts'

const today = '2026-11-02'
const code = newRecoveryCode((bytes) => Buffer.alloc(bytes, 9))
const office = { today, ...peopleFor(24) }
const some = { office, code, version: '0.1.0', drafts: 1, formerLetters: 0.5 }

const all = <Row>(db: ReadableDb, sql: string) => prepared<[], Row>(db, sql).all()

test('the loaded office holds the rows of the generator, and its month totals are those of its marks', async () => {
  const pc = newPc()
  const steps: string[] = []
  await foundPractice({
    ...some,
    ...pc,
    onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`),
  })
  const db = openCopy({ file: pc.visible, key: dataKey(code) })

  const wrong = all(
    db,
    `WITH counted AS (
       SELECT trajectory_id, substr(day, 1, 7) AS month, sum(planned_minutes) AS planned, sum(present_minutes) AS present,
         sum(CASE WHEN mark IN ('ill', 'leave', 'school') THEN planned_minutes ELSE 0 END) AS notified,
         sum(CASE WHEN mark = 'no_show' THEN planned_minutes ELSE 0 END) AS no_show
       FROM attendance GROUP BY trajectory_id, month)
     SELECT c.*, m.* FROM counted c FULL OUTER JOIN attendance_month m
         ON m.trajectory_id = c.trajectory_id AND m.month = c.month
      WHERE c.planned IS NOT m.planned_minutes OR c.present IS NOT m.present_minutes
         OR c.notified IS NOT m.notified_minutes OR c.no_show IS NOT m.no_show_minutes`,
  )
  expect(wrong).toEqual([])

  const dossiers = [...generateOffice(office).dossiers()]
  const marks = dossiers.flatMap((one) => one.attendance)
  expect(all<{ n: number }>(db, 'SELECT count(*) AS n FROM attendance')).toEqual([{ n: marks.length }])
  expect(marks.length).toBeGreaterThan(500)
  expect(all<{ id: number; surname: string }>(db, 'SELECT id, surname FROM participant ORDER BY id')).toEqual(
    dossiers.map(({ participant }) => ({ id: participant.id, surname: participant.surname })),
  )
  expect(steps).toContain('people 24/24')
  expect(steps.at(-1)).toBe('copy 1/1')

  // What the screens of results, places and dossiers show is there to be looked at.
  expect(
    all<Record<string, number>>(
      db,
      `SELECT (SELECT count(*) FROM placement WHERE meaningful IS NOT NULL AND energy <> '') > 0 AS meant,
         (SELECT count(*) FROM aftercare_attempt) > 0 AS tried, (SELECT count(*) FROM ready_signal) > 0 AS ready,
         (SELECT count(*) FROM intake_answer WHERE question = 'energy' AND value IS NOT NULL) > 0 AS energy,
         (SELECT count(*) FROM civic_integration) > 0 AS civic, (SELECT count(*) FROM lesson_part) > 0 AS lessons,
         (SELECT count(*) FROM trajectory_pause) > 0 AS paused, (SELECT count(*) FROM attachment) AS files`,
    ),
  ).toEqual([{ meant: 1, tried: 1, ready: 1, energy: 1, civic: 1, lessons: 1, paused: 1, files: 2 }])

  // The invented past has no history; what the features did afterwards has, and the chain is whole.
  expect(all(db, `SELECT DISTINCT table_name FROM change ORDER BY 1`)).toEqual([
    { table_name: 'letter' },
    { table_name: 'letter_number' },
  ])
  expect(verifyHistory(db).whole).toBe(true)
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([])
  closeDb(db)
})

test('the week of the office shows the days of the generator', async () => {
  const pc = newPc()
  const seen: number[] = []
  await foundPractice({
    ...some,
    ...pc,
    office: { ...office, today: '2026-11-05' },
    before: ({ db, data }) => {
      const [coach] = data.staff
      if (coach === undefined) throw new Error('nobody works here')
      const week = attendance.week(contextOn(db, coach, '2026-11-05'), { monday: '2026-11-02' })
      const planned = week.rows.flatMap((row) => row.cells).filter((cell) => cell.planned_minutes > 0)
      const past = planned.filter((cell) => cell.day < '2026-11-05')
      seen.push(past.length, past.filter((cell) => cell.mark === null).length)
      expect(planned.filter((cell) => cell.day >= '2026-11-05' && cell.mark !== null)).toEqual([])
      return Promise.resolve()
    },
  })
  expect(seen[0]).toBeGreaterThan(5)
  expect(seen[1]).toBeGreaterThan(0)
  expect(seen[1]).toBeLessThanOrEqual(2)
})

test('earlier letters are numbered in the order of their days, without gaps, and sent', async () => {
  const pc = newPc()
  await foundPractice({ ...some, ...pc })
  const db = openCopy({ file: pc.visible, key: dataKey(code) })
  const letters = all<{ number: string; dated_on: string; state: string; sent_on: string }>(
    db,
    `SELECT number, dated_on, state, sent_on FROM letter WHERE state <> 'draft' ORDER BY id`,
  )
  expect(letters.map((one) => one.dated_on)).toEqual(letters.map((one) => one.dated_on).toSorted())
  const perYear = Map.groupBy(letters, (one) => one.dated_on.slice(0, 4))
  for (const [year, list] of perYear)
    expect(list.map((one) => one.number)).toEqual(
      list.map((_, index) => `${year}-${String(index + 1).padStart(4, '0')}`),
    )
  expect(letters.every((one) => one.state === 'sent' && one.sent_on === one.dated_on)).toBe(true)
  expect(letters.length).toBe(planLetters(generateOffice(office), 0.5).length)
  expect(letters.every((one) => one.dated_on < today)).toBe(true)

  const drafts = all<{ texts: string; dated_on: string }>(
    db,
    `SELECT json_extract(draft, '$.texts') AS texts, dated_on FROM letter WHERE state = 'draft'`,
  )
  expect(drafts.length).toBeGreaterThanOrEqual(3)
  for (const draft of drafts) {
    expect(draft.dated_on).toBe(today)
    const texts = JSON.parse(draft.texts) as { opinion: string; agreements: unknown[] }
    expect(texts.opinion).not.toBe('')
    expect(texts.agreements.length).toBeGreaterThan(1)
  }
  closeDb(db)
})

test('an aborted office leaves nothing behind', async () => {
  const pc = newPc()
  const stop = new AbortController()
  const reason = new Error('stopped')
  const founding = foundPractice({
    ...some,
    ...pc,
    signal: stop.signal,
    onProgress: (step) => step === 'letters' && stop.abort(reason),
  })
  await expect(founding).rejects.toBe(reason)
  expect(existsSync(pc.visible)).toBe(false)
  expect(readdirSync(pc.profileDir).filter((name) => !name.startsWith('new-live'))).toEqual([])
})

test('no name stands in any file of the profile, nor in the visible file, in plain bytes', async () => {
  const pc = newPc()
  await foundPractice({ ...some, ...pc })
  const data = generateOffice(office)
  const names = [...data.dossiers()].flatMap(({ participant: one }) => [
    one.surname.length > 3 ? one.surname : '',
    one.own_script_name,
    one.given_names.length > 4 ? one.given_names : '',
  ])
  const files = [
    ...readdirSync(pc.profileDir, { recursive: true }).map((name) => join(pc.profileDir, String(name))),
    pc.visible,
  ].filter((file) => !file.endsWith('log'))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const name of names.filter((text) => text !== '')) {
      expect([file, bytes.includes(Buffer.from(name, 'utf8'))]).toEqual([file, false])
      expect([file, bytes.includes(Buffer.from(name, 'utf16le'))]).toEqual([file, false])
    }
  }
})
