/** Pauses, dates, phases, the end and back: what they do to the plan, the marks and the hours. */
import { expect, test } from 'vitest'
import { attendance } from '#service/features/attendance.ts'
import { today } from '#service/features/today.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const ending = {
  outflow: 'other' as const,
  end_kind: 'not_reachable' as const,
  end_reason: '',
  end_discussed_with: 'mevrouw Van Test',
  end_discussed_on: '2026-11-10',
}

/** Tuesday and Thursday mornings from 24 August 2026, six months; today is Wednesday 18 November. */
function open(office: TestOffice) {
  const participantId = aParticipant(office)
  const id = aTrajectory(office, { participant_id: participantId })
  const view = () => {
    const [one] = trajectories.list(office.ctx, { participantId })
    if (!one) throw new Error('no trajectory')
    return one
  }
  const mark = (day: string, what: 'present' | 'ill' | 'leave' | null) =>
    attendance.mark(office.ctx, {
      cells: [{ participantId, day, part: 'morning', mark: what, lateMinutes: null }],
    })
  const planned = (monday: string) =>
    (attendance.week(office.ctx, { monday }).rows[0]?.cells ?? [])
      .filter((cell) => cell.planned_minutes > 0)
      .map((cell) => cell.day)
  return { participantId, id, view, mark, planned }
}

const refused = (field: string, problem: string) =>
  expect.objectContaining({ code: 'INVALID', data: { fields: [{ field, problem }] } })

test('in a pause nothing is planned, an absence there costs no hours, and undo brings them back', () => {
  using office = openTestOffice()
  const { id, view, mark, planned } = open(office)
  mark('2026-11-05', 'present')
  mark('2026-11-10', 'ill')
  mark('2026-11-12', 'present')
  expect(view().totals).toMatchObject({ planned_minutes: 540, present_minutes: 360, notified_minutes: 180 })
  const { changeSetId } = trajectories.pause(office.ctx, {
    id,
    starts_on: '2026-11-09',
    ends_on: '2026-11-15',
    reason: 'Zorg thuis',
  })
  expect(planned('2026-11-09')).toEqual([])
  expect(planned('2026-11-16')).toEqual(['2026-11-17', '2026-11-19'])
  // Who came all the same was there.
  expect(view().totals).toMatchObject({ planned_minutes: 180, present_minutes: 360, notified_minutes: 0 })
  expect(today.get(office.ctx).unfilled.map((one) => one.day)).toEqual(['2026-11-17'])
  office.ctx.undo(changeSetId ?? 0)
  expect(view().totals).toMatchObject({ planned_minutes: 540, notified_minutes: 180 })
  expect(view().pauses).toEqual([])
})

test('a pause that becomes shorter, and one that goes away, give the plan back', () => {
  using office = openTestOffice()
  const { id, view, mark, planned } = open(office)
  mark('2026-11-10', 'ill')
  mark('2026-11-12', 'ill')
  const pause = trajectories.pause(office.ctx, { id, starts_on: '2026-11-09', ends_on: null, reason: '' })
  expect(planned('2027-02-01')).toEqual([])
  expect(view().totals.planned_minutes).toBe(0)
  trajectories.savePause(office.ctx, {
    id: pause.id,
    starts_on: '2026-11-09',
    ends_on: '2026-11-11',
    reason: '',
  })
  expect(planned('2027-02-01')).toHaveLength(2)
  expect(view().totals.planned_minutes).toBe(180)
  trajectories.removePause(office.ctx, { id: pause.id })
  expect(view().totals.planned_minutes).toBe(360)
})

test.each([
  [
    'before the trajectory',
    { starts_on: '2026-08-23', ends_on: '2026-08-30' },
    'starts_on',
    'outside_trajectory',
  ],
  ['after it', { starts_on: '2027-02-01', ends_on: '2027-02-24' }, 'ends_on', 'outside_trajectory'],
  [
    'that ends before it begins',
    { starts_on: '2026-11-10', ends_on: '2026-11-09' },
    'ends_on',
    'end_before_start',
  ],
  ['over another one', { starts_on: '2026-10-09', ends_on: null }, 'starts_on', 'pause_overlaps'],
])('a pause %s is refused under its field', (_name, days, field, problem) => {
  using office = openTestOffice()
  const { id, view } = open(office)
  trajectories.pause(office.ctx, { id, starts_on: '2026-10-01', ends_on: '2026-10-09', reason: '' })
  expect(() => trajectories.pause(office.ctx, { id, ...days, reason: '' })).toThrow(refused(field, problem))
  expect(view().pauses).toHaveLength(1)
})

