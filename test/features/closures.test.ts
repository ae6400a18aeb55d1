import { expect, test } from 'vitest'
import type { AttendanceMark, DayPart } from '#core/api/fields.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// Wednesday 18 November 2026; Tuesday and Thursday morning, three hours.
const tuesday = '2026-11-17'
const thursday = '2026-11-12'

function mark(
  office: TestOffice,
  participantId: number,
  day: string,
  what: AttendanceMark | null,
): number | null {
  const cell = { participantId, day, part: 'morning' as DayPart, mark: what, lateMinutes: null }
  return attendance.mark(office.ctx, { cells: [cell] }).changeSetId
}

test('marks of a day that is closed afterwards stay, count in nothing, and count again when it opens', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  aTrajectory(office, { participant_id: participantId })
  mark(office, participantId, thursday, 'present')
  mark(office, participantId, tuesday, 'no_show')
  const period = { participantId, from: '2026-11-01', to: '2026-11-30' }
  const before = attendance.totals(office.ctx, period)
  expect(before).toMatchObject({ planned_minutes: 360, no_show_minutes: 180, rate: 0.5, closed_minutes: 0 })

  expect(closures.closureEffect(office.ctx, { day: tuesday })).toEqual({
    days: 1,
    parts: 1,
    people: 1,
    marks: 1,
  })
  const { changeSetId } = closures.addClosure(office.ctx, { day: tuesday, reason: 'Verhuizing' })
  const closed = { planned_minutes: 180, no_show_minutes: 0, rate: 1, closed_minutes: 180 }
  expect(attendance.totals(office.ctx, period)).toMatchObject(closed)
  const edges = { participantId, from: '2026-11-10', to: tuesday }
  expect(attendance.totals(office.ctx, edges)).toMatchObject(closed)
  const week = attendance.week(office.ctx, { monday: tuesday })
  expect(week.rows[0]?.totals).toMatchObject({ planned_minutes: 0, rate: null })
  expect(week.rows[0]?.cells[2]).toMatchObject({ mark: 'no_show' })

  closures.removeClosure(office.ctx, { day: tuesday })
  expect(attendance.totals(office.ctx, period)).toEqual(before)
  office.ctx.undo() // the removal
  expect(attendance.totals(office.ctx, period)).toMatchObject(closed)
  office.ctx.undo(changeSetId ?? 0)
  expect(attendance.totals(office.ctx, period)).toEqual(before)
})

test('an older mark can be taken back after newer ones of the same month', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  aTrajectory(office, { participant_id: participantId })
  const first = mark(office, participantId, thursday, 'present')
  mark(office, participantId, tuesday, 'present')
  office.ctx.undo(first ?? 0)
  const period = { participantId, from: '2026-11-01', to: '2026-11-30' }
  expect(attendance.totals(office.ctx, period).planned_minutes).toBe(180)
})

test('a mark on a closed day can still be emptied', () => {
  using office = openTestOffice()
  const participantId = aParticipant(office)
  aTrajectory(office, { participant_id: participantId })
  mark(office, participantId, tuesday, 'ill')
  closures.addClosure(office.ctx, { day: tuesday, reason: 'Dicht' })
  expect(mark(office, participantId, tuesday, null)).not.toBeNull()
  closures.removeClosure(office.ctx, { day: tuesday })
  const period = { participantId, from: '2026-11-01', to: '2026-11-30' }
  expect(attendance.totals(office.ctx, period).planned_minutes).toBe(0)
})

