import { expect, test } from 'vitest'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { merge } from '#service/features/merge.ts'
import { today } from '#service/features/today.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { keptSettled } from '#service/attendance/settled.ts'
import { undoChangeSet } from '#db/history/commands.ts'
import { CommandError } from '#db/errors.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// Wednesday 18 November 2026, in week 47; the usual schedule is Tuesday and Thursday morning. Week 46 is closed.
const closed = '2026-11-09'
const [tuesday, thursday] = ['2026-11-10', '2026-11-12']
const morning = (weekday: number) => ({
  weekday,
  part: 'morning' as const,
  start_minute: 540,
  end_minute: 720,
})

function refusal(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof CommandError) return [error.code, error.data]
    throw error
  }
  return null
}
const weekClosed = ['WEEK_CLOSED', { monday: closed }]

function somebody(office: TestOffice, surname = 'Aalbers'): { participantId: number; id: number } {
  const participantId = aParticipant(office, { surname })
  return { participantId, id: aTrajectory(office, { participant_id: participantId }) }
}

const weekOf = (office: TestOffice) => attendance.week(office.ctx, { monday: closed })

test('a pause does not change a closed week, and one beside it is free', () => {
  using office = openTestOffice()
  const { id } = somebody(office)
  const { ctx } = office
  const pause = (starts_on: string, ends_on: string | null) => ({ id, starts_on, ends_on, reason: '' })
  const earlier = trajectories.pause(ctx, pause('2026-11-03', '2026-11-05'))
  attendance.closeWeek(ctx, { monday: closed })
  const before = weekOf(office)

  expect(refusal(() => trajectories.pause(ctx, pause(thursday, '2026-11-20')))).toEqual(weekClosed)
  const longer = { id: earlier.id, starts_on: '2026-11-03', ends_on: tuesday, reason: '' }
  expect(refusal(() => trajectories.savePause(ctx, longer))).toEqual(weekClosed)
  // Friday is no day of this person: nothing in the week becomes different.
  const friday = trajectories.pause(ctx, pause('2026-11-13', '2026-11-20'))
  expect(refusal(() => trajectories.removePause(ctx, { id: friday.id }))).toBeNull()
  expect(weekOf(office)).toEqual(before)

  attendance.openWeek(ctx, { monday: closed })
  const { id: across } = trajectories.pause(ctx, pause(thursday, null))
  attendance.closeWeek(ctx, { monday: closed })
  const stops = { id: across, starts_on: thursday, ends_on: '2026-11-17', reason: 'Weer terug' }
  expect(refusal(() => trajectories.savePause(ctx, stops))).toBeNull() // the end lies after the closed week
  expect(refusal(() => trajectories.removePause(ctx, { id: across }))).toEqual(weekClosed)
})

test('an end, a beginning and a schedule do not change a closed week', () => {
  using office = openTestOffice()
  const { id, participantId } = somebody(office)
  const { ctx } = office
  attendance.closeWeek(ctx, { monday: closed })
  const before = weekOf(office)
  const schedule = (valid_from: string, weekday: number) => () =>
    trajectories.setSchedule(ctx, { id, valid_from, parts: [morning(weekday)] })
  expect(refusal(schedule(tuesday, 3))).toEqual(weekClosed)
  expect(refusal(schedule('2026-11-16', 3))).toBeNull()

  const [row] = trajectories.list(ctx, { participantId })
  const end = (ended_on: string) => () =>
    trajectories.end(ctx, {
      id,
      ended_on,
      outflow: 'volunteer',
      end_kind: 'planned',
      end_reason: '',
      end_discussed_on: null,
      end_discussed_with: '',
    })
  expect(refusal(end(tuesday))).toEqual(weekClosed)
  const dates = { id, starts_on: thursday, planned_end_on: row?.planned_end_on ?? '', reason: '' }
  expect(refusal(() => trajectories.setDates(ctx, dates))).toEqual(weekClosed)
  expect(refusal(end('2026-11-17'))).toBeNull()
  expect(weekOf(office)).toEqual(before)

  // Who comes later does not stand in it either.
  const other = aParticipant(office, { surname: 'Bakker' })
  const made = {
    ...row,
    participant_id: other,
    starts_on: tuesday,
    months: 3,
    parts: [morning(4)],
    goals: [],
  }
  const create = () => trajectories.create(ctx, made as unknown as Parameters<typeof trajectories.create>[1])
  expect(refusal(create)).toEqual(weekClosed)
  expect(trajectories.list(ctx, { participantId: other })).toEqual([])
})

