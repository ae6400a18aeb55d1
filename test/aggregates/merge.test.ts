import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { participantFieldsSchema } from '#core/api/people.ts'
import { monthTotals } from '#core/attendance/totals.ts'
import { connection } from '#db/database.ts'
import type { ReadableDb } from '#db/database.ts'
import { marksOf } from '#db/attendance/queries.ts'
import { setMark } from '#db/attendance/commands.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { chosenColumns } from '#db/participants/merge-fields.ts'
import { tablesOfAPerson } from '#db/participants/merge.ts'
import { listTimeline } from '#db/participants/timeline.ts'
import { prepared } from '#db/prepare.ts'
import { merge } from '#service/features/merge.ts'
import { participants } from '#service/features/participants.ts'
import { search } from '#service/features/search.ts'
import {
  aNote,
  aParticipant,
  aPlacement,
  aReferral,
  aSentLetter,
  aTask,
  aTrajectory,
  anIntake,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'
import { findingProblems } from './finding-in-step.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const run = (sql: string, ...values: unknown[]) => prepared(office.db, sql).run(...values)
const rows = (sql: string, ...values: unknown[]) => prepared(office.db, sql).all(...values)
const get = (id: number) => participants.get(office.ctx, { id })
const merged = (keepId: number, otherId: number, choices = {}) =>
  merge.run(office.ctx, { keepId, otherId, choices })

/** Everything that has a history, as it stands. */
function everything(db: ReadableDb): Record<string, unknown[]> {
  const raw = connection(db)
  const tables = (raw.pragma('table_list') as { name: string; type: string; schema: string }[]).filter(
    ({ name, type, schema }) =>
      schema === 'main' && type === 'table' && !/^(sqlite_|meta|change|audit|recent_item)/.test(name),
  )
  return Object.fromEntries(
    tables.map(({ name }) => [name, raw.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).all()]),
  )
}

describe('nothing is forgotten', () => {
  test('every table that refers to a person has its place in a merge', () => {
    const raw = connection(office.db)
    const tables = (raw.pragma('table_list') as { name: string; type: string }[])
      .filter(({ type }) => type === 'table')
      .map(({ name }) => name)
    const referring = tables.filter((name) =>
      (raw.pragma(`foreign_key_list(${name})`) as { table: string }[]).some(
        ({ table }) => table === 'participant',
      ),
    )
    expect(referring.length).toBeGreaterThan(15)
    expect([...tablesOfAPerson].toSorted()).toEqual(referring.toSorted())
  })

  test('every field of a person can be chosen', () => {
    expect([...chosenColumns].toSorted()).toEqual(Object.keys(participantFieldsSchema.shape).toSorted())
  })
})