test('a range closes Monday to Friday as one step, leaves what is closed, and says beforehand what falls out', () => {
  using office = openTestOffice()
  for (let n = 0; n < 3; n += 1) aTrajectory(office, { participant_id: aParticipant(office) })
  closures.addClosure(office.ctx, { day: '2026-12-25', reason: 'Eerste kerstdag' })
  const range = { day: '2026-12-21', until: '2027-01-01' }
  const effect = closures.closureEffect(office.ctx, range)
  expect(effect).toEqual({ days: 9, parts: 12, people: 3, marks: 0 })
  const added = closures.addClosure(office.ctx, { ...range, reason: ' Kerstvakantie ' })
  expect(added.days).toBe(9)
  expect(closures.closures(office.ctx, { year: 2026 })).toHaveLength(9)
  expect(closures.closures(office.ctx, { year: 2026 })).toContainEqual({
    day: '2026-12-25',
    reason: 'Eerste kerstdag',
  })
  expect(closures.closures(office.ctx, { year: 2027 })).toEqual([
    { day: '2027-01-01', reason: 'Kerstvakantie' },
  ])
  expect(closures.closureEffect(office.ctx, range)).toEqual({ days: 0, parts: 0, people: 0, marks: 0 })
  office.ctx.undo(added.changeSetId ?? 0)
  expect(closures.closures(office.ctx, { year: 2026 })).toHaveLength(1)
})

test.each([
  ['backwards', { day: '2026-12-24', until: '2026-12-23' }, 'end_before_start'],
  ['a slip of the year', { day: '2026-12-24', until: '2027-12-24' }, 'number_range'],
])('a range that is %s is not stored', (_what, range, problem) => {
  using office = openTestOffice()
  const expected = expect.objectContaining({ data: { fields: [{ field: 'until', problem }] } })
  expect(() => closures.addClosure(office.ctx, { ...range, reason: 'x' })).toThrow(expected)
  expect(() => closures.closureEffect(office.ctx, range)).toThrow(expected)
  expect(closures.closures(office.ctx, { year: 2026 })).toEqual([])
})

test('the holidays that were ticked are one step to undo', () => {
  using office = openTestOffice()
  const days = [
    { day: '2027-04-27', reason: 'Koningsdag' },
    { day: '2027-05-06', reason: 'Hemelvaartsdag' },
  ]
  const { changeSetId } = closures.addClosures(office.ctx, { days })
  expect(closures.closures(office.ctx, { year: 2027 })).toEqual(days)
  office.ctx.undo(changeSetId ?? 0)
  expect(closures.closures(office.ctx, { year: 2027 })).toEqual([])
})

test('a half-day that is over its limit is said with the number, and never refused', () => {
  using office = openTestOffice()
  const ids = [1, 2, 3].map(() => aTrajectory(office, { participant_id: aParticipant(office) }))
  const ended = aTrajectory(office, { participant_id: aParticipant(office), ended_on: '2026-11-01' })
  expect(ended).toBeGreaterThan(0)
  const tuesdayMorning = { weekday: 2, part: 'morning' as const }
  const { changeSetId } = closures.saveCapacity(office.ctx, { ...tuesdayMorning, people: 3 })
  const grid = closures.capacity(office.ctx)
  expect(grid).toHaveLength(10)
  expect(grid[2]).toEqual({ ...tuesdayMorning, people: 3, capacity: 3, on: '2026-11-24' })
  expect(grid[3]).toMatchObject({ weekday: 2, part: 'afternoon', people: 0, capacity: null })

  const ask = (trajectoryId: number | null) =>
    attendance.occupancy(office.ctx, { from: office.ctx.today, trajectoryId, parts: [tuesdayMorning] })
  expect(ask(null)).toEqual([{ ...tuesdayMorning, people: 4, capacity: 3, on: '2026-11-24' }])
  expect(ask(ids[0] ?? null)).toMatchObject([{ people: 3, capacity: 3 }])
  // Over the limit: somebody new starts all the same.
  aTrajectory(office, { participant_id: aParticipant(office), starts_on: '2026-12-07' })
  expect(ask(null)).toMatchObject([{ people: 5, on: '2026-12-08' }])
  office.ctx.undo(changeSetId ?? 0)
  expect(ask(null)).toMatchObject([{ people: 5, capacity: null }])
})