test('a closed day does not come or go in a closed week where somebody is planned', () => {
  using office = openTestOffice()
  somebody(office)
  const { ctx } = office
  const add = (day: string, until?: string) => () =>
    closures.addClosure(ctx, { day, reason: 'Studiedag', ...(until ? { until } : {}) })
  add(thursday)()
  attendance.closeWeek(ctx, { monday: closed })
  const before = weekOf(office)
  expect(refusal(add(tuesday))).toEqual(weekClosed)
  expect(refusal(add('2026-11-06', '2026-11-24'))).toEqual(weekClosed)
  const holiday = () => closures.addClosures(ctx, { days: [{ day: tuesday, reason: 'Feest' }] })
  expect(refusal(holiday)).toEqual(weekClosed)
  expect(refusal(() => closures.removeClosure(ctx, { day: thursday }))).toEqual(weekClosed)
  expect(closures.closures(ctx, { year: 2026 }).map((one) => one.day)).toEqual([thursday])
  expect(weekOf(office)).toEqual(before)
  expect(refusal(add('2026-11-24'))).toBeNull()
})

test('nor does taking back an older change of a plan', () => {
  using office = openTestOffice()
  const { id } = somebody(office)
  const { ctx } = office
  const undo = (changeSetId: number | null) => () =>
    undoChangeSet(office.db, {
      staffId: office.staff.id,
      at: '2026-11-18T10:00:00Z',
      changeSetId: changeSetId ?? 0,
      around: keptSettled(office.db),
    })
  const pause = trajectories.pause(ctx, { id, starts_on: tuesday, ends_on: tuesday, reason: '' })
  const day = closures.addClosure(ctx, { day: '2026-11-13', reason: 'Studiedag' })
  const schedule = trajectories.setSchedule(ctx, { id, valid_from: '2026-11-11', parts: [morning(5)] })
  const later = trajectories.setSchedule(ctx, { id, valid_from: '2026-11-16', parts: [morning(1)] })
  attendance.closeWeek(ctx, { monday: closed })
  for (const { changeSetId } of [pause, day, schedule]) expect(refusal(undo(changeSetId))).toEqual(weekClosed)
  expect(refusal(undo(later.changeSetId))).toBeNull()
  attendance.openWeek(ctx, { monday: closed })
  expect(refusal(undo(day.changeSetId))).toBeNull()
})

test('Vandaag does not wait for what stayed empty in a closed week', () => {
  using office = openTestOffice()
  somebody(office)
  const waiting = () => today.get(office.ctx).unfilled.map((one) => one.day)
  expect(waiting()).toEqual(expect.arrayContaining([tuesday, thursday, '2026-11-17']))
  attendance.closeWeek(office.ctx, { monday: closed })
  expect(waiting()).toContain('2026-11-17')
  expect(waiting().filter((day) => day >= closed && day < '2026-11-16')).toEqual([])
})

test('two dossiers become one without a mark going from a closed week, and that is taken back the same way', () => {
  using office = openTestOffice()
  const { ctx } = office
  const [keep, other] = [somebody(office), somebody(office, 'Albers')]
  const stops = { outflow: 'volunteer', end_kind: 'planned', end_reason: '', end_discussed_on: null } as const
  trajectories.end(ctx, { id: other.id, ended_on: '2026-11-16', end_discussed_with: '', ...stops })
  const mark = (who: typeof keep, day: string, as: 'present' | 'no_show') =>
    attendance.mark(ctx, {
      cells: [{ participantId: who.participantId, day, part: 'morning', mark: as, lateMinutes: null }],
    })
  mark(keep, tuesday, 'no_show')
  mark(other, tuesday, 'present')
  mark(other, thursday, 'present')
  attendance.closeWeek(ctx, { monday: closed })
  const stored = () =>
    prepared(office.db, 'SELECT trajectory_id, day, mark, participant_id FROM attendance ORDER BY 2, 1').all()
  const before = stored()
  const pair = { keepId: keep.participantId, otherId: other.participantId, choices: {} }
  expect(refusal(() => merge.run(ctx, pair))).toEqual(weekClosed)
  expect(stored()).toEqual(before)

  // Without a half-day that both have, everything goes along and the week stays as it is.
  attendance.openWeek(ctx, { monday: closed })
  attendance.mark(ctx, {
    cells: [
      { participantId: keep.participantId, day: tuesday, part: 'morning', mark: null, lateMinutes: null },
    ],
  })
  attendance.closeWeek(ctx, { monday: closed })
  const apart = stored()
  expect(apart).toHaveLength(2)
  const { changeSetId } = merge.run(ctx, pair)
  expect(stored()).toEqual(apart.map((row) => ({ ...(row as object), participant_id: keep.participantId })))
  undoChangeSet(office.db, {
    staffId: office.staff.id,
    at: '2026-11-18T10:00:00Z',
    changeSetId: changeSetId ?? 0,
    around: keptSettled(office.db),
  })
  expect(stored()).toEqual(apart)
})
