import { expect, test } from 'vitest'
import type { MarkedCell } from '#core/api/attendance.ts'
import { markedCellSchema } from '#core/api/attendance.ts'
import type { FieldError } from '#core/api/errors.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { CommandError } from '#db/errors.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// Wednesday 18 November 2026; Tuesday and Thursday morning, 09:00 to 12:00, from 24 August for six months.
const tuesday = '2026-11-17'
const fine = '2026-11-12'

function somebody(office: TestOffice, fields: Parameters<typeof aTrajectory>[1] = {}) {
  const participantId = aParticipant(office)
  const trajectoryId = aTrajectory(office, { participant_id: participantId, ...fields })
  const cell = (day: string, other: Partial<MarkedCell> = {}): MarkedCell => ({
    participantId,
    day,
    part: 'morning',
    mark: 'present',
    lateMinutes: null,
    ...other,
  })
  return { participantId, trajectoryId, cell }
}

function stored(office: TestOffice) {
  return prepared<[], { day: string; part: string; mark: string; present_minutes: number }>(
    office.db,
    'SELECT day, part, mark, present_minutes FROM attendance ORDER BY day, part',
  ).all()
}

function problemsOf(run: () => unknown): FieldError[] {
  try {
    run()
  } catch (error) {
    if (error instanceof CommandError) return (error.data as { fields: FieldError[] }).fields
    throw error
  }
  return []
}

test('each cell says what is wrong with it, and none is stored', () => {
  using office = openTestOffice()
  const { cell, trajectoryId, participantId } = somebody(office)
  const gone = somebody(office, { ended_on: '2026-10-30' })
  closures.addClosure(office.ctx, { day: '2026-10-20', reason: 'Studiedag' })
  office.command(() =>
    prepared(
      office.db,
      `INSERT INTO trajectory_pause (trajectory_id, starts_on, ends_on) VALUES (?, '2026-10-05', '2026-10-09')`,
    ).run(trajectoryId),
  )
  const cells: [MarkedCell, FieldError | null][] = [
    [cell(fine), null],
    [cell('2026-10-20'), { field: 'day', problem: 'closed_day' }],
    [cell('2026-10-06'), { field: 'day', problem: 'in_pause' }],
    [cell('2026-11-19'), { field: 'day', problem: 'date_in_future' }],
    [cell('2026-08-20'), { field: 'day', problem: 'outside_trajectory' }],
    [cell('2027-03-02'), { field: 'day', problem: 'outside_trajectory' }],
    [gone.cell('2026-11-03'), { field: 'day', problem: 'after_end' }],
    [cell('2026-10-22', { participantId: 999 }), { field: 'day', problem: 'outside_trajectory' }],
    [
      cell('2026-10-27', { mark: 'late', lateMinutes: 181 }),
      { field: 'lateMinutes', problem: 'number_range' },
    ],
    [cell('2026-10-29', { mark: 'late' }), { field: 'lateMinutes', problem: 'number_range' }],
    [
      cell('2026-11-03', { fromMinute: 660, untilMinute: 600 }),
      { field: 'untilMinute', problem: 'time_order' },
    ],
    [
      cell('2026-11-05', { fromMinute: 800, untilMinute: 900 }),
      { field: 'fromMinute', problem: 'time_outside_plan' },
    ],
    [cell('2026-11-06', { fromMinute: 540 }), { field: 'untilMinute', problem: 'required' }],
    [
      cell('2026-11-09', { fromMinute: 0, untilMinute: 1440 }),
      { field: 'untilMinute', problem: 'number_range' },
    ],
  ]
  const expected = cells.flatMap(([, error], n) =>
    error ? [{ field: `cells.${n}.${error.field}`, problem: error.problem }] : [],
  )
  const mark = () => attendance.mark(office.ctx, { cells: cells.map(([typed]) => typed) })
  expect(problemsOf(mark)).toEqual(expected)
  expect(stored(office)).toEqual([])
  expect(
    attendance.totals(office.ctx, { participantId, from: '2026-01-01', to: '2027-12-31' }),
  ).toMatchObject({
    planned_minutes: 0,
    rate: null,
  })
  attendance.mark(office.ctx, { cells: [cell(fine)] })
  expect(stored(office)).toHaveLength(1)
})

