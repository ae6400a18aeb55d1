import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assessments } from '#service/features/assessments.ts'
import { municipalities } from '#service/features/municipalities.ts'
import { notes } from '#service/features/notes.ts'
import { referrals } from '#service/features/referrals.ts'
import { tasks } from '#service/features/tasks.ts'
import {
  aCaseManager,
  aMunicipality,
  aNote,
  aParticipant,
  aReferral,
  aTask,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'

let office: TestOffice
let person: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office, { given_names: 'Testa', surname: 'Testerink' })
})
afterEach(() => office.close())

const tomorrow = '2026-11-19'
const inFuture = (field: string) => [{ field, problem: 'date_in_future' as const }]

describe('referrals', () => {
  const referral = (over: object = {}) => ({
    participant_id: person,
    case_manager_id: aCaseManager(office),
    referred_on: '2026-11-18',
    client_number: 'ZK-1',
    kind: 'months_6' as const,
    purpose: 'Work rhythm',
    tried_before: '',
    project_id: null,
    ...over,
  })

  test('come back, newest first, and can be changed and undone', () => {
    const old = aReferral(office, { participant_id: person, referred_on: '2025-01-06' })
    const input = referral()
    const { id } = referrals.create(office.ctx, input)
    expect(referrals.list(office.ctx, { participantId: person }).map((one) => one.id)).toEqual([id, old])
    expect(referrals.list(office.ctx, { participantId: person })[0]).toEqual({ id, ...input })
    const { changeSetId } = referrals.save(office.ctx, { id, fields: { kind: 'screening', purpose: '' } })
    expect(referrals.list(office.ctx, { participantId: person })[0]).toEqual({
      id,
      ...input,
      kind: 'screening',
      purpose: '',
    })
    office.ctx.undo(changeSetId ?? 0)
    expect(referrals.list(office.ctx, { participantId: person })[0]).toEqual({ id, ...input })
  })

  test('not in the future, not of nobody, not by nobody', () => {
    const id = aReferral(office, { participant_id: person })
    expectError(
      () => referrals.create(office.ctx, referral({ referred_on: tomorrow })),
      'INVALID',
      inFuture('referred_on'),
    )
    expectError(
      () => referrals.save(office.ctx, { id, fields: { referred_on: tomorrow } }),
      'INVALID',
      inFuture('referred_on'),
    )
    expectError(() => referrals.create(office.ctx, referral({ participant_id: 99 })), 'NOT_FOUND')
    expectError(() => referrals.create(office.ctx, referral({ case_manager_id: 99 })), 'NOT_FOUND')
    expectError(() => referrals.save(office.ctx, { id, fields: { case_manager_id: 99 } }), 'NOT_FOUND')
    expectError(() => referrals.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
    expect(referrals.list(office.ctx, { participantId: person })).toHaveLength(1)
  })
})

describe('notes', () => {
  const note = { happened_on: '2026-11-18', kind: 'talk' as const, body: 'Went well', in_report: true }

  test('are signed by who writes them and stay so', () => {
    const { id } = notes.create(office.ctx, { participant_id: person, ...note })
    const other = office.on('2026-11-18', office.addStaff({ name: 'Coach Twee' }))
    notes.save(other, { id, fields: { in_report: false, body: 'Went very well' } })
    expect(notes.list(office.ctx, { participantId: person })).toEqual([
      {
        id,
        participant_id: person,
        staff_id: office.staff.id,
        ...note,
        present: '',
        in_report: false,
        body: 'Went very well',
      },
    ])
  })

  test('newest first', () => {
    const first = aNote(office, { participant_id: person, happened_on: '2026-10-01' })
    const last = aNote(office, { participant_id: person, happened_on: '2026-11-01' })
    const middle = aNote(office, { participant_id: person, happened_on: '2026-10-01' })
    const ids = notes.list(office.ctx, { participantId: person }).map((one) => one.id)
    expect(ids).toEqual([last, middle, first])
  })

  test('a removed note comes back by undo', () => {
    const id = aNote(office, { participant_id: person, body: 'Keep me' })
    const before = notes.list(office.ctx, { participantId: person })
    const { changeSetId } = notes.remove(office.ctx, { id })
    expect(notes.list(office.ctx, { participantId: person })).toEqual([])
    expectError(() => notes.remove(office.ctx, { id }), 'NOT_FOUND')
    office.ctx.undo(changeSetId ?? 0)
    expect(notes.list(office.ctx, { participantId: person })).toEqual(before)
  })

  test('not empty, not in the future, every problem at once; not of nobody', () => {
    const id = aNote(office, { participant_id: person })
    const both = [{ field: 'body', problem: 'required' as const }, ...inFuture('happened_on')]
    const wrong = { happened_on: tomorrow, body: ' \n' }
    expectError(
      () => notes.create(office.ctx, { participant_id: person, ...note, ...wrong }),
      'INVALID',
      both,
    )
    expectError(() => notes.save(office.ctx, { id, fields: wrong }), 'INVALID', both)
    expectError(() => notes.create(office.ctx, { participant_id: 99, ...note }), 'NOT_FOUND')
    expectError(() => notes.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
  })
})

describe('assessments', () => {
  const get = () => assessments.get(office.ctx, { participantId: person })

  test('of language: more skills at once, and a correction on the same day', () => {
    const input = { participantId: person, assessed_on: '2026-11-18', source: 'coach' as const }
    assessments.addLanguage(office.ctx, {
      ...input,
      levels: [
        { skill: 'listening', level: 'A1' },
        { skill: 'speaking', level: 'A1' },
      ],
    })
    assessments.addLanguage(office.ctx, { ...input, levels: [{ skill: 'speaking', level: 'A2' }] })
    assessments.addLanguage(office.ctx, {
      ...input,
      source: 'exam',
      assessed_on: '2026-06-01',
      levels: [{ skill: 'speaking', level: 'Alfa C' }],
    })
    const who = office.staff.name
    expect(get().language.map(({ id: _id, ...one }) => one)).toEqual([
      { assessed_on: '2026-06-01', skill: 'speaking', level: 'Alfa C', source: 'exam', who },
      { assessed_on: '2026-11-18', skill: 'listening', level: 'A1', source: 'coach', who },
      { assessed_on: '2026-11-18', skill: 'speaking', level: 'A2', source: 'coach', who },
    ])
  })

  test('of skills: coach and participant at different moments of one day', () => {
    const skills = assessments.skillList(office.ctx)
    expect(skills.map((skill) => skill.name)).toEqual(['Skill 1', 'Skill 2'])
    const [one, two] = skills.map((skill) => skill.id)
    if (one === undefined || two === undefined) throw new Error('two skills expected')
    const input = { participantId: person, assessed_on: '2026-11-18' }
    assessments.addSkills(office.ctx, {
      ...input,
      scores: [
        { skill_id: two, score: 2, own_score: null },
        { skill_id: one, score: null, own_score: null },
      ],
    })
    const { changeSetId } = assessments.addSkills(office.ctx, {
      ...input,
      scores: [{ skill_id: two, score: null, own_score: 4 }],
    })
    const expected = { assessed_on: '2026-11-18', skill_id: two, skill: 'Skill 2' }
    expect(get().skills).toMatchObject([{ ...expected, score: 2, own_score: 4 }])
    expect(get().skills).toHaveLength(1)
    office.ctx.undo(changeSetId ?? 0)
    expect(get().skills).toMatchObject([{ ...expected, score: 2, own_score: null }])
    const unknown = { ...input, scores: [{ skill_id: 99, score: 1, own_score: null }] }
    expectError(() => assessments.addSkills(office.ctx, unknown), 'NOT_FOUND')
  })

  test('of the ladder: one step a day', () => {
    const input = { participantId: person, assessed_on: '2026-11-18' }
    assessments.addLadder(office.ctx, { ...input, step: 2 })
    assessments.addLadder(office.ctx, { ...input, step: 3 })
    assessments.addLadder(office.ctx, { ...input, assessed_on: '2026-01-10', step: 1 })
    expect(get().ladder.map((one) => [one.assessed_on, one.step])).toEqual([
      ['2026-01-10', 1],
      ['2026-11-18', 3],
    ])
  })

  test('never in the future, never of nobody', () => {
    const later = { participantId: person, assessed_on: tomorrow }
    const nobody = { participantId: 99, assessed_on: '2026-11-18' }
    const add: ((input: typeof later) => unknown)[] = [
      (input) => assessments.addLadder(office.ctx, { ...input, step: 1 }),
      (input) =>
        assessments.addLanguage(office.ctx, {
          ...input,
          source: 'coach',
          levels: [{ skill: 'reading', level: 'A0' }],
        }),
      (input) =>
        assessments.addSkills(office.ctx, { ...input, scores: [{ skill_id: 1, score: 1, own_score: null }] }),
    ]
    for (const one of add) {
      expectError(() => one(later), 'INVALID', inFuture('assessed_on'))
      expectError(() => one(nobody), 'NOT_FOUND')
    }
    expect(get()).toEqual({ language: [], skills: [], ladder: [] })
  })
})

describe('tasks', () => {
  test('what is due first comes first, with whom it is about', () => {
    const free = aTask(office, { title: 'Without a day' })
    const second = aTask(office, { title: 'Second', due_on: '2026-12-02', participant_id: person })
    const first = aTask(office, { title: 'First', due_on: '2026-12-01' })
    const list = tasks.list(office.ctx, { participantId: null })
    expect(list.map((task) => task.id)).toEqual([first, second, free])
    expect(list.map((task) => task.personName)).toEqual(['', 'Testa Testerink', ''])
    expect(tasks.list(office.ctx, { participantId: person })).toEqual([list[1]])
  })

  test('done keeps the first day, and can be put back', () => {
    const { id } = tasks.create(office.ctx, { participant_id: person, title: '  Call  ', due_on: null })
    tasks.setDone(office.ctx, { id, done: true })
    expect(tasks.setDone(office.on('2026-11-20'), { id, done: true }).changeSetId).toBeNull()
    expect(tasks.list(office.ctx, { participantId: null })).toEqual([])
    const mine = () => tasks.list(office.ctx, { participantId: person })
    expect(mine()).toMatchObject([{ id, title: 'Call', done_on: '2026-11-18' }])
    tasks.setDone(office.ctx, { id, done: false })
    expect(mine()).toMatchObject([{ id, done_on: null }])
  })

  test('need a title and somebody who exists', () => {
    const required = [{ field: 'title', problem: 'required' as const }]
    const task = { participant_id: null, title: ' ', due_on: null }
    expectError(() => tasks.create(office.ctx, task), 'INVALID', required)
    expectError(() => tasks.create(office.ctx, { ...task, title: 'A', participant_id: 99 }), 'NOT_FOUND')
    expectError(() => tasks.setDone(office.ctx, { id: 99, done: true }), 'NOT_FOUND')
    expectError(() => tasks.list(office.ctx, { participantId: 99 }), 'NOT_FOUND')
  })
})

describe('municipalities', () => {
  const municipality = {
    name: 'Teststad',
    address_line: 'Postbus 1',
    postcode: '9700ab',
    city: 'Teststad',
    phone: '14 050',
    email: '',
  }
  const manager = {
    initials: 'J.',
    prefix: 'de',
    surname: 'Vries',
    form_of_address: 'none' as const,
    function_title: '',
    phone: '',
    email: '',
  }

  test('with their case managers, by name', () => {
    const { id } = municipalities.create(office.ctx, municipality)
    const first = aMunicipality(office, { name: 'Adorp' })
    const { id: second } = municipalities.createCaseManager(office.ctx, { municipality_id: id, ...manager })
    aCaseManager(office, { municipality_id: id, initials: '', prefix: '', surname: 'Aa' })
    const list = municipalities.list(office.ctx)
    expect(list.map((one) => one.id)).toEqual([first, id])
    expect(list[1]).toMatchObject({ ...municipality, postcode: '9700 AB' })
    expect(list[0]?.caseManagers).toEqual([])
    expect(list[1]?.caseManagers.map((one) => one.name)).toEqual(['Aa', 'J. de Vries'])
    municipalities.save(office.ctx, { id, fields: { city: 'Elders' } })
    municipalities.saveCaseManager(office.ctx, { id: second, fields: { surname: 'Bakker', prefix: '' } })
    const saved = municipalities.list(office.ctx)[1]
    expect(saved).toMatchObject({ name: 'Teststad', city: 'Elders' })
    expect(saved?.caseManagers.map((one) => one.name)).toEqual(['Aa', 'J. Bakker'])
  })

  test('need a name; what is not there cannot be changed', () => {
    const id = aMunicipality(office)
    const required = (field: string) => [{ field, problem: 'required' as const }]
    expectError(
      () => municipalities.create(office.ctx, { ...municipality, name: '' }),
      'INVALID',
      required('name'),
    )
    expectError(
      () => municipalities.save(office.ctx, { id, fields: { name: ' ' } }),
      'INVALID',
      required('name'),
    )
    expectError(
      () => municipalities.createCaseManager(office.ctx, { municipality_id: id, ...manager, surname: '' }),
      'INVALID',
      required('surname'),
    )
    expectError(
      () => municipalities.createCaseManager(office.ctx, { municipality_id: 99, ...manager }),
      'NOT_FOUND',
    )
    expectError(() => municipalities.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
    expectError(() => municipalities.saveCaseManager(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
  })
})