test('each change of the planned end stays in the history, also an earlier one, with its reason', () => {
  using office = openTestOffice()
  const { id, view } = open(office)
  trajectories.extend(office.ctx, { id, months: 2, reason: ' Meer taal ' })
  const dates = { id, starts_on: '2026-08-24', planned_end_on: '2026-12-31', reason: 'Heeft werk' }
  trajectories.setDates(office.ctx, dates)
  expect(view()).toMatchObject({
    planned_end_on: '2026-12-31',
    months: 4,
    extensions: [
      { agreed_on: '2026-11-18', old_end_on: '2027-02-23', new_end_on: '2027-04-23', reason: 'Meer taal' },
      { old_end_on: '2027-04-23', new_end_on: '2026-12-31', reason: 'Heeft werk' },
    ],
  })
})

test('another first day takes the days and the phase along, and comes back with undo', () => {
  using office = openTestOffice()
  const { id, view, planned } = open(office)
  const dates = { id, starts_on: '2026-08-10', planned_end_on: '2027-02-23', reason: '' }
  const { changeSetId } = trajectories.setDates(office.ctx, dates)
  expect(view()).toMatchObject({ phases: [{ since: '2026-08-10', phase: 'workshop' }], phase: 'workshop' })
  expect(planned('2026-08-10')).toEqual(['2026-08-11', '2026-08-13'])
  office.ctx.undo(changeSetId ?? 0)
  expect(view().phases).toEqual([{ since: '2026-08-24', phase: 'workshop' }])
  trajectories.setDates(office.ctx, { ...dates, starts_on: '2026-09-07' })
  expect(view()).toMatchObject({
    starts_on: '2026-09-07',
    phases: [{ since: '2026-09-07', phase: 'workshop' }],
  })
  expect(planned('2026-08-31')).toEqual([])
  expect(planned('2026-09-07')).toHaveLength(2)
})

test.each([
  ['the end before the start', { planned_end_on: '2026-08-01' }, 'planned_end_on', 'end_before_start'],
  ['more than two years', { planned_end_on: '2028-08-24' }, 'planned_end_on', 'longer_than_two_years'],
  ['a start after days that are filled in', { starts_on: '2026-11-01' }, 'starts_on', 'marks_outside'],
  [
    'an end before days that are filled in',
    { planned_end_on: '2026-10-15' },
    'planned_end_on',
    'marks_outside',
  ],
  ['over the next trajectory', { planned_end_on: '2027-06-01' }, 'planned_end_on', 'trajectory_overlaps'],
])('%s is refused, and the dates stay', (_name, wrong, field, problem) => {
  using office = openTestOffice()
  const { participantId, id, mark } = open(office)
  mark('2026-10-20', 'present')
  aTrajectory(office, { participant_id: participantId, starts_on: '2027-05-03', months: 3 })
  const dates = { id, starts_on: '2026-08-24', planned_end_on: '2027-02-23', reason: '', ...wrong }
  expect(() => trajectories.setDates(office.ctx, dates)).toThrow(refused(field, problem))
  const all = trajectories.list(office.ctx, { participantId })
  expect(all.find((one) => one.id === id)).toMatchObject({ planned_end_on: '2027-02-23', extensions: [] })
})

