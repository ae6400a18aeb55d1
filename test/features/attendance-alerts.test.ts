import { expect, test } from 'vitest'
import type { AttendanceMark } from '#core/api/fields.ts'
import { addDays } from '#core/calendar/dates.ts'
import { attendance } from '#service/features/attendance.ts'
import { closures } from '#service/features/closures.ts'
import { prepared } from '#db/prepare.ts'
import { aParticipant, aTrajectory, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

// Wednesday 18 November 2026; Tuesday and Thursday morning from 24 August on.
const days = ['2026-11-17', '2026-11-12', '2026-11-10', '2026-11-05', '2026-11-03']

function somebody(
  office: TestOffice,
  surname: string,
  marks: readonly (readonly [string, AttendanceMark])[],
) {
  const participantId = aParticipant(office, { surname })
  const trajectoryId = aTrajectory(office, { participant_id: participantId })
  const cells = marks.map(([day, mark]) => ({
    participantId,
    day,
    part: 'morning' as const,
    mark,
    lateMinutes: null,
  }))
  attendance.mark(office.ctx, { cells })
  return { participantId, trajectoryId }
}
const newestFirst = (...marks: AttendanceMark[]) => marks.map((mark, n) => [days[n] ?? '', mark] as const)

test('who is away three half-days in a row, with and without notice apart', () => {
  using office = openTestOffice()
  somebody(office, 'Aanwezig', newestFirst('present', 'no_show', 'no_show', 'no_show'))
  somebody(office, 'Bericht', newestFirst('ill', 'ill', 'leave', 'present'))
  const silent = somebody(office, 'Stil', newestFirst('no_show', 'no_show', 'no_show', 'ill', 'present'))
  somebody(office, 'Twee', newestFirst('no_show', 'no_show', 'present'))
  somebody(office, 'Les', newestFirst('no_show', 'school', 'no_show', 'school', 'present'))
  const found = attendance.alerts(office.ctx)
  expect(
    found.map(({ name, code, parts, withoutNotice, since }) => [name, code, parts, withoutNotice, since]),
  ).toEqual([
    [expect.stringContaining('Stil'), 'no_shows', 4, 3, '2026-11-05'],
    [expect.stringContaining('Bericht'), 'absences', 3, 0, '2026-11-10'],
  ])
  // A closed day is no absence, and a pause explains itself.
  closures.addClosure(office.ctx, { day: '2026-11-10', reason: 'Dicht' })
  expect(attendance.alerts(office.ctx)).toMatchObject([{ code: 'absences', parts: 3, withoutNotice: 2 }])
  office.command(() =>
    prepared(
      office.db,
      `INSERT INTO trajectory_pause (trajectory_id, starts_on) VALUES (?, '2026-11-16')`,
    ).run(silent.trajectoryId),
  )
  expect(attendance.alerts(office.ctx)).toEqual([])
})

test('who comes clearly less often than in the four weeks before', () => {
  using office = openTestOffice()
  const from = '2026-09-24' // the first of the eight weeks
  const eightWeeks = Array.from({ length: 56 }, (_, n) => addDays(from, n)).filter((day) =>
    [2, 4].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  )
  const marks = (missed: readonly number[]) =>
    eightWeeks.map((day, n) => [day, missed.includes(n) ? 'ill' : 'present'] as const)
  expect(eightWeeks).toHaveLength(16)
  somebody(office, 'Minder', marks([9, 11, 13])) // 8 of 8, then 5 of 8
  somebody(office, 'Bijna', marks([9, 11])) // 6 of 8 is 75 %
  somebody(office, 'Altijd', marks([1, 3, 5, 9, 11, 13])) // 5 of 8 as before
  expect(attendance.alerts(office.ctx)).toMatchObject([
    {
      name: expect.stringContaining('Minder'),
      code: 'falling_rate',
      before: 1,
      now: 0.625,
      since: '2026-10-22',
    },
  ])
})
