import { expect, test } from 'vitest'
import type { AttendanceMark, PlacementKind } from '#core/api/fields.ts'
import { prepared } from '#db/prepare.ts'
import { agenda } from '#service/features/agenda.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { notes } from '#service/features/notes.ts'
import { placing } from '#service/features/placing.ts'
import { settings } from '#service/features/settings.ts'
import { today } from '#service/features/today.ts'
import { todaySheetFacts } from '#service/papers/today-sheet-facts.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const wholeDays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, part: 'morning' as const, start_minute: 540, end_minute: 720 },
  { weekday, part: 'afternoon' as const, start_minute: 780, end_minute: 960 },
])

function mark(
  office: TestOffice,
  participantId: number,
  day: string,
  part: 'morning' | 'afternoon',
  mark: AttendanceMark,
  note = '',
) {
  attendance.mark(office.ctx, { cells: [{ participantId, day, part, mark, lateMinutes: null, note }] })
}

test('who comes, half-day by half-day with its times, and how they are reached', () => {
  using office = openTestOffice() // Wednesday 18 November 2026
  const id = aParticipant(office, { surname: 'Heledag', phone: '06 12 34 56 78' })
  aTrajectory(office, { participant_id: id, parts: wholeDays })
  aTrajectory(office) // two mornings, not on a Wednesday
  mark(office, id, '2026-11-18', 'afternoon', 'ill')
  expect(today.get(office.ctx).coming).toMatchObject([
    {
      participantId: id,
      phone: '06 12 34 56 78',
      halves: [
        { part: 'morning', start_minute: 540, end_minute: 720, mark: null },
        { part: 'afternoon', start_minute: 780, end_minute: 960, mark: 'ill' },
      ],
    },
  ])
})

test('a closed day, a weekend and an empty office say when people come again', () => {
  using office = openTestOffice()
  expect(today.get(office.ctx)).toMatchObject({ coming: [], next: null, closedReason: null })
  aTrajectory(office, { parts: wholeDays })
  aTrajectory(office)
  closures.addClosure(office.ctx, { day: '2026-11-18', until: '2026-11-23', reason: 'Verbouwing' })
  expect(today.get(office.ctx)).toMatchObject({
    coming: [],
    closedReason: 'Verbouwing',
    next: { day: '2026-11-24', people: 2 },
  })
  expect(today.get(office.on('2026-11-21'))).toMatchObject({
    coming: [],
    closedReason: null, // a Saturday between the closed days
    next: { day: '2026-11-24', people: 2 },
  })
})

test('who stayed away without a word, with what was done since', () => {
  using office = openTestOffice()
  const people = ['Een', 'Twee'].map((surname) => {
    const id = aParticipant(office, { surname })
    aTrajectory(office, { participant_id: id, parts: wholeDays })
    return id
  })
  const [one = 0, two = 0] = people
  for (const id of people) {
    mark(office, id, '2026-11-17', 'morning', 'no_show', id === one ? 'geen gehoor' : '')
    mark(office, id, '2026-11-17', 'afternoon', 'no_show')
  }
  const note = (participant_id: number, happened_on: string, kind: 'phone' | 'note') =>
    notes.create(office.ctx, { participant_id, happened_on, kind, body: 'Gebeld', in_report: false })
  note(two, '2026-11-16', 'note') // before that day: says nothing about it
  expect(today.get(office.ctx).noShowYesterday).toMatchObject([
    { participantId: one, day: '2026-11-17', note: 'geen gehoor', done: null },
    { participantId: two, day: '2026-11-17', note: '', done: null },
  ])
  note(two, '2026-11-17', 'note')
  note(two, '2026-11-18', 'phone')
  expect(today.get(office.ctx).noShowYesterday.map(({ done }) => done)).toEqual([
    null,
    { kind: 'phone', on: '2026-11-18' },
  ])
})

test('somebody who was away three half-days in a row stands out', () => {
  using office = openTestOffice()
  const id = aParticipant(office)
  aTrajectory(office, { participant_id: id })
  for (const day of ['2026-11-10', '2026-11-12', '2026-11-17']) mark(office, id, day, 'morning', 'no_show')
  expect(today.get(office.ctx).alerts).toMatchObject([
    { participantId: id, code: 'no_shows', parts: 3, since: '2026-11-10' },
  ])
})