test('the phase is the one that began last; a wrong one can be taken out', () => {
  using office = openTestOffice()
  const { id, view } = open(office)
  trajectories.setPhase(office.ctx, { id, phase: 'placement', since: '2026-11-02' })
  trajectories.setPhase(office.ctx, { id, phase: 'orientation', since: '2026-10-05' })
  expect(view()).toMatchObject({
    phase: 'placement',
    phases: [
      { since: '2026-08-24', phase: 'workshop' },
      { since: '2026-10-05', phase: 'orientation' },
      { since: '2026-11-02', phase: 'placement' },
    ],
  })
  trajectories.removePhase(office.ctx, { id, since: '2026-11-02' })
  expect(view().phase).toBe('orientation')
  const set = (since: string, phase: 'orientation' | 'placement') => () =>
    trajectories.setPhase(office.ctx, { id, phase, since })
  expect(set('2026-08-23', 'placement')).toThrow(refused('since', 'outside_trajectory'))
  expect(set('2026-11-19', 'placement')).toThrow(refused('since', 'date_in_future'))
  expect(set('2026-11-18', 'orientation')).toThrow(refused('phase', 'already_this'))
  trajectories.removePhase(office.ctx, { id, since: '2026-10-05' })
  expect(() => trajectories.removePhase(office.ctx, { id, since: '2026-08-24' })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})

test('ending: what was agreed for later days goes, a pause stops, and reopening goes on as before', () => {
  using office = openTestOffice()
  const { id, view, mark, planned } = open(office)
  mark('2026-11-24', 'leave')
  trajectories.pause(office.ctx, { id, starts_on: '2026-11-09', ends_on: null, reason: '' })
  trajectories.end(office.ctx, { id, ended_on: '2026-11-17', ...ending })
  expect(view()).toMatchObject({
    ended_on: '2026-11-17',
    ...ending,
    phase: 'aftercare',
    pauses: [{ starts_on: '2026-11-09', ends_on: '2026-11-17' }],
  })
  expect(view().phases.at(-1)).toEqual({ since: '2026-11-18', phase: 'aftercare' })
  trajectories.reopen(office.ctx, { id, planned_end_on: '2027-02-23' })
  expect(view()).toMatchObject({
    ended_on: null,
    outflow: null,
    end_kind: null,
    end_discussed_on: null,
    phase: 'workshop',
    phases: [{ since: '2026-08-24', phase: 'workshop' }],
    extensions: [],
  })
  expect(today.get(office.on('2026-12-17')).aftercareDue).toEqual([])
  expect(planned('2026-11-23')).toEqual(['2026-11-24', '2026-11-26'])
})

test('what both said comes with the end or later, can be put right, and goes when the trajectory goes on', () => {
  using office = openTestOffice()
  const { id, view } = open(office)
  const none = {
    participant_satisfaction: null,
    participant_asked_on: null,
    case_manager_satisfaction: null,
    case_manager_asked_on: null,
  }
  const said = { ...none, participant_satisfaction: 4, participant_asked_on: '2026-11-17' }
  expect(() => trajectories.setSatisfaction(office.ctx, { id, ...said })).toThrow(
    refused('participant_satisfaction', 'outside_trajectory'),
  )
  const end = { id, ended_on: '2026-11-17', ...ending }
  const tomorrow = { ...none, case_manager_asked_on: '2026-11-19' }
  expect(() => trajectories.end(office.ctx, { ...end, satisfaction: tomorrow })).toThrow(
    refused('case_manager_asked_on', 'date_in_future'),
  )
  expect(view().ended_on).toBeNull()
  trajectories.end(office.ctx, { ...end, satisfaction: said })
  expect(view()).toMatchObject({ ended_on: '2026-11-17', ...said })
  const all = { ...said, case_manager_satisfaction: 2, case_manager_asked_on: '2026-11-18' }
  const { changeSetId } = trajectories.setSatisfaction(office.ctx, { id, ...all })
  expect(view()).toMatchObject(all)
  // Another reason for the end leaves alone what they said.
  trajectories.end(office.ctx, { ...end, end_kind: 'work' })
  expect(view()).toMatchObject({ end_kind: 'work', ...all })
  office.ctx.undo()
  office.ctx.undo(changeSetId ?? 0)
  expect(view()).toMatchObject(said)
  expect(() => trajectories.setSatisfaction(office.ctx, { id, ...tomorrow })).toThrow(
    refused('case_manager_asked_on', 'date_in_future'),
  )
  expect(() => trajectories.setSatisfaction(office.ctx, { id: 99, ...said })).toThrow('NOT_FOUND')
  trajectories.reopen(office.ctx, { id, planned_end_on: '2027-02-23' })
  expect(view()).toMatchObject({ ended_on: null, ...none })
  office.ctx.undo()
  expect(view()).toMatchObject({ ended_on: '2026-11-17', ...said })
})

test('no end before a day on which somebody was there; no reopening over the next trajectory', () => {
  using office = openTestOffice()
  const { participantId, id, mark } = open(office)
  mark('2026-11-17', 'present')
  const end = (ended_on: string) => () => trajectories.end(office.ctx, { id, ended_on, ...ending })
  expect(end('2026-11-16')).toThrow(refused('ended_on', 'marks_outside'))
  expect(end('2026-11-19')).toThrow(refused('ended_on', 'date_in_future'))
  end('2026-11-17')()
  aTrajectory(office, { participant_id: participantId, starts_on: '2026-11-18', months: 3 })
  const reopen = (planned_end_on: string) => () => trajectories.reopen(office.ctx, { id, planned_end_on })
  expect(reopen('2027-02-23')).toThrow(refused('planned_end_on', 'trajectory_overlaps'))
  expect(reopen('2026-11-16')).toThrow(refused('planned_end_on', 'end_before_start'))
})

test('another end than the months make gives the months; an end before the start is refused', () => {
  using office = openTestOffice()
  const { participantId, view } = open(office)
  const { referral_id } = view()
  const create = (starts_on: string, planned_end_on: string) =>
    trajectories.create(office.ctx, {
      participant_id: participantId,
      referral_id,
      coach_id: office.staff.id,
      months: 1,
      starts_on,
      planned_end_on,
      purpose: '',
      parts: [{ weekday: 1, part: 'morning', start_minute: 540, end_minute: 720 }],
      goals: ['x'.repeat(300)],
    })
  expect(() => create('2027-04-01', '2027-03-31')).toThrow(refused('planned_end_on', 'end_before_start'))
  expect(() => create('2027-02-23', '2027-05-31')).toThrow(refused('starts_on', 'trajectory_overlaps'))
  create('2027-02-24', '2027-07-10')
  expect(view()).toMatchObject({ months: 5, planned_end_on: '2027-07-10' })
  expect(view().goals[0]?.description).toHaveLength(300)
})

test('goals: a state that changes gets its day, at most six, another order, and gone with undo', () => {
  using office = openTestOffice()
  const { id, view } = open(office)
  const add = (description: string) =>
    trajectories.saveGoal(office.ctx, {
      trajectoryId: id,
      goal: { description, state: 'not_started', remark: '' },
    })
  for (const text of ['een', 'twee', 'drie', 'vier', 'vijf', 'zes']) add(text)
  expect(() => add('zeven')).toThrow(refused('goal.description', 'enough'))
  expect(() => add('  ')).toThrow(refused('goal.description', 'required'))
  const [first, second] = view().goals
  if (!first || !second) throw new Error('no goals')
  const { state_on: _, ...rest } = first
  const later = office.on('2026-12-01')
  trajectories.saveGoal(later, { trajectoryId: id, goal: { ...rest, state: 'partly' } })
  expect(view().goals[0]).toMatchObject({ state: 'partly', state_on: '2026-12-01' })
  const again = { ...rest, state: 'partly' as const }
  trajectories.saveGoal(office.on('2026-12-05'), { trajectoryId: id, goal: { ...again, remark: 'Bijna' } })
  expect(view().goals[0]).toMatchObject({ state_on: '2026-12-01', remark: 'Bijna' })
  trajectories.saveGoal(later, { trajectoryId: id, goal: { ...again, state_on: '2026-11-20' } })
  expect(view().goals[0]?.state_on).toBe('2026-11-20')
  expect(() =>
    trajectories.saveGoal(later, { trajectoryId: id, goal: { ...again, state_on: '2026-12-02' } }),
  ).toThrow(refused('goal.state_on', 'date_in_future'))
  trajectories.orderGoals(office.ctx, { trajectoryId: id, ids: [second.id, first.id] })
  expect(
    view()
      .goals.map((goal) => goal.description)
      .slice(0, 3),
  ).toEqual(['twee', 'een', 'drie'])
  const { changeSetId } = trajectories.removeGoal(office.ctx, { id: second.id })
  expect(view().goals).toHaveLength(5)
  office.ctx.undo(changeSetId ?? 0)
  expect(view().goals[0]?.description).toBe('twee')
})

test('all of it to days before, and back: the end never lies before the start on the way', () => {
  using office = openTestOffice()
  const { id, view } = open(office)
  const move = (starts_on: string, planned_end_on: string) =>
    trajectories.setDates(office.ctx, { id, starts_on, planned_end_on, reason: '' })
  move('2026-01-05', '2026-04-04')
  expect(view()).toMatchObject({ starts_on: '2026-01-05', planned_end_on: '2026-04-04', months: 3 })
  move('2026-08-24', '2027-02-23')
  expect(view()).toMatchObject({ starts_on: '2026-08-24', planned_end_on: '2027-02-23', months: 6 })
})