describe('field by field', () => {
  test('proposes what is known, and both where lines can stand under each other', () => {
    const keepId = aParticipant(office, {
      given_names: 'Mohamed',
      surname: 'Khatib',
      birth_date: '1990',
      phone: '06 11111111',
      good_to_know: 'Bidt om 13.00 uur',
      languages: 'Arabisch',
    })
    const otherId = aParticipant(office, {
      given_names: 'Muhammad',
      surname: 'Khatib',
      birth_date: '1990-02-03',
      phone: '06 22222222',
      email: 'm@post.example',
      good_to_know: 'Bidt om 13.00 uur\nNiet tillen',
      languages: 'Arabisch, Engels',
      form_of_address: 'heer',
    })
    aReferral(office, { participant_id: otherId, client_number: 'ZK-1' })
    const view = merge.view(office.ctx, { keepId, otherId })
    expect(view.other).toMatchObject({ fullName: 'Muhammad Khatib', clientNumbers: ['ZK-1'] })
    expect(Object.fromEntries(view.fields.map((one) => [one.field, one.proposed]))).toEqual({
      given_names: 'kept',
      form_of_address: 'other',
      birth_date: 'other',
      phone: 'kept',
      email: 'other',
      languages: 'both',
      good_to_know: 'both',
    })
    expect(view.comesAlong).toEqual([{ thing: 'referral', count: 1 }])

    merged(keepId, otherId, { phone: 'other' })
    expect(get(keepId)).toMatchObject({
      given_names: 'Mohamed',
      birth_date: '1990-02-03',
      phone: '06 22222222',
      email: 'm@post.example',
      good_to_know: 'Bidt om 13.00 uur\nNiet tillen',
      languages: 'Arabisch, Engels',
      form_of_address: 'heer',
      also_known_as: 'Muhammad Khatib',
    })
    expect(get(otherId)).toMatchObject({ merged_into: keepId, phone: '06 22222222' })
  })

  test('a name that was not chosen still finds the person, also the one that was replaced', () => {
    const keepId = aParticipant(office, { given_names: 'Test', surname: 'Eerst' })
    const otherId = aParticipant(office, { given_names: 'Test', surname: 'Tweede' })
    merged(keepId, otherId, { surname: 'other' })
    expect(get(keepId)).toMatchObject({ surname: 'Tweede', also_known_as: 'Test Eerst' })
    expect(search.find(office.ctx, { query: 'eerst' }).map((hit) => hit.id)).toEqual([keepId])
  })

  test('two texts that do not fit one field: nothing happens', () => {
    const [keepId, otherId] = ['a', 'b'].map((letter) =>
      aParticipant(office, { surname: 'Lang', good_to_know: letter.repeat(15_000) }),
    )
    const before = everything(office.db)
    expectError(() => merged(keepId ?? 0, otherId ?? 0), 'INVALID')
    expect(everything(office.db)).toEqual(before)
    merged(keepId ?? 0, otherId ?? 0, { good_to_know: 'kept' })
    expect(get(otherId ?? 0).merged_into).toBe(keepId)
  })
})

