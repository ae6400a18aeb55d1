import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendance } from '#service/features/attendance.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { putClosure } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// The test office's day is Wednesday 18 November 2026; the usual schedule is Tuesday and Thursday morning, 3 hours.
const tuesday = '2026-11-17'

function cell(participantId: number, day: string, mark: string | null, lateMinutes: number | null = null) {
  return { participantId, day, part: 'morning' as const, mark: mark as 'present' | null, lateMinutes }
}

function monthsFromMarks(office: TestOffice) {
  // Written apart from core/attendance on purpose: this is the second opinion.
  return prepared<[], Record<string, unknown>>(
    office.db,
    `SELECT trajectory_id, substr(day, 1, 7) AS month, sum(planned_minutes) AS planned_minutes,
       sum(present_minutes) AS present_minutes,
       sum(CASE WHEN mark IN ('ill', 'leave', 'school') THEN planned_minutes ELSE 0 END) AS notified_minutes,
       sum(CASE WHEN mark = 'no_show' THEN planned_minutes ELSE 0 END) AS no_show_minutes
     FROM attendance WHERE day NOT IN (SELECT day FROM closure) GROUP BY 1, 2 ORDER BY 1, 2`,
  ).all()
}

function storedMonths(office: TestOffice) {
  return prepared<[], Record<string, unknown>>(
    office.db,
    'SELECT * FROM attendance_month ORDER BY trajectory_id, month',
  ).all()
}

test('a mark keeps the planned time of its day, and the week shows it', () => {
  using office = openTestOffice()
  const participant = aParticipant(office)
  aTrajectory(office, { participant_id: participant })
  attendance.mark(office.ctx, { cells: [cell(participant, tuesday, 'late', 15)] })
  const week = attendance.week(office.ctx, { monday: '2026-11-18' })
  expect(week).toMatchObject({ monday: '2026-11-16', weekNumber: 47 })
  const row = week.rows[0]
  expect(row?.cells.filter((item) => item.planned_minutes > 0).map((item) => item.day)).toEqual([
    '2026-11-17',
    '2026-11-19',
  ])
  expect(row?.totals).toEqual({
    planned_minutes: 180,
    present_minutes: 165,
    notified_minutes: 0,
    no_show_minutes: 0,
    rate: 165 / 180,
  })
})

test('filling by the schedule takes only planned, empty half-days and can be undone in one step', () => {
  using office = openTestOffice()
  const people = [1, 2, 3].map(() => {
    const participant = aParticipant(office)
    aTrajectory(office, { participant_id: participant })
    return participant
  })
  const other = aParticipant(office)
  aTrajectory(office, {
    participant_id: other,
    parts: [{ weekday: 1, part: 'morning', start_minute: 540, end_minute: 720 }],
  })
  attendance.mark(office.ctx, { cells: [cell(people[0] ?? 0, tuesday, 'ill')] })
  const filled = attendance.fillPlanned(office.ctx, { day: tuesday, part: 'morning' })
  expect(filled).toMatchObject({ filled: 2, skipped: 1 })
  expect(filled.changeSetId).not.toBeNull()
  expect(storedMonths(office)).toEqual(monthsFromMarks(office))
  office.ctx.undo(filled.changeSetId ?? 0)
  const marks = prepared<[], { mark: string }>(office.db, 'SELECT mark FROM attendance').all()
  expect(marks).toEqual([{ mark: 'ill' }])
  expect(storedMonths(office)).toEqual(monthsFromMarks(office))
})

test('a closed day takes no mark and is in no plan', () => {
  using office = openTestOffice()
  const participant = aParticipant(office)
  aTrajectory(office, { participant_id: participant })
  office.command(() => putClosure(office.db, tuesday, 'Studiedag'))
  expect(() => attendance.mark(office.ctx, { cells: [cell(participant, tuesday, 'present')] })).toThrow(
    'INVALID',
  )
  expect(() => attendance.fillPlanned(office.ctx, { day: tuesday, part: 'morning' })).toThrow('CLOSED_DAY')
  const week = attendance.week(office.ctx, { monday: '2026-11-16' })
  expect(week.closed).toEqual([{ day: tuesday, reason: 'Studiedag' }])
  expect(week.rows[0]?.cells.filter((item) => item.planned_minutes > 0).map((item) => item.day)).toEqual([
    '2026-11-19',
  ])
})

test('one wrong cell stores none of them', () => {
  using office = openTestOffice()
  const participant = aParticipant(office)
  aTrajectory(office, { participant_id: participant })
  const wrong = [
    cell(participant, '2026-08-20', 'present'), // before the start
    cell(participant, '2026-11-19', 'present'), // tomorrow
    cell(participant, tuesday, 'late', 600), // longer than the half-day
  ]
  for (const item of wrong)
    expect(() =>
      attendance.mark(office.ctx, { cells: [cell(participant, '2026-11-12', 'present'), item] }),
    ).toThrow('INVALID')
  expect(prepared(office.db, 'SELECT * FROM attendance').all()).toEqual([])
  // Leave may be agreed for days to come.
  expect(
    attendance.mark(office.ctx, { cells: [cell(participant, '2026-11-19', 'leave')] }).changeSetId,
  ).not.toBeNull()
})

test('a later schedule changes nothing about a day that was filled in', () => {
  using office = openTestOffice()
  const participant = aParticipant(office)
  const id = aTrajectory(office, { participant_id: participant })
  attendance.mark(office.ctx, { cells: [cell(participant, tuesday, 'present')] })
  trajectories.setSchedule(office.ctx, {
    id,
    valid_from: '2026-11-16',
    parts: [{ weekday: 2, part: 'morning', start_minute: 540, end_minute: 600 }],
  })
  const week = attendance.week(office.ctx, { monday: '2026-11-16' })
  expect(week.rows[0]?.totals).toMatchObject({ planned_minutes: 180, present_minutes: 180 })
})

test('month totals are what the marks add up to, whatever was typed and emptied', () => {
  const marks = ['present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere', null] as const
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          day: fc.integer({ min: 0, max: 60 }),
          mark: fc.constantFrom(...marks),
          who: fc.boolean(),
        }),
        {
          minLength: 1,
          maxLength: 30,
        },
      ),
      (steps) => {
        using office = openTestOffice()
        const people = [aParticipant(office), aParticipant(office)] as const
        for (const participant of people) aTrajectory(office, { participant_id: participant })
        for (const step of steps) {
          const day = new Date(Date.UTC(2026, 8, 1 + step.day)).toISOString().slice(0, 10)
          const late = step.mark === 'late' ? 15 : null
          attendance.mark(office.ctx, { cells: [cell(people[step.who ? 1 : 0], day, step.mark, late)] })
        }
        expect(storedMonths(office)).toEqual(monthsFromMarks(office))
      },
    ),
    { numRuns: 15 },
  )
})
