/**
 * The lines of growth are always those of the measurements, whatever happens to these; and what a report reads of them
 * is what the measurements say up to its last day, counted here again from the measurements alone.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LanguageLevel } from '#core/api/fields.ts'
import { connection } from '#db/database.ts'
import { undoChangeSet } from '#db/history/commands.ts'
import { compareLevels } from '#core/progress/growth.ts'
import { figureRows } from '#db/results/queries.ts'
import { aParticipant, openTestOffice } from '../builders/index.ts'

// Few of each, so that measurements meet: on one day, in one series, before and after the last day of a report.
const person = fc.constantFrom(1, 1, 2)
const id = fc.integer({ min: 1, max: 8 })
const day = fc.integer({ min: 1, max: 3 }).map((n) => `2026-03-0${n}`)
const spoken = fc.constantFrom('speaking', 'speaking', 'speaking', 'reading')
const source = fc.constantFrom('school', 'school', 'school', 'coach')
const level = fc.constantFrom('A0', 'A1', 'Alfa A', 'B1+')
const score = fc.integer({ min: 1, max: 4 })
const maybeScore = fc.option(score, { nil: null })
const skill = fc.integer({ min: 1, max: 2 })

const to = <T extends unknown[]>(sql: string, ...values: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.tuple(fc.constant(sql), fc.tuple(...values))

const step = fc.oneof(
  to(
    `INSERT OR REPLACE INTO language_assessment (id, participant_id, assessed_on, skill, source, level) VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    person,
    day,
    spoken,
    source,
    level,
  ),
  to('UPDATE language_assessment SET participant_id = ?, level = ? WHERE id >= ?', person, level, id),
  to('UPDATE language_assessment SET skill = ?, source = ? WHERE id = ?', spoken, source, id),
  to('UPDATE OR REPLACE language_assessment SET id = id + 10, assessed_on = ? WHERE id = ?', day, id),
  to('DELETE FROM language_assessment WHERE id >= ?', id),
  to(
    `INSERT INTO skill_assessment (participant_id, skill_id, assessed_on, score, own_score) VALUES (?, ?, ?, ?, 2)
     ON CONFLICT (participant_id, skill_id, assessed_on) DO UPDATE SET score = excluded.score`,
    person,
    skill,
    day,
    maybeScore,
  ),
  to('UPDATE OR REPLACE skill_assessment SET skill_id = ? WHERE assessed_on = ?', skill, day),
  to('DELETE FROM skill_assessment WHERE assessed_on > ?', day),
  to(
    'INSERT OR REPLACE INTO ladder_assessment (id, participant_id, assessed_on, step) VALUES (?, ?, ?, ?)',
    id,
    person,
    day,
    score,
  ),
  to('UPDATE ladder_assessment SET participant_id = ? WHERE id = ?', person, id),
  to('DELETE FROM ladder_assessment WHERE id = ?', id),
)

type Row = { what: string; participant_id: number; series: string; on: string; id: number; value: string }

test('growth follows every measurement, and a report of any day reads it right', () => {
  using office = openTestOffice()
  const raw = connection(office.db)
  const all = <T>(sql: string) => raw.prepare(sql).all() as T[]
  const [one, two] = [aParticipant(office), aParticipant(office)]
  expect([one, two]).toEqual([1, 2])

  /** Measurements, oldest first, by series. */
  const measured = (upTo: string) =>
    [
      ...Map.groupBy(
        [
          ...all<Row>(
            `SELECT 'language' AS what, participant_id, skill || ' ' || source AS series, assessed_on AS "on", id, level AS value FROM language_assessment`,
          ),
          ...all<Row>(
            `SELECT 'skill' AS what, participant_id, skill_id || '' AS series, assessed_on AS "on", id, score || '' AS value FROM skill_assessment WHERE score IS NOT NULL`,
          ),
          ...all<Row>(
            `SELECT 'ladder' AS what, participant_id, '' AS series, assessed_on AS "on", id, step || '' AS value FROM ladder_assessment`,
          ),
        ]
          .filter((row) => row.on <= upTo)
          .toSorted((a, b) => a.on.localeCompare(b.on) || a.id - b.id),
        (row) => `${row.what}|${row.participant_id}|${row.series}`,
      ).values(),
    ].map((rows) => {
      const [first, last] = [rows[0] as Row, rows.at(-1) as Row]
      const { what, participant_id, series } = first
      const ends = { first_on: first.on, first: first.value, last_on: last.on, last: last.value }
      return { what, participant_id, series, times: rows.length, ...ends }
    })
  const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted()
  const changeSets = () => Number(raw.prepare('SELECT count(*) FROM change_set').pluck().get())
  const check = () => expect(inOrder(all('SELECT * FROM growth'))).toEqual(inOrder(measured('9999')))

  const reports = (from: string, last: string) => {
    const rows = figureRows(office.db, { projectId: null, municipalityId: null }, { from, to: last })
    const lines = measured(last).filter((line) => line.last_on >= from)
    const twice = (what: string) => lines.filter((line) => line.what === what && line.times > 1)
    const spoken = twice('language').flatMap(({ participant_id, first, last: now }) => {
      const change = compareLevels(first as LanguageLevel, now as LanguageLevel)
      return change === null ? [] : [{ participant_id, change }]
    })
    const people = (of: typeof spoken) => of.map(({ participant_id }) => participant_id).toSorted()
    expect(rows.language.measured.toSorted()).toEqual(people(spoken))
    expect(rows.language.risen.toSorted()).toEqual(people(spoken.filter(({ change }) => change > 0)))
    expect(inOrder(rows.ladder)).toEqual(
      inOrder(
        lines
          .filter((l) => l.what === 'ladder' && l.last_on > l.first_on)
          .map((l) => ({ participant_id: l.participant_id, change: Number(l.last) - Number(l.first) })),
      ),
    )
    const skills = [...Map.groupBy(twice('skill'), (l) => Number(l.series))].map(([skill_id, of]) => ({
      skill_id,
      gained: of.reduce((sum, l) => sum + Number(l.last) - Number(l.first), 0),
      people: of.map((l) => l.participant_id).toSorted(),
    }))
    expect(
      inOrder(
        rows.skills.map(({ skill_id, gained, people }) => ({
          skill_id,
          gained,
          people: people.toSorted(),
        })),
      ),
    ).toEqual(inOrder(skills))
  }

  let undone = 0
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
      day,
      day,
      (commands, a, b) => {
        const states: string[] = []
        for (const steps of commands) {
          const [before, sets] = [JSON.stringify(all('SELECT * FROM growth')), changeSets()]
          office.command(() => {
            for (const [sql, values] of steps) raw.prepare(sql).run(...values)
          })
          if (changeSets() > sets) states.push(before)
          check()
          reports(a < b ? a : b, a < b ? b : a)
          for (const last of ['2026-03-01', '2026-03-02']) reports('2026-03-01', last)
        }
        for (const state of states.toReversed()) {
          undoChangeSet(office.db, { staffId: office.staff.id, at: office.ctx.now })
          undone += 1
          expect(JSON.stringify(all('SELECT * FROM growth'))).toBe(state)
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(undone).toBeGreaterThan(40)
})

test('a report of an earlier day leaves out what came after it; of two on one day the later written counts', () => {
  using office = openTestOffice()
  const id = aParticipant(office)
  const add = connection(office.db).prepare(
    `INSERT INTO language_assessment (participant_id, assessed_on, skill, source, level) VALUES (?, ?, 'speaking', 'school', ?)`,
  )
  office.command(() => {
    add.run(id, '2026-03-02', 'A1')
    add.run(id, '2026-03-02', 'A2')
    add.run(id, '2026-03-01', 'A1+')
    add.run(id, '2026-03-01', 'A0')
    add.run(id, '2026-03-03', 'B1')
  })
  const changes = (from: string, to: string) =>
    figureRows(office.db, { projectId: null, municipalityId: null }, { from, to }).language
  // From A1+ to A2, to A0, and to B1.
  expect(changes('2026-03-01', '2026-03-02')).toEqual({ measured: [id], risen: [id] })
  expect(changes('2026-03-01', '2026-03-01')).toEqual({ measured: [id], risen: [] })
  expect(changes('2026-03-03', '2026-03-09')).toEqual({ measured: [id], risen: [id] })
  expect(changes('2026-03-04', '2026-03-09')).toEqual({ measured: [], risen: [] })
})
