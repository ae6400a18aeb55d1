import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '#core/api/contract.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { history } from '#service/features/history.ts'
import { merge } from '#service/features/merge.ts'
import { permissions } from '#service/features/permissions.ts'
import { results } from '#service/features/results.ts'
import { today } from '#service/features/today.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { expectError } from '../aggregates/expect-error.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

let office: TestOffice
let person: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office)
})
afterEach(() => office.close())

const ending = {
  outflow: 'volunteer',
  end_kind: 'planned',
  end_reason: '',
  end_discussed_with: '',
  end_discussed_on: null,
} as const
const ended = (ended_on = '2026-08-31', participant_id = person) =>
  aTrajectory(office, { participant_id, starts_on: '2026-03-01', ended_on })
const allow = (participantId = person, kind: 'aftercare' | 'story' = 'aftercare', given_on = '2026-03-01') =>
  permissions.give(office.ctx, { participantId, kind, given_on, remark: '' })
const moments = (participantId = person) => aftercare.list(office.ctx, { participantId })
const moment = (month: number) => {
  const found = moments().find((one) => one.month === month)
  if (found === undefined) throw new Error(`no moment ${month}`)
  return found
}
const due = (day = '2026-11-18') =>
  today.get(office.on(day)).aftercareDue.map((one) => [one.month, one.due_on])
const heard = (id: number, more = {}) =>
  aftercare.record(office.ctx, {
    id,
    done_on: '2026-10-01',
    outcome: 'still_there',
    benefit_ended: 'partly',
    remark: ' Werkt met plezier ',
    how: 'phone',
    ...more,
  })
const tried = (id: number, tried_on: string, next_on: string) =>
  aftercare.tried(office.ctx, { id, tried_on, how: 'phone', remark: 'Voicemail', next_on })

describe('the days of the moments', () => {
  test.each([
    ['2026-08-31', ['2026-09-30', '2026-11-30', '2027-02-28', '2027-08-31', '2028-02-29']],
    ['2024-02-29', ['2024-03-29', '2024-05-29', '2024-08-29', '2025-02-28', '2025-08-29']],
    ['2026-11-30', ['2026-12-30', '2027-02-28', '2027-05-30', '2027-11-30', '2028-05-30']],
  ])('after %s', (endedOn, days) => {
    office.close()
    office = openTestOffice({ today: '2026-12-01' })
    person = aParticipant(office)
    aTrajectory(office, { participant_id: person, starts_on: '2024-01-01', ended_on: endedOn, months: 24 })
    expect(moments().map((one) => one.due_on)).toEqual(days)
  })

  test('another end moves what is open along; what was done, dropped or chosen stays', () => {
    const id = ended()
    heard(moment(1).id)
    aftercare.drop(office.ctx, { ids: [moment(12).id], why: 'Verhuist' })
    aftercare.move(office.ctx, { id: moment(6).id, due_on: '2027-03-10' })
    aftercare.add(office.ctx, { trajectoryId: id, month: 9, due_on: null })
    trajectories.end(office.ctx, { id, ended_on: '2026-09-15', ...ending })
    expect(moments().map((one) => [one.month, one.due_on])).toEqual([
      [1, '2026-09-30'],
      [3, '2026-12-15'],
      [6, '2027-03-10'],
      [9, '2027-06-15'],
      [12, '2027-08-31'],
      [18, '2028-03-15'],
    ])
  })

  test('a day that was chosen goes back to the counted one when the new end passes it', () => {
    const id = ended()
    aftercare.move(office.ctx, { id: moment(1).id, due_on: '2026-09-10' })
    trajectories.end(office.ctx, { id, ended_on: '2026-10-15', ...ending })
    expect(moment(1)).toMatchObject({ due_on: '2026-11-15', own_day: false })
  })

  test('a trajectory that goes on again: open moments wait, nothing is lost, and the next end moves them', () => {
    allow()
    const id = ended()
    heard(moment(1).id)
    tried(moment(3).id, '2026-11-17', '2026-11-18')
    expect(due()).toEqual([[3, '2026-11-18']])
    trajectories.reopen(office.ctx, { id, planned_end_on: '2027-02-28' })
    expect(due()).toEqual([])
    expect(moments().map((one) => one.state)).toEqual(['done', 'waiting', 'waiting', 'waiting', 'waiting'])
    expectError(() => heard(moment(3).id, { done_on: '2026-11-18' }), 'INVALID', [
      { field: 'done_on', problem: 'before_trajectory_end' },
    ])
    trajectories.end(office.ctx, { id, ended_on: '2026-11-18', ...ending })
    expect(moments().map((one) => one.due_on)).toEqual([
      '2026-09-30',
      '2027-02-18',
      '2027-05-18',
      '2027-11-18',
      '2028-05-18',
    ])
    expect(moment(3)).toMatchObject({ state: 'coming', try_on: null, attempts: [{ remark: 'Voicemail' }] })
  })

  test('a moment of one’s own: another day, one more, and what does not fit', () => {
    const trajectoryId = ended()
    const add = (month: number, due_on: string | null = null) =>
      aftercare.add(office.ctx, { trajectoryId, month, due_on })
    add(36)
    expect(moment(36)).toMatchObject({ due_on: '2029-08-31', own_day: false })
    add(24, '2028-09-04')
    expect(moment(24)).toMatchObject({ due_on: '2028-09-04', own_day: true })
    const refused = (field: string, problem: never) => [{ field, problem }]
    expectError(() => add(3), 'INVALID', refused('month', 'already_there' as never))
    expectError(() => add(37), 'INVALID', refused('month', 'number_range' as never))
    expectError(() => add(0), 'INVALID', refused('month', 'number_range' as never))
    expectError(() => add(30, '2029-09-01'), 'INVALID', refused('due_on', 'longer_than_three_years' as never))
    expectError(() => add(30, '2026-08-30'), 'INVALID', refused('due_on', 'before_trajectory_end' as never))
    expectError(
      () => aftercare.move(office.ctx, { id: moment(3).id, due_on: '2026-08-01' }),
      'INVALID',
      refused('due_on', 'before_trajectory_end' as never),
    )
    expect(moments()).toHaveLength(7)
  })
})

