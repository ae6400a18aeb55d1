import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { municipalityFigures } from '#core/figures/figures.ts'
import type { FigureRows } from '#core/figures/rows.ts'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { createSkills } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'
import { results } from '#service/features/results.ts'
import { today } from '#service/features/today.ts'
import { trajectories } from '#service/features/trajectories.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTask,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'

const year = { from: '2026-01-01', to: '2026-11-18' }

test('figures per municipality and together, each with the people behind it', () => {
  using office = openTestOffice()
  const [north, south] = ['Noord', 'Zuid'].map((name) =>
    aCaseManager(office, { municipality_id: aMunicipality(office, { name }) }),
  )
  const people = [north, north, south].map((case_manager_id) => {
    const participant_id = aParticipant(office)
    const referral_id = aReferral(office, { participant_id, case_manager_id: case_manager_id ?? 0 })
    aTrajectory(office, { participant_id, referral_id })
    return participant_id
  })
  const figures = results.get(office.ctx, year)
  const started = (name: string) =>
    figures
      .find((item) => item.municipalityName === name)
      ?.figures.find((figure) => figure.code === 'started')
  expect(started('Noord')).toMatchObject({ value: 2, people: people.slice(0, 2) })
  expect(started('Zuid')).toMatchObject({ value: 1, people: people.slice(2) })
  expect(started('')).toMatchObject({ value: 3, people })
  expect(results.people(office.ctx, { ids: people.slice(2) })).toEqual([
    { id: people[2], listName: 'Testerink, Testa' },
  ])
})

test('the workbook holds the same figures, and no name', async () => {
  using office = openTestOffice()
  aTrajectory(office)
  const { name, file } = await results.excel(office.ctx, year)
  expect(name).toMatch(/\.xlsx$/)
  const bytes = Buffer.from(file, 'base64')
  const sheets = await readExcelFile(bytes)
  const rows = sheets[0]?.data ?? []
  const together = results.get(office.ctx, year).at(-1)?.figures ?? []
  const values = rows.filter((row) => row[0] === 'Alle gemeenten samen').map((row) => row[2])
  expect(values).toEqual(together.map((figure) => figure.value))
  expect(JSON.stringify(sheets)).not.toContain('Testerink')
})

test('a period that ends before it starts is refused', () => {
  using office = openTestOffice()
  expect(() => results.get(office.ctx, { from: year.to, to: year.from })).toThrow('INVALID')
})

test('today: who comes, who is new, what was left empty, what waits', () => {
  using office = openTestOffice({ today: '2026-11-19' }) // a Thursday
  const regular = aParticipant(office)
  const id = aTrajectory(office, { participant_id: regular, starts_on: '2026-11-03', months: 3 })
  const newcomer = aParticipant(office)
  aTrajectory(office, { participant_id: newcomer, starts_on: '2026-11-18', months: 3 })
  aTask(office, { participant_id: regular, title: 'Bellen', due_on: '2026-11-20' })
  const page = today.get(office.ctx)
  expect(page.coming.map((item) => item.participantId)).toEqual([regular, newcomer])
  expect(page.firstTime.map((item) => item.participantId)).toEqual([newcomer])
  // Four planned mornings since 5 November that nobody filled in.
  expect(page.unfilled.map((item) => item.day)).toEqual([
    '2026-11-05',
    '2026-11-10',
    '2026-11-12',
    '2026-11-17',
  ])
  expect(page.tasks).toMatchObject([{ title: 'Bellen', participantId: regular }])
  trajectories.end(office.ctx, {
    id,
    ended_on: '2026-11-18',
    outflow: 'job',
    end_kind: 'work',
    end_reason: '',
    end_discussed_with: '',
    end_discussed_on: null,
  })
  expect(today.get(office.ctx).coming.map((item) => item.participantId)).toEqual([newcomer])
})

test('what is read for a period gives the same figures as every row of the office', async () => {
  using office = openTestOffice({ today: '2026-11-02' })
  office.command(() => createSkills(office.db, Object.values(nlDefaults.skills).slice(2)))
  await loadPractice(office.db, generateOffice({ today: '2026-11-02', ...peopleFor(60) }))
  const all = (sql: string) => prepared<[], never>(office.db, sql).all()
  const every: FigureRows = {
    municipalities: all('SELECT * FROM municipality'),
    referrals: all(
      'SELECT r.*, c.municipality_id FROM referral r JOIN case_manager c ON c.id = r.case_manager_id',
    ),
    intakes: all('SELECT * FROM intake'),
    trajectories: all('SELECT * FROM trajectory'),
    placements: all('SELECT * FROM placement'),
    aftercare: all('SELECT * FROM aftercare'),
    language: all('SELECT * FROM language_assessment ORDER BY assessed_on, id'),
    attendance: all('SELECT * FROM attendance_month'),
  }
  const periods = [
    ['2020-01-01', '2026-11-02'],
    ['2025-11-15', '2026-02-03'],
    ['2026-03-31', '2026-03-31'],
    ['2026-01-01', '2026-12-31'],
    ['2024-01-01', '2024-12-31'],
    ['2030-01-01', '2030-12-31'],
  ]
  for (const [from = '', to = ''] of periods)
    expect(results.get(office.ctx, { from, to })).toEqual(municipalityFigures(every, { from, to }))
  const languages = (from: string, to: string) =>
    results
      .get(office.ctx, { from, to })
      .at(-1)
      ?.figures.find((one) => one.code === 'language_measured')
  expect(languages('2026-01-01', '2026-11-02')?.value).toBeGreaterThan(5)
})
