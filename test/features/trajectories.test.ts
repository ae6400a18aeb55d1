import { expect, test } from 'vitest'
import { trajectories } from '#service/features/trajectories.ts'
import { aParticipant, aReferral, aTrajectory, openTestOffice, twoMornings } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

function input(office: TestOffice, participant_id: number) {
  return {
    participant_id,
    referral_id: aReferral(office, { participant_id }),
    coach_id: office.staff.id,
    months: 3,
    starts_on: '2026-10-05',
    purpose: 'Werkritme',
    parts: [...twoMornings],
    goals: ['Op tijd komen', '', 'Vragen stellen'],
  }
}

test('three months and its days; the goals that were typed; the week it is in', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  trajectories.create(office.ctx, input(office, participantId))
  const [view] = trajectories.list(office.ctx, { participantId })
  expect(view).toMatchObject({ starts_on: '2026-10-05', planned_end_on: '2027-01-04', week: 7, weeks: 13 })
  expect(view?.goals.map((goal) => goal.description)).toEqual(['Op tijd komen', 'Vragen stellen'])
  expect(view?.schedules).toEqual([{ valid_from: '2026-10-05', parts: twoMornings }])
})

test('three months extended by three ends on the day that six would have', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const { id } = trajectories.create(office.ctx, input(office, participantId))
  trajectories.extend(office.ctx, { id, months: 3, reason: 'Meer taal nodig' })
  const [view] = trajectories.list(office.ctx, { participantId })
  expect(view).toMatchObject({ months: 6, planned_end_on: '2027-04-04', weeks: 26 })
})

test('ending it opens the five moments of aftercare, and undo takes all of it back', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  const id = aTrajectory(office, { participant_id: participantId })
  const { changeSetId } = trajectories.end(office.ctx, {
    id,
    ended_on: '2026-11-13',
    outflow: 'volunteer',
    end_kind: 'planned',
    end_reason: '',
    end_discussed_with: '',
    end_discussed_on: null,
  })
  const [ended] = trajectories.list(office.ctx, { participantId })
  expect(ended).toMatchObject({
    ended_on: '2026-11-13',
    outflow: 'volunteer',
    phase: 'aftercare',
    week: null,
  })
  office.ctx.undo(changeSetId ?? 0)
  const [running] = trajectories.list(office.ctx, { participantId })
  expect(running).toMatchObject({ ended_on: null, outflow: null, phase: 'workshop' })
})

test.each([
  ['no days', { parts: [] }, [{ field: 'parts', problem: 'no_days_chosen' }]],
  [
    'an end before a start',
    { parts: [{ weekday: 2, part: 'morning' as const, start_minute: 720, end_minute: 540 }] },
    [{ field: 'parts.2.morning', problem: 'time_order' }],
  ],
  [
    'in the days of another trajectory',
    { starts_on: '2026-09-07' },
    [{ field: 'starts_on', problem: 'trajectory_overlaps' }],
  ],
])('%s is refused under its field, and nothing is stored', (_name, wrong, fields) => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  aTrajectory(office, { participant_id: participantId, starts_on: '2026-09-01', months: 1 })
  const create = () => trajectories.create(office.ctx, { ...input(office, participantId), ...wrong })
  expect(create).toThrow(expect.objectContaining({ code: 'INVALID', data: { fields } }))
  expect(trajectories.list(office.ctx, { participantId })).toHaveLength(1)
})

test('an end before the start, or in the future, is refused', () => {
  using office = openTestOffice()
  const id = aTrajectory(office)
  const end = (ended_on: string) => () =>
    trajectories.end(office.ctx, {
      id,
      ended_on,
      outflow: 'other',
      end_kind: 'other',
      end_reason: '',
      end_discussed_with: '',
      end_discussed_on: null,
    })
  expect(end('2026-08-01')).toThrow(
    expect.objectContaining({ data: { fields: [{ field: 'ended_on', problem: 'end_before_start' }] } }),
  )
  expect(end('2026-12-01')).toThrow(
    expect.objectContaining({ data: { fields: [{ field: 'ended_on', problem: 'date_in_future' }] } }),
  )
})