test('a day has no more hours than it has', () => {
  using office = openTestOffice()
  const { cell } = somebody(office)
  for (const times of [{ untilMinute: 1500 }, { fromMinute: 1440 }, { fromMinute: -1 }])
    expect(markedCellSchema.safeParse({ ...cell(tuesday), ...times }).success).toBe(false)
  // A morning until four beside an afternoon from two: the same two hours twice.
  const morning = cell(tuesday, { fromMinute: 540, untilMinute: 960 })
  const afternoon = cell(tuesday, { part: 'afternoon', fromMinute: 840, untilMinute: 1020 })
  const both = () => attendance.mark(office.ctx, { cells: [morning, afternoon] })
  expect(problemsOf(both)).toEqual([
    { field: 'cells.0.fromMinute', problem: 'times_overlap' },
    { field: 'cells.1.fromMinute', problem: 'times_overlap' },
  ])
  attendance.mark(office.ctx, { cells: [afternoon] })
  expect(problemsOf(() => attendance.mark(office.ctx, { cells: [morning] }))).toEqual([
    { field: 'cells.0.fromMinute', problem: 'times_overlap' },
  ])
  attendance.mark(office.ctx, { cells: [{ ...morning, untilMinute: 800 }] })
  expect(stored(office).map((row) => row.present_minutes)).toEqual([180, 180])
})

test('times count within what was planned, and stay beside the mark', () => {
  using office = openTestOffice()
  const { cell, participantId } = somebody(office)
  const mark = (other: Partial<MarkedCell>) => attendance.mark(office.ctx, { cells: [cell(tuesday, other)] })
  const now = () => {
    const week = attendance.week(office.ctx, { monday: tuesday })
    return week.rows[0]?.cells.find((one) => one.day === tuesday && one.part === 'morning')
  }
  mark({ fromMinute: 500, untilMinute: 690, note: ' tandarts ' })
  expect(now()).toMatchObject({ present_minutes: 150, from_minute: 500, until_minute: 690, note: 'tandarts' })
  mark({ mark: 'late', lateMinutes: 20, untilMinute: 700 })
  expect(now()).toMatchObject({ present_minutes: 140, from_minute: 560, note: 'tandarts' })
  mark({ mark: 'late', fromMinute: 570, note: '' })
  expect(now()).toMatchObject({ present_minutes: 150, from_minute: 570, until_minute: null, note: '' })
  mark({ mark: 'ill', fromMinute: 570 })
  expect(now()).toMatchObject({ present_minutes: 0, from_minute: null })
  mark({ mark: null })
  expect(now()).toMatchObject({ mark: null, planned_minutes: 180 })
  expect(participantId).toBeGreaterThan(0)
})

test('a clock that was set back loses nothing', () => {
  using office = openTestOffice()
  const { cell, participantId } = somebody(office)
  attendance.mark(office.ctx, { cells: [cell(tuesday), cell(fine)] })
  const earlier = office.on('2026-11-13')
  const period = { participantId, from: '2026-11-01', to: '2026-11-30' }
  expect(attendance.totals(earlier, period).present_minutes).toBe(360)
  expect(problemsOf(() => attendance.mark(earlier, { cells: [cell(tuesday, { mark: 'no_show' })] }))).toEqual(
    [{ field: 'cells.0.day', problem: 'date_in_future' }],
  )
  expect(stored(office).map((row) => row.mark)).toEqual(['present', 'present'])
})

