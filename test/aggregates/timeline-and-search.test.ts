import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { extendTrajectory } from '#db/trajectories/commands.ts'
import { prepared } from '#db/prepare.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { assessments } from '#service/features/assessments.ts'
import { participants } from '#service/features/participants.ts'
import { search } from '#service/features/search.ts'
import {
  aHost,
  aNote,
  aParticipant,
  aPlacement,
  aTrajectory,
  anIntake,
  aSentLetter,
  anOpening,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

describe('the timeline', () => {
  test('holds everything that happened, newest first', () => {
    const person = aParticipant(office)
    aParticipant(office, { surname: 'Ander' })
    anIntake(office, { participant_id: person, started_on: '2026-01-08', finished_on: '2026-01-15' })
    const trajectory = aTrajectory(office, {
      participant_id: person,
      starts_on: '2026-02-02',
      planned_end_on: '2026-08-01',
    })
    office.command(() =>
      extendTrajectory(office.db, {
        trajectory_id: trajectory,
        agreed_on: '2026-07-01',
        old_end_on: '2026-08-01',
        new_end_on: '2026-09-01',
        months: 1,
        reason: 'More time',
      }),
    )
    aNote(office, { participant_id: person, happened_on: '2026-03-02', body: 'First talk', in_report: true })
    const on = { participantId: person, assessed_on: '2026-03-03' }
    assessments.addLanguage(office.ctx, {
      ...on,
      source: 'coach',
      levels: [
        { skill: 'speaking', level: 'A1' },
        { skill: 'reading', level: 'A0' },
      ],
    })
    assessments.addSkills(office.ctx, {
      ...on,
      scores: [
        { skill_id: 2, score: 3, own_score: null },
        { skill_id: 1, score: 2, own_score: null },
      ],
    })
    assessments.addLadder(office.ctx, { ...on, assessed_on: '2026-03-04', step: 3 })
    const opening_id = anOpening(office, { host_id: aHost(office, { name: 'Tuin' }), title: 'Gardener' })
    aPlacement(office, {
      participant_id: person,
      opening_id,
      stage_since: '2026-05-04',
      starts_on: '2026-05-04',
    })
    aSentLetter(office, { trajectory_id: trajectory, number: '2026-0001', sent_on: '2026-06-01' })

    const timeline = participants.timeline(office.ctx, { participantId: person })
    expect(timeline.map(({ kind, on: day, text, code }) => [day, kind, text, code])).toEqual([
      ['2026-07-01', 'extension', 'More time', '2026-09-01'],
      ['2026-06-01', 'letter', '2026-0001', 'sent'],
      ['2026-05-04', 'placement', 'Gardener · Tuin', 'placed'],
      ['2026-03-04', 'ladder', '', '3'],
      ['2026-03-03', 'language', 'A1 · A0', 'speaking,reading'],
      ['2026-03-03', 'skills', 'Skill 1, Skill 2', '2'],
      ['2026-03-02', 'note', 'First talk', 'talk'],
      ['2026-02-02', 'trajectory', '', 'started'],
      ['2026-01-15', 'intake', '', 'finished'],
    ])
    expect(timeline.find((item) => item.kind === 'note')).toMatchObject({ who: 'Coach Test', inReport: true })
    expect(timeline.filter((item) => item.inReport)).toHaveLength(1)
  })

  test('shows the end of a trajectory and the aftercare that was done', () => {
    const person = aParticipant(office)
    aTrajectory(office, {
      participant_id: person,
      starts_on: '2026-02-02',
      ended_on: '2026-07-31',
      end_reason: 'Job',
    })
    const [first] = aftercare.list(office.ctx, { participantId: person })
    const result = {
      done_on: '2026-09-01',
      outcome: 'still_there',
      benefit_ended: 'yes',
      remark: 'Happy',
    } as const
    aftercare.record(office.ctx, { id: first?.id ?? 0, ...result })
    const timeline = participants.timeline(office.ctx, { participantId: person })
    expect(timeline.map(({ kind, on, text, code }) => [on, kind, text, code])).toEqual([
      ['2026-09-01', 'aftercare', 'Happy', 'still_there'],
      ['2026-07-31', 'trajectory', 'Job', 'ended'],
      ['2026-02-02', 'trajectory', '', 'started'],
    ])
  })

  test('stops at the newest 200', () => {
    const person = aParticipant(office)
    for (let day = 0; day < 205; day += 1)
      aNote(office, { participant_id: person, happened_on: day < 5 ? '2026-01-01' : '2026-02-01' })
    const timeline = participants.timeline(office.ctx, { participantId: person })
    expect(timeline).toHaveLength(200)
    expect(new Set(timeline.map((item) => item.on))).toEqual(new Set(['2026-02-01']))
  })
})

describe('search', () => {
  test('finds people, organisations and letters', () => {
    const person = aParticipant(office, {
      given_names: 'Muhammad',
      surname: 'Zuidema',
      birth_date: '1990-02',
      city: 'Teststad',
    })
    const host = aHost(office, { name: 'Café Zuid', city: 'Elders' })
    const trajectory_id = aTrajectory(office, { participant_id: person })
    const letter = aSentLetter(office, { trajectory_id, number: '2026-0007' })
    const someone = {
      kind: 'participant',
      id: person,
      title: 'Muhammad Zuidema',
      detail: '02-1990 · Teststad',
    }
    expect(search.find(office.ctx, { query: 'zuid' })).toEqual([
      someone,
      { kind: 'host', id: host, title: 'Café Zuid', detail: 'Elders' },
    ])
    expect(search.find(office.ctx, { query: 'mohamed' })).toEqual([someone])
    expect(search.find(office.ctx, { query: '2026-0007' })).toEqual([
      { kind: 'letter', id: letter, title: '2026-0007', detail: 'Muhammad Zuidema' },
    ])
    for (const query of ['', '  ', '%', '_']) expect(search.find(office.ctx, { query })).toEqual([])
  })

  test('remembers what each member of staff looked at, newest first, outside the history', () => {
    const person = aParticipant(office)
    const host = aHost(office)
    const sets = () => prepared<[], { n: number }>(office.db, 'SELECT count(*) AS n FROM change_set').get()?.n
    const before = sets()
    search.opened(office.on('2026-11-16'), { kind: 'participant', id: person })
    search.opened(office.on('2026-11-17'), { kind: 'host', id: host })
    expect(search.recent(office.ctx).map((hit) => hit.kind)).toEqual(['host', 'participant'])
    search.opened(office.ctx, { kind: 'participant', id: person })
    expect(search.recent(office.ctx)).toEqual([
      { kind: 'participant', id: person, title: 'Testa Testerink', detail: '' },
      { kind: 'host', id: host, title: 'Buurthuis Test', detail: 'Teststad' },
    ])
    expect(sets()).toBe(before)
    expect(search.recent(office.on('2026-11-18', office.addStaff()))).toEqual([])
    expectError(() => search.opened(office.ctx, { kind: 'letter', id: 1 }), 'NOT_FOUND')
  })

  test('shows the last ten that still exist', () => {
    const ids = Array.from({ length: 12 }, (_, index) => {
      const id = aParticipant(office, { surname: `Nummer ${index}` })
      search.opened(
        { ...office.ctx, now: `2026-11-18T09:00:${String(index).padStart(2, '0')}Z` },
        { kind: 'participant', id },
      )
      return id
    })
    expect(search.recent(office.ctx).map((hit) => hit.id)).toEqual(ids.slice(2).toReversed())
    office.ctx.undo() // the twelfth was a slip
    expect(search.recent(office.ctx).map((hit) => hit.id)).not.toContain(ids[11])
  })
})
