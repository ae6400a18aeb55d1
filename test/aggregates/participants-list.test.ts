import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '#core/api/contract.ts'
import { pageSql } from '#db/participants/list.ts'
import { prepared } from '#db/prepare.ts'
import { setSchedule } from '#db/trajectories/commands.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { participants } from '#service/features/participants.ts'
import {
  aParticipant,
  aReferral,
  aSentLetter,
  aTask,
  aTrajectory,
  anIntake,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const all = { query: '', stage: null, after: null, limit: 100 }
const list = (input: Partial<Parameters<typeof participants.list>[1]> = {}) =>
  participants.list(office.ctx, { ...all, ...input })
const names = (query: string) => list({ query }).rows.map((row) => row.fullName)

describe('search', () => {
  test('without accents, with or without the tussenvoegsel, in any order', () => {
    aParticipant(office, { given_names: 'Žaneta', prefix: 'van den', surname: 'Bergström' })
    const queries = ['zaneta', 'bergstrom', 'Bergström Ž', 'van den berg', 'vandenberg', 'den zan']
    expect(queries.filter((query) => names(query)[0] !== 'Žaneta van den Bergström')).toEqual([])
    expect(names('zaneta jansen')).toEqual([])
    expect(names('!!')).toEqual([])
  })

  test('by sound, by other names and in its own script', () => {
    aParticipant(office, { given_names: 'Muhammad', surname: 'Yusuf', also_known_as: 'Moh de kok' })
    aParticipant(office, { given_names: 'Samira', surname: 'Khatib', own_script_name: 'سميرة الخطيب' })
    expect(names('Mohamed')).toEqual(['Muhammad Yusuf'])
    expect(names('mohamed joesoef')).toEqual(['Muhammad Yusuf'])
    expect(names('kok')).toEqual(['Muhammad Yusuf'])
    expect(names('سميره')).toEqual(['Samira Khatib'])
  })

  test('two letters count at the beginning of a name only', () => {
    aParticipant(office, { given_names: 'Elias', surname: 'Bos' })
    aParticipant(office, { given_names: 'Mikael', surname: 'Dam' })
    expect(names('el')).toEqual(['Elias Bos'])
    expect(names('kael')).toEqual(['Mikael Dam'])
  })

  test('by phone number, however it is written, and by client number', () => {
    const id = aParticipant(office, { surname: 'Nummer', phone: '06-1234 5678' })
    aParticipant(office, { surname: 'Vrij', phone: 'via buren 06-99' })
    aReferral(office, { participant_id: id, client_number: 'ZK-2026/0042' })
    const queries = ['0612345678', '06 1234', '+31 6 12345678', '345678', 'zk-2026', '0042']
    expect(queries.filter((query) => names(query).join() !== 'Nummer')).toEqual([])
    expect(names('12')).toEqual([])
  })
})

describe('pages', () => {
  test('follow each other without a gap or a double, also while somebody is added', () => {
    const wanted = ['Aa', 'Bb', 'Bb', 'Bb', 'Cc', 'Dd', 'Ee']
    for (const surname of wanted.toReversed()) aParticipant(office, { surname })
    const seen: string[] = []
    let after: ReturnType<typeof list>['next'] = null
    let pages = 0
    do {
      const page = list({ after, limit: 2 })
      expect(page.total).toBe(pages === 0 ? 7 : 8)
      seen.push(...page.rows.map((row) => row.listName))
      if (pages === 0) aParticipant(office, { surname: 'Aaa' }) // on a page that was read already
      after = page.next
      pages += 1
    } while (after !== null)
    expect(seen).toEqual(wanted)
    expect(pages).toBe(4)
  })

  test('are read in the order of the index, from the place where the page begins', () => {
    const plan = prepared<[Record<string, unknown>], { detail: string }>(
      office.db,
      `EXPLAIN QUERY PLAN ${pageSql}`,
    )
      .all({ sortKey: 'm', id: 1, limit: 101 })
      .map((row) => row.detail)
    expect(plan.some((line) => /SEARCH p USING INDEX participant_sort/.test(line))).toBe(true)
    expect(plan.filter((line) => /TEMP B-TREE/.test(line))).toEqual([])
  })
})

describe('where somebody is', () => {
  const stageOf = (id: number, on = office.ctx.today) =>
    participants.list(office.on(on), all).rows.find((row) => row.id === id)?.stage

  test('every stage, and the counts add up to the total', () => {
    const fresh = aParticipant(office, { surname: 'Nieuw' })
    const intake = aParticipant(office, { surname: 'Intake' })
    anIntake(office, { participant_id: intake })
    const screened = aParticipant(office, { surname: 'Gezien' })
    anIntake(office, { participant_id: screened, finished_on: '2026-02-01' })
    const active = aParticipant(office, { surname: 'Nu' })
    anIntake(office, { participant_id: active, finished_on: '2026-02-01' })
    aTrajectory(office, { participant_id: active })
    const later = aParticipant(office, { surname: 'Straks' })
    aTrajectory(office, { participant_id: later, starts_on: '2027-01-04' })
    const after = aParticipant(office, { surname: 'Na' })
    aTrajectory(office, { participant_id: after, starts_on: '2026-01-05', ended_on: '2026-07-03' })
    const again = aParticipant(office, { surname: 'Opnieuw' })
    aTrajectory(office, { participant_id: again, starts_on: '2025-01-06', ended_on: '2025-07-04' })
    aTrajectory(office, { participant_id: again })

    const stages = [fresh, intake, screened, active, later, after, again].map((id) => stageOf(id))
    expect(stages).toEqual(['new', 'intake', 'screened', 'active', 'active', 'aftercare', 'active'])
    const page = list()
    expect(page.counts).toEqual({ new: 1, intake: 1, screened: 1, active: 3, aftercare: 1, former: 0 })
    expect(page.total).toBe(7)
    const filtered = list({ stage: 'active' })
    expect(filtered.rows.map((row) => row.id)).toEqual([active, again, later])
    expect(filtered.total).toBe(3)
    expect(filtered.counts).toEqual(page.counts)
    expect(list({ query: 'straks', stage: 'active' })).toMatchObject({
      total: 1,
      counts: { active: 1, new: 0 },
    })
    expect(contract.participants.list['~orpc'].outputSchema?.parse(page)).toEqual(page)
  })

  test('former once all aftercare is done, aftercare from the day of the end', () => {
    const id = aParticipant(office)
    aTrajectory(office, { participant_id: id, starts_on: '2026-01-05', ended_on: '2026-07-03' })
    expect(stageOf(id, '2026-07-02')).toBe('active')
    expect(stageOf(id, '2026-07-03')).toBe('aftercare')
    for (const moment of aftercare.list(office.ctx, { participantId: id }))
      aftercare.record(office.ctx, {
        id: moment.id,
        done_on: '2026-11-18',
        outcome: 'still_there',
        benefit_ended: 'yes',
        remark: '',
      })
    expect(stageOf(id)).toBe('former')
  })
})

describe('what the list shows', () => {
  test('of a trajectory: phase, days, coach, and the nearest thing to do', () => {
    const id = aParticipant(office, { surname: 'Druk' })
    aTrajectory(office, { participant_id: id, phase: 'orientation' })
    const row = () => list({ query: 'druk' }).rows[0]
    // Six weeks from 2026-08-24, the first day included.
    expect(row()).toMatchObject({
      phase: 'orientation',
      weekdays: [2, 4],
      coachName: 'Coach Test',
      next: { kind: 'letter', on: '2026-10-04', title: '' },
    })
    aTask(office, { participant_id: id, title: 'Later', due_on: '2026-12-01' })
    expect(row()?.next).toMatchObject({ kind: 'letter' })
    aTask(office, { participant_id: id, title: 'First', due_on: '2026-09-01' })
    expect(row()?.next).toEqual({ kind: 'task', on: '2026-09-01', title: 'First' })
  })

  test('of aftercare: the first open moment; of nobody yet: nothing', () => {
    const id = aParticipant(office, { surname: 'Zorg' })
    aTrajectory(office, { participant_id: id, starts_on: '2026-01-05', ended_on: '2026-07-03' })
    aParticipant(office, { surname: 'Leeg' })
    expect(list({ query: 'zorg' }).rows[0]).toMatchObject({
      phase: null,
      weekdays: [],
      next: { kind: 'aftercare', on: '2026-08-03' },
    })
    expect(list({ query: 'leeg' }).rows[0]).toMatchObject({ phase: null, coachName: null, next: null })
  })

  test('the end when nothing comes before it, and the schedule that is valid today', () => {
    const id = aParticipant(office, { surname: 'Kort' })
    const monday = { weekday: 1, part: 'morning' as const, start_minute: 540, end_minute: 720 }
    const friday = { weekday: 5, part: 'afternoon' as const, start_minute: 780, end_minute: 960 }
    const trajectory_id = aTrajectory(office, { participant_id: id, parts: [monday] })
    office.command(() => setSchedule(office.db, trajectory_id, '2026-11-18', [friday, monday]))
    office.command(() => setSchedule(office.db, trajectory_id, '2026-11-19', [friday]))
    aSentLetter(office, { trajectory_id })
    expect(list({ query: 'kort' }).rows[0]).toMatchObject({
      weekdays: [1, 5],
      next: { kind: 'end', on: '2027-02-23', title: '' },
    })
  })

  test('the first schedule of a trajectory that still has to begin', () => {
    const id = aParticipant(office, { surname: 'Straks' })
    aTrajectory(office, { participant_id: id, starts_on: '2027-01-04' })
    expect(list({ query: 'straks' }).rows[0]).toMatchObject({ stage: 'active', weekdays: [2, 4] })
  })
})
