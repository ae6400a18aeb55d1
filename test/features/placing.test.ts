import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WeekPart } from '#core/api/fields.ts'
import type { Planned } from '#core/api/placing.ts'
import { prepared } from '#db/prepare.ts'
import { civic } from '#service/features/civic.ts'
import { dossier } from '#service/features/dossier.ts'
import { history } from '#service/features/history.ts'
import { intakes } from '#service/features/intakes.ts'
import { openings } from '#service/features/openings.ts'
import { placements } from '#service/features/placements.ts'
import { placing } from '#service/features/placing.ts'
import { trajectories } from '#service/features/trajectories.ts'
import {
  aCaseManager,
  aHost,
  aMunicipality,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  anOpening,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const monday = (part: WeekPart['part'] = 'morning'): WeekPart => ({ weekday: 1, part })
const tuesday: WeekPart = { weekday: 2, part: 'morning' }
const look = (planned: Partial<Planned> & Pick<Planned, 'participantId' | 'openingId'>) =>
  placing.look(office.ctx, {
    placementId: null,
    starts_on: null,
    expected_end_on: null,
    parts: [],
    minutes_per_week: null,
    ...planned,
  })
const only = (participantId: number) => {
  const [one, ...others] = placements.list(office.ctx, { participantId })
  expect(others).toEqual([])
  if (!one) throw new Error('no placement')
  return one
}

describe('terms', () => {
  test('propose a last day by kind; a municipality may have its own', () => {
    const municipality_id = aMunicipality(office)
    const participantId = aParticipant(office)
    const case_manager_id = aCaseManager(office, { municipality_id })
    const referral_id = aReferral(office, { participant_id: participantId, case_manager_id })
    aTrajectory(office, { participant_id: participantId, referral_id })
    const trial = anOpening(office, { kind: 'trial' })
    const volunteer = anOpening(office, { kind: 'volunteer' })
    const proposed = (openingId: number, starts_on: string | null = '2026-11-23') =>
      look({ participantId, openingId, starts_on }).proposal
    expect(proposed(trial)).toMatchObject({ expected_end_on: '2027-01-22', months: 2, municipality: '' })
    expect(proposed(trial, null)).toMatchObject({ expected_end_on: null, months: 2 })
    expect(proposed(volunteer)).toMatchObject({ expected_end_on: null, months: null })

    const { changeSetId } = placing.setTerm(office.ctx, {
      municipality_id,
      kind: 'trial',
      months: 3,
      warn_weeks: 4,
    })
    const [own] = placing.terms(office.ctx).filter((term) => term.municipality_id !== null)
    expect(own).toMatchObject({
      months: 3,
      warn_weeks: 4,
      municipality: expect.stringMatching(/./) as string,
    })
    expect(proposed(trial)).toMatchObject({ expected_end_on: '2027-02-22', municipality: own?.municipality })
    office.ctx.undo(changeSetId ?? undefined)
    expect(proposed(trial).months).toBe(2)
    placing.setTerm(office.ctx, { municipality_id: null, kind: 'trial', months: 4, warn_weeks: 1 })
    expect(placing.terms(office.ctx).filter(({ kind }) => kind === 'trial')).toMatchObject([{ months: 4 }])
    const [first] = placing.terms(office.ctx)
    placing.removeTerm(office.ctx, { id: first?.id ?? 0 })
    expect(proposed(trial).months).toBeNull()
    expectError(() => placing.removeTerm(office.ctx, { id: first?.id ?? 0 }), 'NOT_FOUND')
  })

  test('are used when somebody starts without a day, and only then', () => {
    const participant_id = aParticipant(office)
    const opening_id = anOpening(office, { kind: 'trial' })
    const { id } = placements.create(office.ctx, { participant_id, opening_id, goal: 'language' })
    const move = (stage: 'trial' | 'placed') =>
      placements.move(office.ctx, { id, stage, ended_on: null, end_reason: '', goal_result: null })
    const { changeSetId } = move('trial')
    expect(only(participant_id)).toMatchObject({ starts_on: '2026-11-18', expected_end_on: '2027-01-17' })
    office.ctx.undo(changeSetId ?? undefined)
    placements.save(office.ctx, { id, fields: { starts_on: '2026-11-30' } })
    move('placed')
    expect(only(participant_id)).toMatchObject({ starts_on: '2026-11-30', expected_end_on: null })
  })

  test('the days of warning come with each placement, also of the municipality', () => {
    const participant_id = aParticipant(office)
    const municipality_id = aMunicipality(office)
    aReferral(office, { participant_id, case_manager_id: aCaseManager(office, { municipality_id }) })
    aPlacement(office, { participant_id, kind: 'trial' })
    expect(only(participant_id).warnWeeks).toBe(2)
    placing.setTerm(office.ctx, { municipality_id, kind: 'trial', months: 2, warn_weeks: 6 })
    expect(only(participant_id).warnWeeks).toBe(6)
    expect(placements.board(office.ctx)).toMatchObject([{ warnWeeks: 6 }])
  })
})

describe('what a choice collides with', () => {
  const codes = (planned: Parameters<typeof look>[0]) => look(planned).warnings.map(({ code }) => code)

  test('school, the schedule that counts then, and another place that goes on', () => {
    const participantId = aParticipant(office)
    const trajectoryId = aTrajectory(office, {
      participant_id: participantId,
      starts_on: '2026-09-07',
      planned_end_on: '2027-03-06',
    })
    const at = (weekday: number) => ({
      weekday,
      part: 'morning' as const,
      start_minute: 540,
      end_minute: 720,
    })
    trajectories.setSchedule(office.ctx, { id: trajectoryId, valid_from: '2026-09-07', parts: [at(1)] })
    trajectories.setSchedule(office.ctx, { id: trajectoryId, valid_from: '2027-01-04', parts: [at(2)] })
    civic.save(office.ctx, { participantId, fields: { school: 'Taalhuis' } })
    civic.setLessons(office.ctx, { participantId, lessons: [monday('evening')] })
    const other = aPlacement(office, {
      participant_id: participantId,
      opening_id: anOpening(office, { host_id: aHost(office, { name: 'Tuin Test' }), title: 'Wieden' }),
      parts: [monday('evening')],
      starts_on: '2026-10-01',
      expected_end_on: '2026-12-31',
    })
    const openingId = anOpening(office)
    const planned = { participantId, openingId, starts_on: '2026-11-23' }
    const parts = [monday(), monday('evening'), tuesday]
    expect(look({ ...planned, parts, expected_end_on: '2026-12-31' }).warnings).toEqual([
      { code: 'lesson', parts: [monday('evening')], what: 'Taalhuis' },
      { code: 'workshop', parts: [monday()], what: '' },
      { code: 'placement', parts: [monday('evening')], what: 'Tuin Test, Wieden' },
    ])
    // Without an end it goes on, also in the time of the next schedule.
    expect(look({ ...planned, parts }).warnings).toContainEqual({
      code: 'workshop',
      parts: [monday(), tuesday],
      what: '',
    })
    // After both, and after the other place ended, only school is left.
    expect(codes({ ...planned, parts, starts_on: '2027-03-07' })).toEqual(['lesson', 'after_trajectory'])
    placements.move(office.ctx, {
      id: other,
      stage: 'ended',
      ended_on: '2026-11-18',
      end_reason: 'Klaar',
      goal_result: null,
    })
    expect(codes({ ...planned, parts: [monday('evening')] })).toEqual(['lesson'])
  })

  test('with itself never, and with nothing once it is over', () => {
    const participantId = aParticipant(office)
    const openingId = anOpening(office)
    const id = aPlacement(office, {
      participant_id: participantId,
      opening_id: openingId,
      parts: [monday()],
    })
    expect(codes({ participantId, openingId, placementId: id, parts: [monday()] })).toEqual([])
    expect(codes({ participantId, openingId, parts: [monday()] })).toEqual(['placement', 'full'])
    openings.save(office.ctx, { id: openingId, fields: { closed: true } })
    expect(codes({ participantId, openingId, placementId: id })).toEqual(['closed'])
    placements.move(office.ctx, {
      id,
      stage: 'ended',
      ended_on: '2026-11-18',
      end_reason: 'Klaar',
      goal_result: null,
    })
    expect(codes({ participantId, openingId, placementId: id })).toEqual([])
  })

  test('who is there already, by name, and what was said at the intake', () => {
    const openingId = anOpening(office, { capacity: 1 })
    aPlacement(office, { opening_id: openingId, participant_id: aParticipant(office, { surname: 'Ander' }) })
    const participantId = aParticipant(office)
    const { id } = intakes.start(office.ctx, { participantId })
    for (const [question, value] of [
      ['hours_per_day', 4],
      ['days_per_week', 2],
      ['available', ['1-morning']],
      ['energy', ' Met mensen werken '],
    ] as const)
      intakes.saveAnswer(office.ctx, { id, answer: { question, value: value as never, noAnswer: null } })
    expect(
      look({ participantId, openingId, parts: [monday(), tuesday], minutes_per_week: 481 }).warnings,
    ).toEqual([
      { code: 'unavailable', parts: [tuesday], what: '' },
      { code: 'too_many_hours', most: 480, all: 481 },
      { code: 'full', capacity: 1, people: ['Ander'] },
    ])
    const placed = aPlacement(office, { participant_id: participantId })
    expect(placing.get(office.ctx, { id: placed }).energyAtIntake).toBe('Met mensen werken')
  })

  test('an opening proposes its half-days, who is there, and who insures', () => {
    const host_id = aHost(office, { phone: '0123 456789' })
    const openingId = anOpening(office, { host_id, minutes_per_week: 480 })
    const participantId = aParticipant(office)
    office.command(() => {
      prepared(office.db, 'UPDATE opening SET insurance = ? WHERE id = ?').run('host', openingId)
      prepared(office.db, 'INSERT INTO host_person (host_id, name) VALUES (?, ?)').run(host_id, 'Bea Test')
      const add = prepared(office.db, 'INSERT INTO opening_part (opening_id, weekday, part) VALUES (?, ?, ?)')
      add.run(openingId, 2, 'morning')
      add.run(openingId, 1, 'morning')
    })
    const { proposal } = look({ participantId, openingId })
    expect(proposal).toMatchObject({
      parts: [monday(), tuesday],
      minutes_per_week: 480,
      supervisor: 'Bea Test',
      supervisor_phone: '0123 456789',
      insurance: 'host',
    })
    office.command(() => prepared(office.db, 'UPDATE opening SET parts_needed = 1').run())
    expect(look({ participantId, openingId }).proposal.parts).toEqual([])
    expectError(() => look({ participantId, openingId: 99 }), 'NOT_FOUND')
  })
})

describe('half-days of a placement', () => {
  test('are kept in order, undone, and written down one by one', () => {
    const participant_id = aParticipant(office)
    const id = aPlacement(office, { participant_id, parts: [tuesday] })
    const { changeSetId } = placements.save(office.ctx, { id, fields: { parts: [tuesday, monday()] } })
    expect(only(participant_id).parts).toEqual([monday(), tuesday])
    const written = () =>
      history
        .person(office.ctx, { participantId: participant_id, query: '', before: null, limit: 50 })
        .changes.filter(({ subject }) => subject === 'Dagdeel op een plek')
        .map((one) => [one.op, one.old || one.new])
    expect(written()).toEqual([
      ['insert', 'maandag, ochtend'],
      ['insert', 'dinsdag, ochtend'],
    ])
    office.ctx.undo(changeSetId ?? undefined)
    expect(only(participant_id).parts).toEqual([tuesday])
    // Another field leaves them as they are.
    placements.save(office.ctx, { id, fields: { allowance: ' Reiskosten ' } })
    expect(only(participant_id)).toMatchObject({ parts: [tuesday], allowance: 'Reiskosten' })
    expect(written()).toHaveLength(3)
  })
})

describe('talks at a place', () => {
  const talk = {
    happened_on: '2026-11-17',
    with_whom: 'both' as const,
    going: 'fair' as const,
    body: ' Gaat wel ',
  }

  test('are written down with what comes next, in one step', () => {
    const participant_id = aParticipant(office)
    const id = aPlacement(office, { participant_id, next_action: 'Bellen', next_action_on: '2026-11-17' })
    const next = { next_action: 'Langsgaan', next_action_on: '2026-12-15' }
    const { changeSetId } = placing.addCheckin(office.ctx, { id, ...talk, ...next })
    const get = () => placing.get(office.ctx, { id })
    expect(get().checkins).toMatchObject([
      { ...talk, body: 'Gaat wel', placement_id: id, staffName: office.staff.name },
    ])
    expect(get().placement).toMatchObject(next)
    office.ctx.undo(changeSetId ?? undefined)
    expect(get()).toMatchObject({
      checkins: [],
      placement: { next_action: 'Bellen', next_action_on: '2026-11-17' },
    })
  })

  test('stand on the timeline and in the history; can be changed and taken away', () => {
    const participant_id = aParticipant(office)
    const id = aPlacement(office, { participant_id })
    const { id: checkin } = placing.addCheckin(office.ctx, {
      id,
      ...talk,
      next_action: '',
      next_action_on: null,
    })
    placing.saveCheckin(office.ctx, { id: checkin, fields: { going: 'badly' } })
    const items = () =>
      dossier
        .timeline(office.ctx, {
          participantId: participant_id,
          filter: { group: 'places', onlyReport: false, query: '' },
          after: null,
          limit: 50,
        })
        .items.filter(({ kind }) => kind === 'checkin')
    expect(items()).toMatchObject([
      { on: '2026-11-17', code: 'badly', text: 'Buurthuis Test. Gaat wel', who: office.staff.name },
    ])
    const { changeSetId } = placing.removeCheckin(office.ctx, { id: checkin })
    expect(items()).toEqual([])
    const written = history.person(office.ctx, {
      participantId: participant_id,
      query: 'redelijk',
      before: null,
      limit: 50,
    }).changes
    expect(written.map(({ op, old, new: now }) => [op, old, now])).toContainEqual([
      'update',
      'Redelijk',
      'Niet goed',
    ])
    office.ctx.undo(changeSetId ?? undefined)
    expect(items()).toHaveLength(1)
    expectError(() => placing.removeCheckin(office.ctx, { id: 99 }), 'NOT_FOUND')
    const tomorrow = { happened_on: '2026-11-19' }
    const future = [{ field: 'happened_on', problem: 'date_in_future' as const }]
    expectError(() => placing.saveCheckin(office.ctx, { id: checkin, fields: tomorrow }), 'INVALID', future)
    expectError(
      () =>
        placing.addCheckin(office.ctx, { id, ...talk, ...tomorrow, next_action: '', next_action_on: null }),
      'INVALID',
      future,
    )
  })

  test('after the end change nothing of what comes next', () => {
    const id = aPlacement(office, {
      stage: 'ended',
      ended_on: '2026-11-18',
      end_reason: 'Klaar',
      next_action: 'X',
    })
    placing.addCheckin(office.ctx, { id, ...talk, next_action: 'Y', next_action_on: '2026-12-01' })
    expect(placing.get(office.ctx, { id }).placement).toMatchObject({
      next_action: 'X',
      next_action_on: null,
    })
  })
})

describe('the end of a placement', () => {
  test('keeps the result of the goal and the own word of the participant', () => {
    const participant_id = aParticipant(office)
    const id = aPlacement(office, { participant_id, starts_on: '2026-10-01' })
    const end = {
      id,
      stage: 'ended' as const,
      ended_on: '2026-11-18',
      end_reason: 'Klaar',
      goal_result: 'reached' as const,
    }
    const own = { energy: ' Koken ', meaningful: 'partly' as const, own_opinion: 'Fijn team' }
    const { changeSetId } = placements.move(office.ctx, { ...end, ...own })
    expect(only(participant_id)).toMatchObject({ ...end, ...own, energy: 'Koken' })
    const kinds = dossier
      .timeline(office.ctx, {
        participantId: participant_id,
        filter: { group: 'places', onlyReport: false, query: '' },
        after: null,
        limit: 50,
      })
      .items.map(({ on, code }) => [on, code])
    expect(kinds).toEqual([
      ['2026-11-18', 'ended'],
      ['2026-10-01', 'started'],
    ])
    office.ctx.undo(changeSetId ?? undefined)
    expect(only(participant_id)).toMatchObject({
      stage: 'placed',
      energy: '',
      meaningful: null,
      own_opinion: '',
    })
    // The others do not have to be said.
    placements.move(office.ctx, end)
    expect(only(participant_id)).toMatchObject({ stage: 'ended', meaningful: null })
  })

  test('lies on or after the start: the problem stands under the day that was typed', () => {
    const id = aPlacement(office, { starts_on: '2026-11-02', expected_end_on: '2026-12-02' })
    const problem = (field: string) => [{ field, problem: 'end_before_start' as const }]
    expectError(
      () => placements.save(office.ctx, { id, fields: { starts_on: '2026-12-03' } }),
      'INVALID',
      problem('starts_on'),
    )
    expectError(
      () => placements.save(office.ctx, { id, fields: { expected_end_on: '2026-11-01' } }),
      'INVALID',
      problem('expected_end_on'),
    )
    expectError(() => placements.save(office.ctx, { id, fields: { agreed_on: '2026-11-19' } }), 'INVALID', [
      { field: 'agreed_on', problem: 'date_in_future' },
    ])
  })
})
