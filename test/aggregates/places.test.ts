import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aftercareMonths } from '#core/aftercare/moments.ts'
import { createAftercareMoments } from '#db/aftercare/commands.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { hosts } from '#service/features/hosts.ts'
import { openings } from '#service/features/openings.ts'
import { placements } from '#service/features/placements.ts'
import { aHost, aParticipant, aPlacement, aTrajectory, anOpening, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const problem = (field: string, code: 'required' | 'end_before_start' | 'date_in_future') => [
  { field, problem: code },
]

describe('hosts', () => {
  test('are found by name, sector, town and contact, without accents', () => {
    const { id } = hosts.create(office.ctx, {
      name: 'Café Zuid',
      sector: 'Horeca',
      city: 'Teststad',
      postcode: '9700ab',
    })
    hosts.addPerson(office.ctx, {
      host_id: id,
      name: 'Ömer Test',
      function_title: '',
      phone: '',
      email: '',
      remark: '',
    })
    aHost(office, { name: 'Andere plek' })
    const fits = (query: string) => hosts.list(office.ctx, { query }).map((host) => host.id)
    expect(['cafe', 'HORECA zuid', 'omer', 'teststad zuid'].map(fits)).toEqual([[id], [id], [id], [id]])
    expect(hosts.list(office.ctx, { query: '' }).map((host) => host.name)).toEqual([
      'Andere plek',
      'Café Zuid',
    ])
    expect(hosts.get(office.ctx, { id })).toMatchObject({
      kind: 'employer',
      postcode: '9700 AB',
      openings: [],
    })
    hosts.save(office.ctx, { id, fields: { name: 'Lunchroom Noord' } })
    expect(hosts.list(office.ctx, { query: 'cafe' })).toEqual([])
    expect(hosts.list(office.ctx, { query: 'noord' })).toMatchObject([{ id, sector: 'Horeca' }])
  })

  test('count what is open and who is there', () => {
    const host_id = aHost(office)
    const opening_id = anOpening(office, { host_id, capacity: 2 })
    anOpening(office, { host_id, title: 'Closed', closed: true })
    aPlacement(office, { opening_id })
    aPlacement(office, { opening_id, stage: 'trial' })
    aPlacement(office, { opening_id, stage: 'introduction', starts_on: null })
    aPlacement(office, { opening_id, stage: 'ended', ended_on: '2026-11-18', end_reason: 'Moved' })
    expect(hosts.list(office.ctx, { query: '' })).toMatchObject([{ id: host_id, openings: 1, placed: 2 }])
    expect(hosts.get(office.ctx, { id: host_id }).openings).toMatchObject([
      { id: opening_id, taken: 2, capacity: 2, closed: false, hostName: 'Buurthuis Test' },
      { title: 'Closed', taken: 0, closed: true },
    ])
  })

  test('need a name; one that is not there', () => {
    const id = aHost(office)
    expectError(() => hosts.create(office.ctx, { name: ' ' }), 'INVALID', problem('name', 'required'))
    expectError(
      () => hosts.save(office.ctx, { id, fields: { name: '' } }),
      'INVALID',
      problem('name', 'required'),
    )
    expectError(() => hosts.get(office.ctx, { id: 99 }), 'NOT_FOUND')
    expectError(() => hosts.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
  })
})

describe('openings', () => {
  test('come back with defaults, can be changed and closed', () => {
    const host_id = aHost(office)
    const { id } = openings.create(office.ctx, { host_id, title: 'Garden', kind: 'work_experience' })
    expect(openings.list(office.ctx)).toEqual([
      {
        id,
        host_id,
        hostName: 'Buurthuis Test',
        title: 'Garden',
        kind: 'work_experience',
        tasks: '',
        days: '',
        minutes_per_week: null,
        capacity: 1,
        language_level: '',
        demands: '',
        open_from: null,
        open_until: null,
        closed: false,
        sector: '',
        place: '',
        postcode: '',
        surroundings: '',
        company: '',
        licence: '',
        insurance: '',
        parts_needed: null,
        confirmed_on: null,
        parts: [],
        heavy: [],
        hostPlace: 'Teststad',
        taken: 0,
        state: 'open',
      },
    ])
    const { changeSetId } = openings.save(office.ctx, { id, fields: { closed: true, minutes_per_week: 720 } })
    expect(openings.list(office.ctx)).toMatchObject([
      { id, closed: true, minutes_per_week: 720, capacity: 1 },
    ])
    office.ctx.undo(changeSetId ?? 0)
    expect(openings.list(office.ctx)).toMatchObject([{ id, closed: false, minutes_per_week: null }])
  })

  test('cannot end before they begin, also not by changing one of both', () => {
    const host_id = aHost(office)
    const order = problem('open_until', 'end_before_start')
    const input = { host_id, title: 'Garden', kind: 'job' as const, open_from: '2026-12-01' }
    expectError(() => openings.create(office.ctx, { ...input, open_until: '2026-11-30' }), 'INVALID', order)
    const { id } = openings.create(office.ctx, { ...input, open_until: '2026-12-01' })
    expectError(
      () => openings.save(office.ctx, { id, fields: { open_from: '2026-12-02' } }),
      'INVALID',
      order,
    )
    const untitled = { ...input, title: '' }
    expectError(() => openings.create(office.ctx, untitled), 'INVALID', problem('title', 'required'))
    expectError(() => openings.create(office.ctx, { ...input, host_id: 99 }), 'NOT_FOUND')
    expectError(() => openings.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
  })
})

describe('placements', () => {
  const begin = (over: object = {}) => {
    const participant_id = aParticipant(office)
    const opening_id = anOpening(office, { kind: 'internship' })
    return { participant_id, opening_id, goal: 'language' as const, ...over }
  }
  const only = (participantId: number) => {
    const [one, ...others] = placements.list(office.ctx, { participantId })
    expect(others).toEqual([])
    return one
  }
  const toEnd = { stage: 'ended' as const, goal_result: 'partly' as const }

  test('begin as a thought, with the kind of the opening and the trajectory that goes on', () => {
    const input = begin({ understood: true, explained_on: '2026-11-18' })
    const trajectory_id = aTrajectory(office, { participant_id: input.participant_id })
    const { id } = placements.create(office.ctx, input)
    expect(only(input.participant_id)).toMatchObject({
      id,
      ...input,
      trajectory_id,
      kind: 'internship',
      stage: 'exploring',
      stage_since: '2026-11-18',
      starts_on: null,
      understood: true,
      personName: 'Testa Testerink',
      hostName: 'Buurthuis Test',
      openingTitle: 'Kitchen',
    })
    expect(placements.board(office.ctx)).toEqual(
      placements.list(office.ctx, { participantId: input.participant_id }),
    )
  })

  test('start on the day that somebody is there, unless the day is known', () => {
    const input = begin()
    const { id } = placements.create(office.ctx, input)
    const rest = { ended_on: null, end_reason: '', goal_result: null }
    placements.move(office.on('2026-11-20'), { id, stage: 'trial', ...rest })
    expect(only(input.participant_id)).toMatchObject({ starts_on: '2026-11-20', stage_since: '2026-11-20' })
    placements.move(office.on('2026-11-25'), { id, stage: 'placed', ...rest })
    expect(only(input.participant_id)).toMatchObject({ starts_on: '2026-11-20', stage_since: '2026-11-25' })
    expect(placements.move(office.on('2026-11-30'), { id, stage: 'placed', ...rest }).changeSetId).toBeNull()
    const known = begin({ stage: 'placed', starts_on: '2026-10-01' })
    placements.create(office.ctx, known)
    expect(only(known.participant_id)).toMatchObject({ stage: 'placed', starts_on: '2026-10-01' })
    const unknown = begin({ stage: 'trial' })
    placements.create(office.ctx, unknown)
    expect(only(unknown.participant_id)).toMatchObject({ starts_on: '2026-11-18' })
  })

  test('end with a day and a reason, and open again without them', () => {
    const id = aPlacement(office, { starts_on: '2026-10-01' })
    const person = placements.board(office.ctx)[0]?.participant_id ?? 0
    expectError(
      () => placements.move(office.ctx, { id, ...toEnd, ended_on: null, end_reason: ' ' }),
      'INVALID',
      [...problem('ended_on', 'required'), ...problem('end_reason', 'required')],
    )
    expectError(
      () => placements.move(office.ctx, { id, ...toEnd, ended_on: '2026-09-30', end_reason: 'Job' }),
      'INVALID',
      problem('ended_on', 'end_before_start'),
    )
    const { changeSetId } = placements.move(office.ctx, {
      id,
      ...toEnd,
      ended_on: '2026-11-13',
      end_reason: 'Job',
    })
    const ended = { stage: 'ended', ended_on: '2026-11-13', end_reason: 'Job', goal_result: 'partly' }
    expect(only(person)).toMatchObject(ended)
    placements.move(office.ctx, { id, stage: 'placed', ended_on: null, end_reason: '', goal_result: null })
    expect(only(person)).toMatchObject({ stage: 'placed', ended_on: null, end_reason: '', goal_result: null })
    office.ctx.undo()
    expect(only(person)).toMatchObject(ended)
    office.ctx.undo(changeSetId ?? 0)
    expect(only(person)).toMatchObject({ stage: 'placed', starts_on: '2026-10-01', end_reason: '' })
  })

  test('a save keeps to the same rules', () => {
    const id = aPlacement(office, { starts_on: '2026-10-01', stage: 'placed' })
    const save = (fields: Parameters<typeof placements.save>[1]['fields']) =>
      placements.save(office.ctx, { id, fields })
    const order = (field: string) => problem(field, 'end_before_start')
    expectError(() => save({ expected_end_on: '2026-09-01' }), 'INVALID', order('expected_end_on'))
    expectError(
      () => save({ stage: 'ended', ended_on: '2026-11-01' }),
      'INVALID',
      problem('end_reason', 'required'),
    )
    expectError(
      () => save({ explained_on: '2026-11-19' }),
      'INVALID',
      problem('explained_on', 'date_in_future'),
    )
    expectError(() => save({ opening_id: 99 }), 'NOT_FOUND')
    expectError(() => save({ trajectory_id: aTrajectory(office) }), 'NOT_FOUND')
    save({ supervisor: '  Test Baas ', understood: false, minutes_per_week: 480 })
    const expected = { supervisor: 'Test Baas', understood: false, minutes_per_week: 480, goal: 'rhythm' }
    expect(placements.board(office.ctx)).toMatchObject([expected])
  })

  test('of nobody, nowhere, or that are not there', () => {
    expectError(() => placements.create(office.ctx, begin({ participant_id: 99 })), 'NOT_FOUND')
    expectError(() => placements.create(office.ctx, begin({ opening_id: 99 })), 'NOT_FOUND')
    expectError(() => placements.create(office.ctx, begin({ stage: 'ended' })), 'INVALID')
    expectError(
      () => placements.move(office.ctx, { id: 99, ...toEnd, ended_on: null, end_reason: '' }),
      'NOT_FOUND',
    )
    expectError(() => placements.save(office.ctx, { id: 99, fields: {} }), 'NOT_FOUND')
    expect(placements.board(office.ctx)).toEqual([])
  })

  test('a place found long ago leaves the board when aftercare is over', () => {
    const participant_id = aParticipant(office)
    const trajectory_id = aTrajectory(office, {
      participant_id,
      starts_on: '2024-01-08',
      ended_on: '2024-06-28',
    })
    const place = aPlacement(office, {
      participant_id,
      trajectory_id,
      stage: 'placed',
      starts_on: '2024-05-01',
    })
    const onBoard = () => placements.board(office.ctx).map((one) => one.id)
    expect(onBoard()).toEqual([place])
    for (const moment of aftercare.list(office.ctx, { participantId: participant_id }))
      aftercare.record(office.ctx, {
        id: moment.id,
        done_on: '2026-01-05',
        outcome: 'still_there',
        benefit_ended: 'yes',
        remark: '',
      })
    expect(onBoard()).toEqual([])
  })

  test('what ended stays on the board for 90 days', () => {
    const ended = { stage: 'ended' as const, end_reason: 'Done', starts_on: '2026-01-05' }
    const recent = aPlacement(office, { ...ended, ended_on: '2026-08-20' })
    aPlacement(office, { ...ended, ended_on: '2026-08-19' })
    const soon = aPlacement(office, { next_action: 'Call', next_action_on: '2026-11-20' })
    expect(placements.board(office.ctx).map((one) => one.id)).toEqual([soon, recent])
  })
})

describe('aftercare', () => {
  test('is due 1, 3, 6, 12 and 18 months after the end, on the last day of a shorter month', () => {
    const person = aParticipant(office)
    aTrajectory(office, { participant_id: person, starts_on: '2026-03-01', ended_on: '2026-08-31' })
    const list = aftercare.list(office.ctx, { participantId: person })
    expect(list.map((one) => one.month)).toEqual([...aftercareMonths])
    expect(list.map((one) => one.due_on)).toEqual([
      '2026-09-30',
      '2026-11-30',
      '2027-02-28',
      '2027-08-31',
      '2028-02-29',
    ])
  })

  test('not in the future, not of a trajectory that is not there', () => {
    const person = aParticipant(office)
    aTrajectory(office, { participant_id: person, starts_on: '2026-03-01', ended_on: '2026-08-31' })
    const id = aftercare.list(office.ctx, { participantId: person })[0]?.id ?? 0
    const result = { id, done_on: '2026-11-19', outcome: 'stopped', benefit_ended: 'no', remark: '' } as const
    expectError(() => aftercare.record(office.ctx, result), 'INVALID', problem('done_on', 'date_in_future'))
    expectError(() => aftercare.record(office.ctx, { ...result, id: 99, done_on: '2026-11-18' }), 'NOT_FOUND')
    expectError(() => office.command(() => createAftercareMoments(office.db, 99, '2026-08-31')), 'NOT_FOUND')
  })
})