describe('whom it may ask', () => {
  test('never asked, allowed, taken back, allowed again', () => {
    ended()
    expect(due()).toEqual([[1, '2026-09-30']])
    expect(moments().map((one) => one.state)).toEqual(['ask', 'ask', 'ask', 'ask', 'ask'])
    const { id } = allow()
    expect(due()).toEqual([[1, '2026-09-30']])
    permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-02' })
    expect(due()).toEqual([])
    expect(aftercare.contact(office.ctx, { participantId: person })).toEqual({
      contact: 'withdrawn',
      since: '2026-11-02',
    })
    allow(person, 'aftercare', '2026-11-02')
    expect(due()).toEqual([[1, '2026-09-30']])
  })

  test('an 18-month moment for who may not be asked any more: told, nothing lost, put back', () => {
    const trajectoryId = ended()
    const { id } = allow()
    permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-11-02' })
    const last = moment(18)
    expectError(() => aftercare.move(office.ctx, { id: last.id, due_on: '2028-03-01' }), 'INVALID', [
      { field: 'due_on', problem: 'may_not_contact' },
    ])
    expectError(() => aftercare.add(office.ctx, { trajectoryId, month: 17, due_on: null }), 'INVALID', [
      { field: 'month', problem: 'may_not_contact' },
    ])
    expect(moment(18)).toEqual(last)
    aftercare.drop(office.ctx, { ids: moments().map((one) => one.id), why: 'Wil niet meer gebeld worden' })
    expect(moment(18)).toMatchObject({ state: 'dropped', dropped_on: '2026-11-18' })
    aftercare.putBack(office.ctx, { ids: [last.id] })
    expect(moment(18)).toEqual(last)
  })

  test('who died is not asked, also about an earlier trajectory; the stage is former', () => {
    allow()
    ended('2026-08-31')
    const second = aTrajectory(office, { participant_id: person, starts_on: '2026-09-15' })
    trajectories.end(office.ctx, { id: second, ended_on: '2026-11-10', ...ending, end_kind: 'deceased' })
    expect(moments().map((one) => [one.trajectory_id === second, one.state])).toEqual(
      Array.from({ length: 5 }, () => [false, 'blocked']),
    )
    expect(due()).toEqual([])
    expect(aftercare.contact(office.ctx, { participantId: person })).toEqual({
      contact: 'deceased',
      since: '2026-11-10',
    })
  })

  test('two dossiers that become one: the later decision counts', () => {
    ended()
    allow()
    const other = aParticipant(office, { surname: 'Dubbel' })
    const { id } = allow(other, 'aftercare', '2026-04-01')
    permissions.withdraw(office.ctx, { id, withdrawn_on: '2026-10-01' })
    merge.run(office.ctx, { keepId: person, otherId: other, choices: {} })
    expect(aftercare.contact(office.ctx, { participantId: person })).toMatchObject({ contact: 'withdrawn' })
  })
})

