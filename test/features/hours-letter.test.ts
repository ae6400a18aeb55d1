import { expect, test } from 'vitest'
import type { HoursFacts } from '#core/letters/facts.ts'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { prepared } from '#db/prepare.ts'
import { putClosure } from '#db/office/commands.ts'
import { attendance } from '#service/features/attendance.ts'
import { letters } from '#service/features/letters.ts'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const completeOffice = {
  office: { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' },
}

function somebody(office: TestOffice) {
  const case_manager_id = aCaseManager(office, { municipality_id: aMunicipality(office) })
  const participantId = aParticipant(office)
  const referral_id = aReferral(office, { participant_id: participantId, case_manager_id })
  const trajectoryId = aTrajectory(office, { participant_id: participantId, referral_id })
  return { participantId, trajectoryId }
}

const marks = [
  'present',
  'ill',
  'present',
  'no_show',
  'late',
  'leave',
  'present',
  'elsewhere',
  'school',
] as const

/** Every planned half-day up to and with 13 November gets a mark, in turn; and one Wednesday that was not planned. */
function fill(office: TestOffice, participantId: number): void {
  for (let monday = '2026-08-24'; monday <= '2026-11-09'; monday = addDays(monday, 7)) {
    const { rows } = attendance.week(office.ctx, { monday })
    const cells = (rows.find((row) => row.participantId === participantId)?.cells ?? [])
      .filter((cell) => cell.planned_minutes > 0)
      .map((cell, n) => {
        const mark = marks[(n + Number(cell.day.slice(8))) % marks.length] ?? 'present'
        return {
          participantId,
          day: cell.day,
          part: cell.part,
          mark,
          lateMinutes: mark === 'late' ? 25 : null,
        }
      })
    if (cells.length > 0) attendance.mark(office.ctx, { cells })
  }
  const extra = { participantId, day: '2026-10-14', part: 'afternoon' as const, lateMinutes: null }
  attendance.mark(office.ctx, { cells: [{ ...extra, mark: 'present' }] })
}

const factsOf = (office: TestOffice, id: number) =>
  letters.get(office.ctx, { id }).facts as unknown as HoursFacts

test('the figures are those of the marks, counted one by one; closed days are in none', () => {
  using office = openTestOffice(completeOffice)
  const { participantId, trajectoryId } = somebody(office)
  fill(office, participantId)
  office.command(() => putClosure(office.db, '2026-10-13', 'studiedag'))
  const { id } = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
  for (const [from, to] of [
    ['2026-08-24', '2026-11-13'],
    ['2026-09-01', '2026-09-30'],
    ['2026-10-08', '2026-10-20'],
    ['2026-09-15', '2026-11-05'],
  ] as const) {
    letters.savePeriod(office.ctx, { id, from, to })
    const facts = factsOf(office, id)
    const raw = prepared<[number, string, string], Record<string, number> & { mark: string; day: string }>(
      office.db,
      `SELECT day, mark, planned_minutes AS planned, present_minutes AS present FROM attendance
       WHERE trajectory_id = ? AND day BETWEEN ? AND ?`,
    ).all(trajectoryId, from, to)
    const count = (month: string) => {
      const sums = {
        planned_minutes: 0,
        present_minutes: 0,
        notified_minutes: 0,
        no_show_minutes: 0,
        closed_minutes: 0,
      }
      for (const { day, mark, planned = 0, present = 0 } of raw) {
        if (!day.startsWith(month)) continue
        if (day === '2026-10-13') {
          sums.closed_minutes += planned
          continue
        }
        sums.planned_minutes += planned
        sums.present_minutes += present
        if (['ill', 'leave', 'school'].includes(mark)) sums.notified_minutes += planned
        if (mark === 'no_show') sums.no_show_minutes += planned
      }
      return sums
    }
    expect(facts.total).toEqual(count(''))
    expect(facts.months.map((row) => row.month)).toEqual([...new Set(facts.months.map((row) => row.month))])
    for (const { month, ...sums } of facts.months) expect(sums, month).toEqual(count(month))
    expect(facts.total.planned_minutes + facts.extra_minutes).toBe(
      facts.total.present_minutes +
        facts.total.notified_minutes +
        facts.total.no_show_minutes +
        facts.missed_minutes,
    )
    expect(facts.total.planned_minutes).toBeGreaterThan(0)
  }
})

test('it is about whole days: up to yesterday, and up to today once today is filled in', () => {
  using office = openTestOffice(completeOffice)
  const { participantId, trajectoryId } = somebody(office)
  fill(office, participantId)
  const { id } = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
  expect(letters.open(office.ctx, { kind: 'hours', about: trajectoryId }).id).toBe(id)
  const before = letters.get(office.ctx, { id })
  expect(before).toMatchObject({
    kind: 'hours',
    period_from: '2026-08-24',
    period_to: '2026-11-17',
    lastWhole: '2026-11-17',
    latest: '2026-11-18',
  })
  const facts = factsOf(office, id)
  const planned = attendance
    .week(office.ctx, { monday: '2026-11-16' })
    .rows[0]?.cells.filter((cell) => cell.planned_minutes > 0 && cell.day <= '2026-11-17')
  expect(facts.unfilled_parts).toBe(planned?.length)
  expect(facts.unfilled_on).toBe(planned?.[0]?.day ?? null)
  expect(before.gaps.map((gap) => gap.code)).toEqual(planned?.length ? ['attendance_unfilled'] : [])
})

test('a period outside the trajectory, in the future or backwards is refused at its own field', () => {
  using office = openTestOffice(completeOffice)
  const { trajectoryId } = somebody(office)
  const { id } = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
  const save = (from: string, to: string) => () => letters.savePeriod(office.ctx, { id, from, to })
  const problem = (field: string, code: string) =>
    expect.objectContaining({ data: expect.objectContaining({ fields: [{ field, problem: code }] }) })
  expect(save('2026-08-01', '2026-09-01')).toThrow(problem('from', 'outside_trajectory'))
  expect(save('2026-09-02', '2026-09-01')).toThrow(problem('to', 'end_before_start'))
  expect(save('2026-09-02', '2026-11-19')).toThrow(problem('to', 'date_in_future'))
  expect(letters.get(office.ctx, { id })).toMatchObject({ period_from: '2026-08-24' })
  const progress = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
  expect(progress.id).not.toBe(id)
  expect(() =>
    letters.savePeriod(office.ctx, { id: progress.id, from: '2026-09-01', to: '2026-09-02' }),
  ).toThrow('NOT_FOUND')
})

test('it is finished, numbered and kept as every letter; the progress letter stays due', async () => {
  using office = openTestOffice(completeOffice)
  const { participantId, trajectoryId } = somebody(office)
  const empty = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
  await expect(letters.finalise(office.ctx, { id: empty.id })).rejects.toThrow('LETTER_INCOMPLETE')
  fill(office, participantId)
  const due = letters.due(office.ctx)
  const { id } = letters.open(office.ctx, { kind: 'hours', about: trajectoryId })
  letters.saveDraft(office.ctx, {
    id,
    kind: 'hours',
    draft: { texts: { remark: 'Met de hand gecontroleerd.' } },
  })
  expect(() =>
    letters.saveDraft(office.ctx, { id, kind: 'progress', draft: { leftOutNotes: [], texts: {} as never } }),
  ).toThrow('NOT_FOUND')
  const { number } = await letters.finalise(office.ctx, { id })
  expect(letters.due(office.ctx)).toEqual(due)
  expect(letters.register(office.ctx, { query: number, state: 'final' })).toMatchObject([
    { id, kind: 'hours', number },
  ])
  const pdf = (await letters.pdf(office.ctx, { id })).pdf
  const facts = factsOf(office, id)
  attendance.mark(office.ctx, {
    cells: [{ participantId, day: '2026-11-12', part: 'morning', mark: null, lateMinutes: null }],
  })
  expect(factsOf(office, id)).toEqual(facts)
  expect((await letters.pdf(office.ctx, { id })).pdf).toBe(pdf)
  expect(() => letters.savePeriod(office.ctx, { id, from: '2026-09-01', to: '2026-09-30' })).toThrow(
    'LETTER_FINAL',
  )
  expect(weekday(facts.period_from)).toBe(1)
})