test('summer time, winter time and week 53', () => {
  using office = openTestOffice({ today: '2027-01-05' })
  const everyDay = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    part: 'morning' as const,
    start_minute: 60, // the hour that a night in March does not have
    end_minute: 240,
  }))
  const { cell, participantId } = somebody(office, { starts_on: '2026-03-02', months: 12, parts: everyDay })
  for (const [monday, number] of [
    ['2026-03-23', 13],
    ['2026-03-30', 14],
    ['2026-10-19', 43],
    ['2026-10-26', 44],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
  ] as const) {
    const week = attendance.week(office.ctx, { monday })
    expect([week.monday, week.weekNumber]).toEqual([monday, number])
    expect(week.rows[0]?.cells.map((one) => one.planned_minutes)).toEqual([
      180, 0, 180, 0, 180, 0, 180, 0, 180, 0,
    ])
  }
  expect(attendance.week(office.ctx, { monday: '2027-01-03' }).monday).toBe('2026-12-28')
  // Week 53 lies in two years: each day counts in its own month.
  const days = ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01']
  attendance.mark(office.ctx, { cells: days.map((day) => cell(day)) })
  const minutes = (from: string, to: string) =>
    attendance.totals(office.ctx, { participantId, from, to }).present_minutes
  expect(minutes('2026-12-01', '2026-12-31')).toBe(720)
  expect(minutes('2027-01-01', '2027-01-31')).toBe(180)
  expect(minutes('2026-12-28', '2027-01-03')).toBe(900)
})

test('a trajectory that ends on a holiday', () => {
  using office = openTestOffice({ today: '2026-12-31' })
  const friday = [{ weekday: 5, part: 'morning' as const, start_minute: 540, end_minute: 720 }]
  const { cell, participantId } = somebody(office, {
    starts_on: '2026-09-01',
    planned_end_on: '2026-12-25',
    parts: friday,
  })
  closures.addClosure(office.ctx, { day: '2026-12-25', reason: 'Eerste kerstdag' })
  attendance.mark(office.ctx, { cells: [cell('2026-12-18')] })
  expect(problemsOf(() => attendance.mark(office.ctx, { cells: [cell('2026-12-25')] }))).toEqual([
    { field: 'cells.0.day', problem: 'closed_day' },
  ])
  const december = { participantId, from: '2026-12-01', to: '2026-12-31' }
  expect(attendance.totals(office.ctx, december)).toMatchObject({
    planned_minutes: 180,
    rate: 1,
    closed_minutes: 180,
  })
  expect(attendance.week(office.ctx, { monday: '2026-12-21' }).rows).toHaveLength(1)
  expect(attendance.week(office.ctx, { monday: '2026-12-28' }).rows).toEqual([])
})

test('a schedule cannot hold the same hour twice, nor half-days that do not end', () => {
  using office = openTestOffice()
  const { trajectoryId } = somebody(office)
  const part = (
    weekday: number,
    name: 'morning' | 'afternoon',
    start_minute: number,
    end_minute: number,
  ) => ({
    weekday,
    part: name,
    start_minute,
    end_minute,
  })
  const parts = [
    part(1, 'morning', 540, 800),
    part(1, 'afternoon', 780, 900),
    part(2, 'morning', 720, 540),
    part(3, 'morning', 0, 900),
    part(4, 'afternoon', 540, 600),
    part(4, 'morning', 780, 900),
    part(5, 'morning', 540, 600),
    part(5, 'morning', 600, 660),
  ]
  const set = () =>
    trajectories.setSchedule(office.ctx, { id: trajectoryId, valid_from: '2026-11-16', parts })
  expect(problemsOf(set)).toEqual([
    { field: 'parts.1.afternoon', problem: 'times_overlap' },
    { field: 'parts.2.morning', problem: 'time_order' },
    { field: 'parts.3.morning', problem: 'number_range' },
    { field: 'parts.4.morning', problem: 'times_overlap' },
    { field: 'parts.5.morning', problem: 'times_overlap' },
  ])
  expect(attendance.week(office.ctx, { monday: tuesday }).rows[0]?.cells[2]?.planned_minutes).toBe(180)
})

test('two trajectories of one person never hold the same day', () => {
  using office = openTestOffice()
  const { participantId } = somebody(office)
  const referral =
    prepared<[], { id: number }>(office.db, 'SELECT max(id) AS id FROM referral').get()?.id ?? 0
  const again = () =>
    trajectories.create(office.ctx, {
      participant_id: participantId,
      referral_id: referral,
      coach_id: office.staff.id,
      months: 3,
      starts_on: '2026-12-01',
      purpose: '',
      parts: [{ weekday: 1, part: 'morning', start_minute: 540, end_minute: 720 }],
      goals: [],
    })
  expect(problemsOf(again)).toEqual([{ field: 'starts_on', problem: 'trajectory_overlaps' }])
})