describe('what came out of it', () => {
  test('attempts are counted; not reached stays open until somebody says it is final', () => {
    allow()
    ended()
    const { id } = moment(1)
    tried(id, '2026-10-01', '2026-10-08')
    expect(due('2026-10-07')).toEqual([[1, '2026-10-08']]) // Vandaag looks a week ahead
    expect(due('2026-09-30')).toEqual([])
    tried(id, '2026-10-08', '2026-11-20')
    expect(moment(1)).toMatchObject({ state: 'coming', done_on: null, try_on: '2026-11-20' })
    const { changeSetId } = heard(id, { outcome: 'not_reached', benefit_ended: 'unknown' })
    expect(moment(1)).toMatchObject({ state: 'done', outcome: 'not_reached', try_on: null })
    expect(moment(1).attempts.map((one) => [one.tried_on, one.reached])).toEqual([
      ['2026-10-01', false],
      ['2026-10-01', false],
      ['2026-10-08', false],
    ])
    office.ctx.undo(changeSetId ?? 0)
    expect(moment(1)).toMatchObject({ state: 'coming', outcome: null, try_on: '2026-11-20' })
    expect(moment(1).attempts).toHaveLength(2)
  })

  test('is corrected later: the talk goes along, and the history has what it said', () => {
    ended()
    const { id } = moment(1)
    heard(id)
    expect(moment(1)).toMatchObject({
      remark: 'Werkt met plezier',
      attempts: [{ tried_on: '2026-10-01', reached: true }],
    })
    aftercare.record(office.ctx, {
      id,
      done_on: '2026-10-05',
      outcome: 'moved_on',
      benefit_ended: 'yes',
      remark: 'Nieuwe baan',
      moved_on_to: 'Bakkerij',
    })
    expect(moment(1)).toMatchObject({
      done_on: '2026-10-05',
      outcome: 'moved_on',
      moved_on_to: 'Bakkerij',
      attempts: [{ tried_on: '2026-10-05', reached: true }],
    })
    const { changes } = history.person(office.ctx, {
      participantId: person,
      query: 'Nog op de plek',
      before: null,
      limit: 50,
    })
    expect(changes).toMatchObject([
      { field: 'outcome', old: 'Nog op de plek', new: 'Doorgegaan naar een andere plek' },
      { field: 'outcome', old: '', new: 'Nog op de plek' },
    ])
    aftercare.open(office.ctx, { id })
    expect(moment(1)).toMatchObject({ done_on: null, outcome: null, remark: 'Nieuwe baan' })
  })

  test('an attempt is corrected or taken away', () => {
    ended()
    const { id } = moment(1)
    tried(id, '2026-10-01', '2026-10-08')
    const [attempt] = moment(1).attempts
    aftercare.saveAttempt(office.ctx, {
      id: attempt?.id ?? 0,
      tried_on: '2026-10-02',
      how: 'visit',
      remark: '',
    })
    expect(moment(1).attempts).toMatchObject([
      { tried_on: '2026-10-02', how: 'visit', staffName: 'Coach Test' },
    ])
    expectError(
      () =>
        aftercare.saveAttempt(office.ctx, {
          id: attempt?.id ?? 0,
          tried_on: '2026-11-19',
          how: 'visit',
          remark: '',
        }),
      'INVALID',
      [{ field: 'tried_on', problem: 'date_in_future' }],
    )
    const { changeSetId } = aftercare.removeAttempt(office.ctx, { id: attempt?.id ?? 0 })
    expect(moment(1).attempts).toEqual([])
    const taken = history.person(office.ctx, {
      participantId: person,
      query: 'poging',
      before: null,
      limit: 50,
    })
    expect(taken.changes[0]).toMatchObject({ op: 'delete' })
    office.ctx.undo(changeSetId ?? 0)
    expect(moment(1).attempts).toHaveLength(1)
  })

  test('a story only with permission; one that is there stays when the permission goes', () => {
    ended()
    const { id } = moment(1)
    expectError(() => heard(id, { story: 'Hij bakt brood.' }), 'PERMISSION_NEEDED')
    expect(moment(1).done_on).toBeNull()
    const permission = allow(person, 'story')
    heard(id, { story: ' Hij bakt brood. ' })
    permissions.withdraw(office.ctx, { id: permission.id, withdrawn_on: '2026-11-01' })
    heard(id, { story: 'Hij bakt brood.', how: undefined, remark: 'Anders' })
    expect(moment(1)).toMatchObject({ story: 'Hij bakt brood.', remark: 'Anders' })
    expectError(() => heard(id, { story: 'Hij bakt taart.' }), 'PERMISSION_NEEDED')
    expect(aftercare.get(office.ctx, { id })).toMatchObject({ storyPermission: false })
  })

  test('days that cannot be, and moments that are not open', () => {
    ended()
    const { id } = moment(1)
    expectError(() => heard(id, { done_on: '2026-11-19' }), 'INVALID', [
      { field: 'done_on', problem: 'date_in_future' },
    ])
    expectError(() => heard(id, { done_on: '2026-08-30' }), 'INVALID', [
      { field: 'done_on', problem: 'before_trajectory_end' },
    ])
    expectError(() => tried(id, '2026-10-01', '2026-10-01'), 'INVALID', [
      { field: 'next_on', problem: 'end_before_start' },
    ])
    expectError(() => aftercare.drop(office.ctx, { ids: [id], why: ' ' }), 'INVALID', [
      { field: 'why', problem: 'required' },
    ])
    aftercare.drop(office.ctx, { ids: [id], why: 'Verhuisd' })
    expectError(() => tried(id, '2026-10-01', '2026-10-08'), 'INVALID')
    expectError(() => aftercare.drop(office.ctx, { ids: [id], why: 'Nog eens' }), 'INVALID')
    expectError(() => aftercare.get(office.ctx, { id: 999 }), 'NOT_FOUND')
  })
})