describe('what comes along', () => {
  test('everything; fixed letters stay as they are and show at the person', () => {
    const keepId = aParticipant(office, { surname: 'Blijft' })
    const otherId = aParticipant(office, { surname: 'Gaat' })
    const trajectory_id = aTrajectory(office, {
      participant_id: otherId,
      starts_on: '2026-01-05',
      ended_on: '2026-07-01',
    })
    const letter = aSentLetter(office, { trajectory_id })
    aTrajectory(office, { participant_id: keepId })
    const note = aNote(office, { participant_id: otherId, body: 'Een gesprek' })
    anIntake(office, { participant_id: otherId })
    aTask(office, { participant_id: otherId })
    aPlacement(office, { participant_id: otherId })
    search.opened(office.ctx, { kind: 'participant', id: otherId })
    const letterBefore = rows('SELECT * FROM letter')
    expect(merge.view(office.ctx, { keepId, otherId })).toMatchObject({ fixedLetters: 1, bothRunning: false })
    merged(keepId, otherId)

    expect(rows('SELECT * FROM letter')).toEqual(letterBefore)
    const shown = listTimeline(office.db, keepId).map(({ kind, id }) => `${kind} ${id}`)
    expect(shown).toEqual(
      expect.arrayContaining([`letter ${letter}`, `note ${note}`, `trajectory ${trajectory_id}`]),
    )
    expect(listTimeline(office.db, otherId).map(({ kind }) => kind)).toEqual(['letter'])

    const list = participants.list(office.ctx, { query: '', stage: null, after: null, limit: 100 })
    expect([list.rows.map((row) => row.id), list.total]).toEqual([[keepId], 1])
    for (const query of ['gaat', 'blijft'])
      expect(
        participants
          .list(office.ctx, { query, stage: null, after: null, limit: 100 })
          .rows.map((row) => row.id),
      ).toEqual([keepId])
    expect(search.recent(office.ctx).map((hit) => hit.id)).toEqual([keepId])
    const typed = {
      given_names: '',
      call_name: '',
      prefix: '',
      surname: 'Gaat',
      birth_date: null,
      exceptId: null,
    }
    expect(participants.duplicates(office.ctx, typed).map((one) => one.id)).toEqual([keepId])
    expectError(() => merge.view(office.ctx, { keepId, otherId }), 'NOT_FOUND')
    expectError(() => merge.view(office.ctx, { keepId: otherId, otherId: keepId }), 'NOT_FOUND')
    expectError(() => merge.view(office.ctx, { keepId, otherId: keepId }), 'NOT_FOUND')
  })

  test('what the network and the places hold of somebody is counted before, and goes along', () => {
    const [keepId, otherId] = [aParticipant(office), aParticipant(office)]
    const placement = aPlacement(office, { participant_id: otherId })
    office.command(() => {
      run(
        `INSERT INTO match_choice (participant_id, opening_id, choice, chosen_on, staff_id)
         SELECT ?, opening_id, 'later', '2026-11-02', 1 FROM placement WHERE id = ?`,
        otherId,
        placement,
      )
      run(
        `INSERT INTO ready_signal (participant_id, placement_id, signalled_on, told_by, staff_id)
         VALUES (?, ?, '2026-11-02', 'host', 1)`,
        otherId,
        placement,
      )
      for (const day of ['2026-11-02', '2026-11-03'])
        run(
          `INSERT INTO network_contact (host_id, participant_id, happened_on, kind, staff_id)
           SELECT o.host_id, ?, ?, 'phone', 1 FROM placement l JOIN opening o ON o.id = l.opening_id WHERE l.id = ?`,
          otherId,
          day,
          placement,
        )
    })
    const counts = (keep: number, other: number) =>
      Object.fromEntries(
        merge
          .view(office.ctx, { keepId: keep, otherId: other })
          .comesAlong.map((one) => [one.thing, one.count]),
      )
    expect(counts(keepId, otherId)).toMatchObject({
      placement: 1,
      network_contact: 2,
      match_choice: 1,
      ready_signal: 1,
    })
    merged(keepId, otherId)
    const third = aParticipant(office)
    expect(counts(third, keepId)).toMatchObject({ network_contact: 2, match_choice: 1, ready_signal: 1 })
  })

  test('a third dossier: who went into the second goes into the first', () => {
    const [a = 0, b = 0, c = 0] = ['A', 'B', 'C'].map((surname) => aParticipant(office, { surname }))
    merged(b, c)
    merged(a, b)
    expect([get(b).merged_into, get(c).merged_into]).toEqual([a, a])
    office.ctx.undo()
    expect([get(b).merged_into, get(c).merged_into]).toEqual([null, b])
  })

  test('two trajectories that both go on: first one is ended', () => {
    const [keepId, otherId] = [aParticipant(office), aParticipant(office)]
    aTrajectory(office, { participant_id: keepId })
    aTrajectory(office, { participant_id: otherId })
    expect(merge.view(office.ctx, { keepId, otherId }).bothRunning).toBe(true)
    expectError(() => merged(keepId, otherId), 'INVALID')
  })

  test('one half-day in both: the mark with the most time stays, and the months are counted again', () => {
    const [keepId, otherId] = [aParticipant(office), aParticipant(office)]
    const ended = { starts_on: '2026-02-02', ended_on: '2026-06-30' }
    const kept = aTrajectory(office, { participant_id: keepId, ...ended })
    const other = aTrajectory(office, { participant_id: otherId, ...ended })
    const mark = (who: number, trajectory: number, day: string, minutes: number) =>
      office.command(() => {
        setMark(office.db, {
          participant_id: who,
          day,
          part: 'morning',
          trajectory_id: trajectory,
          mark: minutes > 0 ? 'present' : 'no_show',
          planned_minutes: 180,
          present_minutes: minutes,
          from_minute: null,
          until_minute: null,
          note: '',
        })
      })
    mark(keepId, kept, '2026-03-03', 0)
    mark(otherId, other, '2026-03-03', 180)
    mark(keepId, kept, '2026-03-05', 180)
    mark(otherId, other, '2026-03-05', 180)
    mark(otherId, other, '2026-04-07', 180)
    expect(merge.view(office.ctx, { keepId, otherId }).sameHalfDays).toBe(2)
    merged(keepId, otherId)
    expect(
      rows('SELECT participant_id, day, trajectory_id, present_minutes FROM attendance ORDER BY day'),
    ).toEqual([
      { participant_id: keepId, day: '2026-03-03', trajectory_id: other, present_minutes: 180 },
      { participant_id: keepId, day: '2026-03-05', trajectory_id: kept, present_minutes: 180 },
      { participant_id: keepId, day: '2026-04-07', trajectory_id: other, present_minutes: 180 },
    ])
    expect(rows('SELECT trajectory_id, month, present_minutes FROM attendance_month ORDER BY 1, 2')).toEqual([
      { trajectory_id: kept, month: '2026-03', present_minutes: 180 },
      { trajectory_id: other, month: '2026-03', present_minutes: 180 },
      { trajectory_id: other, month: '2026-04', present_minutes: 180 },
    ])
  })

  test('one skill on one day, the same lesson, civic integration', () => {
    const [keepId, otherId] = [aParticipant(office), aParticipant(office)]
    office.command(() => {
      const skill = `INSERT INTO skill_assessment (participant_id, skill_id, assessed_on, score, own_score) VALUES (?, 1, '2026-03-03', ?, ?)`
      run(skill, keepId, 2, null)
      run(skill, otherId, 4, 3)
      for (const [id, day] of [
        [keepId, 1],
        [otherId, 1],
        [otherId, 3],
      ])
        run(`INSERT INTO lesson_part VALUES (?, ?, 'morning')`, id, day)
      run(
        `INSERT INTO civic_integration (participant_id, law) VALUES (?, 'wi2013'), (?, 'wi2021')`,
        keepId,
        otherId,
      )
    })
    const before = everything(office.db)
    merged(keepId, otherId, { civic: 'other' })
    expect(rows('SELECT participant_id, score, own_score FROM skill_assessment')).toEqual([
      { participant_id: keepId, score: 2, own_score: 3 },
    ])
    expect(rows('SELECT participant_id, weekday FROM lesson_part ORDER BY weekday')).toEqual([
      { participant_id: keepId, weekday: 1 },
      { participant_id: keepId, weekday: 3 },
    ])
    expect(rows('SELECT participant_id, law FROM civic_integration')).toEqual([
      { participant_id: keepId, law: 'wi2021' },
    ])
    office.ctx.undo()
    expect(everything(office.db)).toEqual(before)
  })
})