test('placements whose end comes near by the terms of the office, or that ended in the four weeks before', () => {
  using office = openTestOffice() // a trial warns two weeks ahead; volunteer work has no term: four
  const municipality_id = aMunicipality(office)
  const case_manager_id = aCaseManager(office, { municipality_id })
  const place = (kind: PlacementKind, expected_end_on: string, referred = false) => {
    const participant_id = aParticipant(office)
    if (referred) aReferral(office, { participant_id, case_manager_id })
    return aPlacement(office, {
      participant_id,
      stage: 'trial',
      kind,
      expected_end_on,
      starts_on: '2026-09-01',
    })
  }
  const shown = () => today.get(office.ctx).placementsEnding.map(({ placementId }) => placementId)
  place('trial', '2026-10-20')
  const passed = place('trial', '2026-10-21')
  const trial = place('trial', '2026-12-02')
  const trialLater = place('trial', '2026-12-03')
  const elsewhere = place('trial', '2026-12-09', true)
  const elsewhereLater = place('trial', '2026-12-10', true)
  const volunteer = place('volunteer', '2026-12-16')
  place('volunteer', '2026-12-17')
  expect(shown()).toEqual([passed, trial, volunteer])
  placing.setTerm(office.ctx, { municipality_id, kind: 'trial', months: 2, warn_weeks: 3 })
  expect(shown()).toEqual([passed, trial, elsewhere, volunteer])
  placing.setTerm(office.ctx, { municipality_id: null, kind: 'trial', months: 2, warn_weeks: 4 })
  expect(shown()).toEqual([passed, trial, trialLater, elsewhere, volunteer])
  placing.setTerm(office.ctx, { municipality_id: null, kind: 'trial', months: 2, warn_weeks: 0 })
  expect(shown()).toEqual([passed, elsewhere, volunteer])
  expect(shown()).not.toContain(elsewhereLater)
})

test('the appointments of today by time, with who comes; without what was cancelled or stands on another day', () => {
  using office = openTestOffice()
  const participant_id = aParticipant(office, { given_names: 'Yusuf', surname: 'Testman' })
  const make = (title: string, start_minute: number, happens_on = '2026-11-18') =>
    agenda.create(office.ctx, {
      happens_on,
      start_minute,
      end_minute: start_minute + 30,
      title,
      place: 'Spreekkamer',
      remark: '',
      staff_id: null,
      participant_id,
      host_id: null,
      case_manager_id: null,
    })
  make('Later', 840)
  make('Eerst', 570)
  make('Morgen', 570, '2026-11-19')
  agenda.cancel(office.ctx, { id: make('Weg', 600).id })
  expect(today.get(office.ctx).appointments).toMatchObject([
    { title: 'Eerst', start_minute: 570, participantName: 'Yusuf Testman', place: 'Spreekkamer' },
    { title: 'Later' },
  ])
  const [section] = todaySheetFacts(office.ctx, today.get(office.ctx)).sections
  expect(section?.items.map((item) => item.text)).toEqual([
    'Eerst, met Yusuf Testman, Spreekkamer',
    'Later, met Yusuf Testman, Spreekkamer',
  ])
})

test('birthdays only when the office asked for them, and only those that are known', async () => {
  using office = openTestOffice()
  const born = (surname: string, birth_date: string, ended_on: string | null = null) => {
    const participant_id = aParticipant(office, { surname, birth_date })
    aTrajectory(office, { participant_id, ended_on })
    return participant_id
  }
  const today18 = born('Vandaag', '1990-11-18')
  const inAWeek = born('Week', '1985-11-24')
  born('Later', '1985-11-25')
  born('Jaar', '1990')
  born('Maand', '1990-11')
  born('Weg', '1990-11-18', '2026-10-01')
  expect(today.get(office.ctx).birthdays).toEqual([])
  await settings.saveOffice(office.ctx, { birthdays: true })
  expect(settings.office(office.ctx).birthdays).toBe(true)
  expect(today.get(office.ctx).birthdays.map(({ participantId, on }) => [participantId, on])).toEqual([
    [today18, '2026-11-18'],
    [inAWeek, '2026-11-24'],
  ])
  await settings.saveOffice(office.ctx, { phone: '010 123 45 67' }) // leaves it as it was
  expect(settings.office(office.ctx).birthdays).toBe(true)
  expect(prepared(office.db, 'SELECT birthdays FROM office').get()).toEqual({ birthdays: 1 })
})
