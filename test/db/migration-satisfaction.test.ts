import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/index.ts'

test('trajectories of before were asked nothing, and keep everything they had', () => {
  const raw = new Database(':memory:')
  for (const step of migrations.filter((one) => one.version <= 7)) raw.exec(step.sql)
  raw.exec(`
    INSERT INTO staff (id, name, created_on) VALUES (1, 'Coach Test', '2026-01-05');
    INSERT INTO municipality (id, name) VALUES (1, 'Testdorp');
    INSERT INTO case_manager (id, municipality_id, surname) VALUES (1, 1, 'Proef');
    INSERT INTO participant (id, surname, name_fold, name_key, sort_key, created_on)
      VALUES (1, 'Testpersoon', 'testpersoon', 'testpersoon', 'testpersoon', '2026-01-05');
    INSERT INTO referral (id, participant_id, case_manager_id, referred_on, kind) VALUES (1, 1, 1, '2026-01-05', 'months_3');
    INSERT INTO trajectory (id, participant_id, referral_id, coach_id, months, starts_on, planned_end_on, ended_on, outflow, end_kind)
      VALUES (1, 1, 1, 1, 3, '2026-02-02', '2026-05-01', '2026-04-30', 'job', 'work');
  `)
  const before = raw.prepare('SELECT * FROM trajectory').all() as Record<string, unknown>[]
  raw.exec(migrations.find((one) => one.version === 8)?.sql ?? '')
  const [after] = raw.prepare('SELECT * FROM trajectory').all()
  expect(after).toEqual({
    ...before[0],
    participant_satisfaction: null,
    participant_asked_on: null,
    case_manager_satisfaction: null,
    case_manager_asked_on: null,
  })
  const set = (column: string, value: string) => () => raw.exec(`UPDATE trajectory SET ${column} = ${value}`)
  for (const who of ['participant', 'case_manager']) {
    for (const wrong of ['0', '6', '2.5']) expect(set(`${who}_satisfaction`, wrong)).toThrow(/CHECK|INTEGER/)
    expect(set(`${who}_asked_on`, "'2026-02-30'")).toThrow('CHECK')
    set(`${who}_satisfaction`, '5')()
    set(`${who}_asked_on`, "'2026-04-30'")()
  }
  expect(raw.prepare('SELECT * FROM trajectory').get()).toMatchObject({
    participant_satisfaction: 5,
    case_manager_asked_on: '2026-04-30',
  })
  raw.close()
})
