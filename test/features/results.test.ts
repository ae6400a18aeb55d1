import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { mergeParticipants } from '#db/participants/merge.ts'
import { projects } from '#service/features/projects.ts'
import { referrals } from '#service/features/referrals.ts'
import { results } from '#service/features/results.ts'
import { today } from '#service/features/today.ts'
import { trajectories } from '#service/features/trajectories.ts'
import {
  aCaseManager,
  aMunicipality,
  anIntake,
  aParticipant,
  aPlacement,
  aReferral,
  aTask,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'

const year = { from: '2026-01-01', to: '2026-11-18', projectId: null, municipalityId: null }

test('figures of a municipality and of everybody, each with the people behind it', () => {
  using office = openTestOffice()
  const ids = ['Noord', 'Zuid'].map((name) => aMunicipality(office, { name }))
  const [north = 0, south = 0] = ids
  const people = [north, north, south].map((municipality_id) => {
    const participant_id = aParticipant(office)
    const case_manager_id = aCaseManager(office, { municipality_id })
    const referral_id = aReferral(office, { participant_id, case_manager_id })
    aTrajectory(office, { participant_id, referral_id })
    return participant_id
  })
  const started = (municipalityId: number | null) =>
    results.get(office.ctx, { ...year, municipalityId }).report.figures.find(({ code }) => code === 'started')
  expect(started(north)).toMatchObject({ value: 2, behind: 2 })
  expect(started(south)).toMatchObject({ value: 1, behind: 1 })
  expect(started(null)).toMatchObject({ value: 3, behind: 3 })
  const of = { figure: 'started' as const, whole: false }
  expect(results.behind(office.ctx, { ...year, municipalityId: south, of }).people).toEqual([
    { id: people[2], listName: 'Testerink, Testa' },
  ])
  expect(results.choices(office.ctx, { to: year.to }).municipalities).toEqual([
    { id: north, name: 'Noord' },
    { id: south, name: 'Zuid' },
  ])
})

test('the workbook holds the same figures with real days, and names only when they are asked for', async () => {
  using office = openTestOffice()
  aTrajectory(office)
  const { name, file } = await results.excel(office.ctx, { ...year, people: false })
  expect(name).toBe('Resultaten 2026-01-01 tot en met 2026-11-18.xlsx')
  const sheets = await readExcelFile(Buffer.from(file, 'base64'))
  const rows = sheets[0]?.data ?? []
  expect(rows[1]).toEqual(['Van', new Date('2026-01-01T00:00:00Z'), ...Array<null>(7).fill(null)])
  const { report } = results.get(office.ctx, year)
  const started = rows.find((row) => row[1] === 'Trajecten begonnen')
  expect(started?.[2]).toBe(report.figures.find(({ code }) => code === 'started')?.value)
  expect(rows).toHaveLength(6 + report.figures.length)
  expect(JSON.stringify(sheets)).not.toContain('Testerink')
  const named = await results.excel(office.ctx, { ...year, people: true })
  const withNames = await readExcelFile(Buffer.from(named.file, 'base64'))
  expect(withNames.map(({ sheet }) => sheet)).toEqual(['Resultaten', 'Uitgesplitst', 'Namen'])
  expect(JSON.stringify(withNames[2])).toContain('Testerink')
})

test('as text: semicolons, commas, a byte order mark', () => {
  using office = openTestOffice()
  aTrajectory(office)
  const text = Buffer.from(results.csv(office.ctx, year).file, 'base64').toString('utf8')
  expect(text.startsWith('\ufeffOnderwerp;Cijfer;Aantal;')).toBe(true)
  expect(text).toContain('\r\nAangemeld en begonnen;Trajecten begonnen;1;')
  expect(text).not.toContain('Testerink')
})

const aProject = {
  name: 'Werk in Testdorp',
  municipality_id: null,
  starts_on: '2026-01-01',
  ends_on: null,
  target_screened: null,
  target_started: null,
  target_placed: null,
  remarks: '',
  active: true,
}

test('Zuidhorn: 59 screened, 12 volunteering, 4 learn-work, 7 at school, 1 job, up to a day of a project', () => {
  using office = openTestOffice()
  const projectId = projects.create(office.ctx, { ...aProject, target_screened: 60, target_placed: 0 }).id
  const manager = aCaseManager(office)
  // The kinds overlap: who volunteers may go to school as well. And the first five of another project are not counted.
  const kinds = { volunteer: [1, 12], learn_work: [11, 14], education: [20, 26], job: [30, 30] } as const
  for (let n = -4; n <= 59; n += 1) {
    const participant_id = aParticipant(office)
    const referral_id = aReferral(office, {
      participant_id,
      case_manager_id: manager,
      referred_on: '2026-01-05',
    })
    if (n > 0) referrals.save(office.ctx, { id: referral_id, fields: { project_id: projectId } })
    anIntake(office, { participant_id, started_on: '2026-02-01', finished_on: '2026-02-03' })
    for (const [kind, [first, last]] of Object.entries(kinds) as [
      keyof typeof kinds,
      readonly [number, number],
    ][])
      if (n >= first && n <= last)
        aPlacement(office, { participant_id, kind, stage: 'placed', starts_on: '2026-05-01' })
    // One who begins after the day of the report.
    if (n === 40)
      aPlacement(office, { participant_id, kind: 'job', stage: 'placed', starts_on: '2026-11-19' })
  }
  const { report, targets } = results.get(office.ctx, { ...year, projectId })
  const kind = (key: string) =>
    report.breakdowns.find(({ code }) => code === 'placed_kind')?.lines.find((line) => line.key === key)
      ?.value
  expect(report.figures.find(({ code }) => code === 'screened')?.value).toBe(59)
  expect(['volunteer', 'learn_work', 'education', 'job'].map(kind)).toEqual([12, 4, 7, 1])
  expect(report.figures.find(({ code }) => code === 'placed_ever')?.value).toBe(22)
  expect(targets).toEqual([
    { count: 'screened', target: 60, people: 59 },
    { count: 'placed', target: 0, people: 22 },
  ])
})

test('a person who became one with another counts once; so does the number', () => {
  using office = openTestOffice()
  const [keep, other] = [aParticipant(office), aParticipant(office)]
  for (const participant_id of [keep, other])
    anIntake(office, { participant_id, started_on: '2026-02-01', finished_on: '2026-02-03' })
  const screened = () =>
    results.get(office.ctx, year).report.figures.find(({ code }) => code === 'screened')?.value
  expect(screened()).toBe(2)
  office.command(() => mergeParticipants(office.db, { keepId: keep, otherId: other }, {}))
  expect(screened()).toBe(1)
})

test('a period that ends before it starts is refused', () => {
  using office = openTestOffice()
  expect(() => results.get(office.ctx, { ...year, from: year.to, to: year.from })).toThrow('INVALID')
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