test('the list: a tab for each state, counted, by month and by coach', () => {
  const other = office.addStaff({ name: 'Coach Twee' })
  const names = ['Aa', 'Bee', 'Cee', 'Dee']
  const people = names.map((surname) => aParticipant(office, { surname }))
  const [a = 0, b = 0, c = 0, d = 0] = people
  for (const id of [a, b, c]) ended('2026-08-31', id)
  aTrajectory(office, {
    participant_id: d,
    starts_on: '2026-03-01',
    ended_on: '2026-08-31',
    coach_id: other.id,
  })
  for (const id of [a, b, d]) allow(id)
  heard(aftercare.list(office.ctx, { participantId: b })[0]?.id ?? 0)
  aftercare.drop(office.ctx, {
    ids: aftercare
      .list(office.ctx, { participantId: d })
      .slice(1)
      .map((one) => one.id),
    why: 'Verhuisd',
  })
  const all = (more = {}) =>
    aftercare.all(office.ctx, { view: 'due', query: '', month: null, coachId: null, limit: 100, ...more })
  const page = all()
  expect(page.counts).toEqual({ due: 2, coming: 8, ask: 5, stopped: 4, done: 1, all: 20 })
  expect(page.rows.map((row) => [row.listName, row.on, row.coachName])).toEqual([
    ['Aa', '2026-09-30', 'Coach Test'],
    ['Dee', '2026-09-30', 'Coach Twee'],
  ])
  expect(contract.aftercare.all['~orpc'].outputSchema?.parse(page)).toEqual(page)
  expect(all({ coachId: other.id }).counts).toMatchObject({ due: 1, coming: 0, stopped: 4 })
  expect(all({ month: 18, view: 'coming' })).toMatchObject({ total: 2, months: [1, 3, 6, 12, 18] })
  expect(all({ query: 'bee', view: 'done' }).rows).toMatchObject([
    { listName: 'Bee', attempts: 1, state: 'done' },
  ])
  expect(all({ view: 'coming', limit: 1 })).toMatchObject({ total: 8, rows: [{ on: '2026-11-30' }] })
})

test('the figures: each person once at each moment, and the parts add up', () => {
  const ids = ['still_there', 'stopped', 'not_reached', 'drop', 'withdraw', 'open'].map((what) => {
    const id = aParticipant(office)
    ended('2026-05-31', id)
    const { id: permission } = allow(id)
    const [, third] = aftercare.list(office.ctx, { participantId: id })
    const momentId = third?.id ?? 0
    if (what === 'drop') aftercare.drop(office.ctx, { ids: [momentId], why: 'Verhuisd' })
    else if (what === 'withdraw')
      permissions.withdraw(office.ctx, { id: permission, withdrawn_on: '2026-10-01' })
    else if (what !== 'open') heard(momentId, { outcome: what })
    return id
  })
  const [still, stopped, missed, dropped, withdrawn, open] = ids
  const three = (from: string, to: string) => {
    const about = { from, to, projectId: null, municipalityId: null }
    const { lines } = results
      .get(office.ctx, about)
      .report.breakdowns.find((one) => one.code === 'after_3') ?? { lines: [] }
    return Object.fromEntries(
      lines.map(({ key }) => [
        key,
        results
          .behind(office.ctx, { ...about, of: { breakdown: 'after_3', key } })
          .people.map(({ id }) => id)
          .toSorted((a, b) => a - b),
      ]),
    )
  }
  expect(three('2026-01-01', '2026-12-31')).toEqual({
    passed: ids,
    reached: [still, stopped],
    still: [still],
    not_reached: [missed],
    stopped: [dropped, withdrawn],
    open: [open],
  })
  // On the last day of September nobody had been spoken to yet.
  expect(three('2026-01-01', '2026-09-30')).toMatchObject({ passed: ids, reached: [], open: ids })
  expect(three('2026-09-01', '2026-12-31')).toEqual({})
})