/** What a dossier may hold, put in by one letter of a random plan. */
const putIn: Record<string, (id: number, n: number) => void> = {
  note: (id, n) => void aNote(office, { participant_id: id, body: `Notitie ${n}` }),
  task: (id) => void aTask(office, { participant_id: id }),
  intake: (id) => void anIntake(office, { participant_id: id }),
  place: (id) => void aPlacement(office, { participant_id: id }),
  letter: (id, n) => {
    const trajectory_id = aTrajectory(office, {
      participant_id: id,
      starts_on: '2025-01-06',
      ended_on: '2025-06-30',
    })
    aSentLetter(office, { trajectory_id, number: `2025-${String(1000 + n + id * 50)}` })
    office.command(() => {
      for (let day = 1; day <= 4; day += 1)
        setMark(office.db, {
          participant_id: id,
          day: `2025-0${(n % 3) + 1}-1${day}`,
          part: 'morning',
          trajectory_id,
          mark: 'present',
          planned_minutes: 180,
          present_minutes: 60 * ((n + day) % 4),
          from_minute: null,
          until_minute: null,
          note: '',
        })
    })
  },
  other: (id, n) =>
    office.command(() => {
      run(`INSERT OR IGNORE INTO lesson_part VALUES (?, ?, 'morning')`, id, (n % 5) + 1)
      run(`INSERT OR IGNORE INTO civic_integration (participant_id, law) VALUES (?, 'wi2021')`, id)
      run(
        `INSERT OR IGNORE INTO skill_assessment (participant_id, skill_id, assessed_on, score) VALUES (?, 1, ?, 3)`,
        id,
        `2026-03-0${(n % 3) + 1}`,
      )
      run(`INSERT INTO permission (participant_id, kind, given_on) VALUES (?, 'photo', '2026-01-01')`, id)
      run(`INSERT INTO ladder_assessment (participant_id, assessed_on, step) VALUES (?, '2026-01-01', 2)`, id)
      run(`INSERT OR IGNORE INTO attachment_file (sha256, bytes) VALUES ('x', x'25')`)
      run(
        `INSERT INTO attachment (participant_id, name, name_fold, type, size, sha256, added_on, staff_id)
         VALUES (?, 'Diploma.pdf', 'diploma pdf', 'pdf', 1, 'x', '2026-03-01', ?)`,
        id,
        office.staff.id,
      )
    }),
}

