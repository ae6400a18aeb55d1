import { describe, expect, test } from 'vitest'
import type { ProjectFields } from '#core/api/projects.ts'
import type { CommandError } from '#db/errors.ts'
import { intakes } from '#service/features/intakes.ts'
import { participants } from '#service/features/participants.ts'
import { projects } from '#service/features/projects.ts'
import { referrals } from '#service/features/referrals.ts'
import { trajectories } from '#service/features/trajectories.ts'
import {
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  anIntake,
  openTestOffice,
  twoMornings,
} from '../builders/index.ts'

const fields: ProjectFields = {
  name: 'Groep Testdorp',
  municipality_id: null,
  starts_on: '2026-01-01',
  ends_on: '2026-12-31',
  target_screened: 59,
  target_started: 30,
  target_placed: null,
  remarks: '',
  active: true,
}

function problems(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return (error as CommandError).data
  }
  throw new Error('nothing was refused')
}

describe('counting', () => {
  test('each person once, for what came of the request of this project', () => {
    using office = openTestOffice()
    const { id } = projects.create(office.ctx, fields)
    const other = projects.create(office.ctx, { ...fields, name: 'Andere groep' }).id
    const person = (given_names: string) => aParticipant(office, { given_names, surname: given_names })
    const [a, b, c, d] = [person('Aa'), person('Bb'), person('Cc'), person('Dd')]
    for (const participant_id of [a, b, c]) aReferral(office, { participant_id, project_id: id })
    // Sent twice for the same: still one person.
    aReferral(office, { participant_id: a, project_id: id, referred_on: '2026-03-01' })
    aReferral(office, { participant_id: d, project_id: other })
    anIntake(office, { participant_id: a, finished_on: '2026-03-20' })
    anIntake(office, { participant_id: b, finished_on: '2026-02-20' })
    anIntake(office, { participant_id: c })
    const referral_id = referrals.list(office.ctx, { participantId: b })[0]?.id ?? 0
    const trajectory_id = aTrajectory(office, { participant_id: b, referral_id })
    aPlacement(office, { participant_id: b, trajectory_id, stage: 'trial', starts_on: '2026-10-01' })

    const [first, second] = projects.list(office.ctx)
    expect(first?.people).toEqual({ referred: [d], screened: [], started: [], placed: [] })
    expect(second?.people).toEqual({ referred: [a, b, c], screened: [a, b], started: [b], placed: [b] })
  })

  test('a person without a trajectory is found as screened, by project, and can start later with the goals', () => {
    using office = openTestOffice()
    const { id } = projects.create(office.ctx, fields)
    const participantId = aParticipant(office)
    const referral_id = aReferral(office, {
      participant_id: participantId,
      project_id: id,
      kind: 'screening',
    })
    aParticipant(office, { surname: 'Buiten' })
    const list = (projectId: number | null) =>
      participants.list(office.ctx, { query: '', stage: 'screened', projectId, after: null, limit: 10 })

    const intake = intakes.start(office.ctx, { participantId }).id
    const goals = [
      { what: 'Fietsen leren.', how: 'naar de les op de fiets', when: 'voor mei' },
      { what: ' ', how: 'nergens aan' },
      { what: 'Elke dag op tijd' },
    ]
    intakes.saveAnswer(office.ctx, {
      id: intake,
      answer: { question: 'goals', value: goals, noAnswer: null },
    })
    anIntake(office, { participant_id: participantId, finished_on: '2026-11-10' })
    expect(list(id)).toMatchObject({ total: 1, rows: [{ id: participantId, stage: 'screened' }] })
    expect(list(id).counts).toMatchObject({ screened: 1, new: 0 })
    expect(list(null).counts).toMatchObject({ screened: 1, new: 1 })

    const proposed = intakes.proposedGoals(office.ctx, { participantId })
    expect(proposed).toEqual([
      'Fietsen leren; te zien aan: naar de les op de fiets; wanneer: voor mei',
      'Elke dag op tijd',
    ])
    trajectories.create(office.ctx, {
      participant_id: participantId,
      referral_id,
      coach_id: office.staff.id,
      months: 3,
      starts_on: '2026-11-16',
      purpose: '',
      parts: [...twoMornings],
      goals: proposed,
    })
    expect(
      trajectories.list(office.ctx, { participantId })[0]?.goals.map((goal) => goal.description),
    ).toEqual(proposed)
    expect(projects.list(office.ctx)[0]?.people.started).toEqual([participantId])
  })
})

describe('what cannot be', () => {
  test('each problem stands at its field, and nothing is stored', () => {
    using office = openTestOffice()
    projects.create(office.ctx, fields)
    const wrong = {
      ...fields,
      name: ' groep TESTDORP ',
      ends_on: '2025-12-31',
      target_screened: -1,
      target_placed: 1_000_000,
    }
    expect(problems(() => projects.create(office.ctx, wrong))).toEqual({
      fields: [
        { field: 'name', problem: 'name_taken' },
        { field: 'ends_on', problem: 'end_before_start' },
        { field: 'target_screened', problem: 'number_range' },
        { field: 'target_placed', problem: 'number_range' },
      ],
    })
    expect(problems(() => projects.create(office.ctx, { ...fields, name: '  ' }))).toEqual({
      fields: [{ field: 'name', problem: 'required' }],
    })
    expect(projects.list(office.ctx)).toHaveLength(1)
  })

  test('a change may keep its own name, and is undone', () => {
    using office = openTestOffice()
    const { id } = projects.create(office.ctx, fields)
    const { changeSetId } = projects.save(office.ctx, {
      id,
      fields: { name: fields.name, target_screened: 60 },
    })
    expect(projects.list(office.ctx)[0]?.target_screened).toBe(60)
    office.ctx.undo(changeSetId ?? 0)
    expect(projects.list(office.ctx)[0]?.target_screened).toBe(59)
    expect(problems(() => projects.save(office.ctx, { id, fields: { starts_on: '2027-01-01' } }))).toEqual({
      fields: [{ field: 'ends_on', problem: 'end_before_start' }],
    })
  })

  test('a request for a project that does not exist', () => {
    using office = openTestOffice()
    expect(() => aReferral(office, { project_id: 99 })).toThrow('NOT_FOUND')
  })
})
