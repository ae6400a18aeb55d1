import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absencesInARow, fallingRate } from '#core/attendance/alerts.ts'
import { splitPeriod } from '#core/attendance/period.ts'
import { minutesWithin } from '#core/attendance/totals.ts'
import { addDays } from '#core/calendar/dates.ts'
import { closedRanges, daysToClose } from '#core/calendar/closed-days.ts'

describe('minutes within the plan', () => {
  const nine = { start_minute: 540, end_minute: 720 }
  test.each([
    [null, null, 180],
    [500, 760, 180],
    [555, null, 165],
    [null, 700, 160],
    [720, 800, 0],
    [400, 540, 0],
  ])('from %s until %s: %d', (from, until, minutes) => {
    expect(minutesWithin(nine, from, until)).toBe(minutes)
  })
})

test('a period is its whole months and its edges, each day once', () => {
  expect(splitPeriod('2026-01-15', '2026-04-10')).toEqual({
    months: { from: '2026-02', to: '2026-03' },
    edges: [
      { from: '2026-01-15', to: '2026-01-31' },
      { from: '2026-04-01', to: '2026-04-10' },
    ],
  })
  expect(splitPeriod('2026-02-02', '2026-02-01')).toEqual({ months: null, edges: [] })
  fc.assert(
    fc.property(fc.nat({ max: 800 }), fc.nat({ max: 150 }), (start, length) => {
      const from = addDays('2024-01-01', start)
      const to = addDays(from, length)
      const { months, edges } = splitPeriod(from, to)
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const month = day.slice(0, 7)
        const inMonths = months !== null && months.from <= month && month <= months.to ? 1 : 0
        const inEdges = edges.filter((edge) => edge.from <= day && day <= edge.to).length
        expect(inMonths + inEdges, day).toBe(1)
      }
      for (const edge of edges) expect(edge.from >= from && edge.to <= to && edge.from <= edge.to).toBe(true)
      if (months) expect(`${months.from}-01` >= from && `${months.to}-28` <= to).toBe(true)
    }),
  )
})

test('the rule of the falling rate at its edges', () => {
  const stretch = (planned_minutes: number, present_minutes: number, parts = 8) => ({
    planned_minutes,
    present_minutes,
    parts,
  })
  expect(fallingRate(stretch(1000, 900), stretch(1000, 700))).toEqual({ before: 0.9, now: 0.7 })
  expect(fallingRate(stretch(1000, 900), stretch(1000, 701))).toBeNull() // 19.9 points
  expect(fallingRate(stretch(1000, 1000), stretch(1000, 750))).toBeNull() // 75 % is enough
  expect(fallingRate(stretch(1000, 1000), stretch(1000, 749))).not.toBeNull()
  expect(fallingRate(stretch(1000, 1000, 3), stretch(1000, 0))).toBeNull()
  expect(fallingRate(stretch(1000, 1000), stretch(0, 0, 0))).toBeNull()
})

test('an empty row and a row of lessons are no absences', () => {
  expect(absencesInARow([])).toBeNull()
  const lessons = Array.from({ length: 5 }, () => ({ day: '2026-11-17', mark: 'school' as const }))
  expect(absencesInARow(lessons)).toBeNull()
})

test('closed days follow on each other over a weekend, and keep their reason', () => {
  expect(daysToClose('2026-12-24', '2026-12-29')).toEqual([
    '2026-12-24',
    '2026-12-25',
    '2026-12-28',
    '2026-12-29',
  ])
  expect(daysToClose('2026-12-26', '2026-12-26')).toEqual(['2026-12-26'])
  const closed = (day: string, reason = 'Kerst') => ({ day, reason })
  expect(
    closedRanges([
      closed('2026-12-23'),
      closed('2026-12-24'),
      closed('2026-12-25', 'Eerste kerstdag'),
      closed('2026-12-28'),
      closed('2026-12-29'),
      closed('2026-12-31'),
    ]),
  ).toEqual([
    { day: '2026-12-23', until: '2026-12-24', days: 2, reason: 'Kerst' },
    { day: '2026-12-25', until: '2026-12-25', days: 1, reason: 'Eerste kerstdag' },
    { day: '2026-12-28', until: '2026-12-29', days: 2, reason: 'Kerst' },
    { day: '2026-12-31', until: '2026-12-31', days: 1, reason: 'Kerst' },
  ])
  expect(closedRanges([closed('2026-12-25'), closed('2026-12-28')])).toHaveLength(1)
})