test('whatever is in two dossiers: nothing stays behind, figures add up, undo brings every byte back', () => {
  const things = fc.array(fc.tuple(fc.constantFrom(...Object.keys(putIn)), fc.boolean()), { maxLength: 12 })
  const sides = fc.dictionary(
    fc.constantFrom('phone', 'also_known_as', 'good_to_know', 'surname', 'civic', 'birth_date'),
    fc.constantFrom('kept', 'other', 'both'),
  )
  fc.assert(
    fc.property(things, sides, fc.string({ unit: 'grapheme', maxLength: 8 }), (plan, choices, text) => {
      office.close()
      office = openTestOffice()
      const keepId = aParticipant(office, {
        surname: `Een ${text}`,
        phone: '06 11111111',
        good_to_know: text,
      })
      const otherId = aParticipant(office, {
        surname: 'Twee',
        phone: '06 22222222',
        good_to_know: 'Niet tillen',
      })
      plan.forEach(([thing, first], n) => putIn[thing]?.(first ? keepId : otherId, n))
      const before = everything(office.db)
      merged(keepId, otherId, choices)
      for (const table of tablesOfAPerson.filter((name) => name !== 'participant')) {
        const left = rows(
          `SELECT * FROM ${table} WHERE participant_id = ?${table === 'letter' ? ' AND number IS NULL' : ''}`,
          otherId,
        )
        expect([table, left]).toEqual([table, []])
      }
      for (const { id } of rows('SELECT id FROM trajectory') as { id: number }[]) {
        const counted = rows(
          'SELECT coalesce(sum(planned_minutes), 0) AS planned, coalesce(sum(present_minutes), 0) AS present FROM attendance_month WHERE trajectory_id = ?',
          id,
        )
        const totals = monthTotals(marksOf(office.db, id, '2025-01-01', '2026-12-31'))
        expect(counted).toEqual([{ planned: totals.planned_minutes, present: totals.present_minutes }])
      }
      expect(findingProblems(office.db)).toEqual([])
      office.ctx.undo()
      expect(everything(office.db)).toEqual(before)
      expect(findingProblems(office.db)).toEqual([])
      expect(verifyHistory(office.db).whole).toBe(true)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('the search index that no longer fits what is stored is seen', () => {
  aParticipant(office, { surname: 'Bestaat' })
  expect(findingProblems(office.db)).toEqual([])
  prepared(
    office.db,
    "INSERT INTO person_find (rowid, names, sounds, bones) VALUES (99, 'spook', 'spuk', 'spk')",
  ).run()
  expect(findingProblems(office.db)).toEqual(['person_find'])
})
