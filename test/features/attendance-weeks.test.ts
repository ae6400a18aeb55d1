import { expect, test } from 'vitest'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { CommandError } from '#db/errors.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// Wednesday 18 November 2026, in week 47; the usual schedule is Tuesday and Thursday morning.
const lastWeek = '2026-11-09'
const [tuesday, thursday] = ['2026-11-10', '2026-11-12']

function somebody(office: TestOffice, surname: string, fields: Parameters<typeof aTrajectory>[1] = {}) {
  const participantId = aParticipant(office, { surname })
  aTrajectory(office, { participant_id: participantId, ...fields })
  return participantId
}

const present = (participantId: number, day: string) => ({
  participantId,
  day,
  part: 'morning' as const,
  mark: 'present' as const,
  lateMinutes: null,
})

function codeOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof CommandError) return error.data ? [error.code, error.data] : error.code
    throw error
  }
  return null
}

test('a closed week takes no mark, loses none, and is opened again', () => {
  using office = openTestOffice()
  const person = somebody(office, 'Aalbers')
  const before = attendance.mark(office.ctx, { cells: [present(person, tuesday)] })
  attendance.closeWeek(office.ctx, { monday: thursday })
  const week = () => attendance.week(office.ctx, { monday: lastWeek })
  expect(week().settled).toEqual({ on: '2026-11-18', by: 'Coach Test' })

  const fields = [{ field: 'cells.0.day', problem: 'week_closed' }]
  const refused = ['INVALID', { fields }]
  const empty = { ...present(person, tuesday), mark: null }
  expect(codeOf(() => attendance.mark(office.ctx, { cells: [present(person, thursday)] }))).toEqual(refused)
  expect(codeOf(() => attendance.mark(office.ctx, { cells: [empty] }))).toEqual(refused)
  expect(attendance.check(office.ctx, { cells: [empty] })).toEqual({ problems: fields })
  const weekClosed = ['WEEK_CLOSED', { monday: lastWeek }]
  const fill = () => attendance.fillPlanned(office.ctx, { day: thursday, part: 'morning' })
  expect(codeOf(fill)).toEqual(weekClosed)
  expect(codeOf(() => office.ctx.undo(before.changeSetId ?? 0))).toEqual(weekClosed)
  expect(week().rows[0]?.cells[2]?.mark).toBe('present')
  // The week after it is open.
  attendance.mark(office.ctx, { cells: [present(person, '2026-11-17')] })

  const opened = attendance.openWeek(office.ctx, { monday: lastWeek })
  expect(week().settled).toBeNull()
  attendance.mark(office.ctx, { cells: [present(person, thursday)] })
  const log = prepared<[], { op: string; command: string }>(
    office.db,
    `SELECT c.op, s.command FROM change c JOIN change_set s ON s.id = c.change_set_id
     WHERE c.table_name = 'closed_week' ORDER BY c.id`,
  ).all()
  expect(log).toEqual([
    { op: 'insert', command: 'attendance.closeWeek' },
    { op: 'delete', command: 'attendance.openWeek' },
  ])
  office.ctx.undo(opened.changeSetId ?? 0)
  expect(week().settled).not.toBeNull()
  expect(attendance.openWeek(office.ctx, { monday: '2026-11-02' }).changeSetId).toBeNull()
})

test('a week can be closed when nobody is still expected in it', () => {
  using office = openTestOffice()
  somebody(office, 'Aalbers')
  const early = ['INVALID', { fields: [{ field: 'monday', problem: 'date_in_future' }] }]
  const close = (today: string, monday: string) =>
    codeOf(() => attendance.closeWeek(office.on(today), { monday }))
  expect(close('2026-11-18', '2026-11-16')).toEqual(early)
  expect(close('2026-11-18', '2027-06-07')).toEqual(early) // nobody comes, but it has to come itself
  expect(close('2026-11-19', '2026-11-16')).toBeNull() // Thursday: the last half-day of this week
  closures.addClosure(office.ctx, { day: '2026-11-26', reason: 'Studiedag' })
  expect(close('2026-11-24', '2026-11-23')).toBeNull()
})

test('earlier weeks with empty half-days are told, without closed ones', () => {
  using office = openTestOffice()
  const person = somebody(office, 'Aalbers', { starts_on: '2026-10-27' })
  closures.addClosure(office.ctx, { day: '2026-11-05', reason: 'Studiedag' })
  attendance.mark(office.ctx, { cells: [present(person, tuesday)] })
  expect(attendance.unfilledWeeks(office.ctx)).toEqual([
    { monday: '2026-11-09', weekNumber: 46, cells: 1 },
    { monday: '2026-11-02', weekNumber: 45, cells: 1 },
    { monday: '2026-10-26', weekNumber: 44, cells: 2 },
  ])
  attendance.closeWeek(office.ctx, { monday: '2026-11-02' })
  attendance.mark(office.ctx, { cells: [present(person, thursday)] })
  expect(attendance.unfilledWeeks(office.ctx).map((week) => week.weekNumber)).toEqual([44])
  // Week 53 and the year after it.
  const later = attendance.unfilledWeeks(office.on('2027-01-05'))
  expect(later.map((week) => week.weekNumber)).toEqual([53, 52, 51, 50, 49, 48, 47, 44])
})

test('the grid puts people together by name, by days or by coach', () => {
  using office = openTestOffice()
  const other = office.addStaff({ name: 'Anna Test' })
  const monday = [{ weekday: 1, part: 'morning' as const, start_minute: 540, end_minute: 720 }]
  const names = { Aalbers: {}, Bakker: { parts: monday }, Cremers: { coach_id: other.id } }
  const ids = new Map(Object.entries(names).map(([name, fields]) => [somebody(office, name, fields), name]))
  const shown = () => {
    const { grouping, groups, rows } = attendance.week(office.ctx, { monday: lastWeek })
    return {
      grouping,
      groups: groups.map((group) => [group.coachName ?? group.weekdays, group.people]),
      rows: rows.map((row) => ids.get(row.participantId)).join(' '),
    }
  }
  expect(shown()).toEqual({ grouping: 'name', groups: [[null, 3]], rows: 'Aalbers Bakker Cremers' })
  const changed = attendance.setGrouping(office.ctx, { grouping: 'days' })
  expect(shown()).toEqual({
    grouping: 'days',
    groups: [
      [[1], 1],
      [[2, 4], 2],
    ],
    rows: 'Bakker Aalbers Cremers',
  })
  attendance.setGrouping(office.ctx, { grouping: 'coach' })
  expect(shown()).toEqual({
    grouping: 'coach',
    groups: [
      ['Anna Test', 1],
      ['Coach Test', 2],
    ],
    rows: 'Cremers Aalbers Bakker',
  })
  expect(attendance.setGrouping(office.ctx, { grouping: 'coach' }).changeSetId).toBeNull()
  expect(changed.changeSetId).not.toBeNull()
})
