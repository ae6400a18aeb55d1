import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysMeet, pauseOn, plannedMinutes, plannedParts } from '#core/attendance/plan.ts'
import { addDays, weekday } from '#core/calendar/dates.ts'
import type { Schedule, SchedulePart } from '#core/api/programme.ts'

const start = '2027-12-20'
const day = fc.integer({ min: 0, max: 100 }).map((n) => addDays(start, n))
const part: fc.Arbitrary<SchedulePart> = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    part: fc.constantFrom('morning' as const, 'afternoon' as const),
    start_minute: fc.integer({ min: 480, max: 720 }),
    length: fc.integer({ min: 1, max: 240 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, end_minute: rest.start_minute + length }))
const schedule: fc.Arbitrary<Schedule> = fc.record({
  valid_from: day,
  parts: fc.uniqueArray(part, { maxLength: 6, selector: (one) => `${one.weekday} ${one.part}` }),
})
const pause = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([starts_on, n]) => ({ starts_on, ends_on: n === null ? null : addDays(starts_on, n) }))

test('planned minutes with pauses and closures are what counting day by day gives', () => {
  const plans = fc.record({
    schedules: fc.uniqueArray(schedule, { maxLength: 4, selector: (one) => one.valid_from }),
    startsOn: day,
    length: fc.integer({ min: 0, max: 90 }),
    pauses: fc.array(pause, { maxLength: 3 }),
    closed: fc.array(day, { maxLength: 10 }),
    from: day,
    span: fc.integer({ min: 0, max: 100 }),
  })
  fc.assert(
    fc.property(plans, ({ schedules, startsOn, length, pauses, closed, from, span }) => {
      const lastDay = addDays(startsOn, length)
      const to = addDays(from, span)
      // Counted another way: by half-day of each schedule, over the days it is the newest one.
      let expected = 0
      const newestFirst = schedules.toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))
      for (let n = 0; n <= span; n += 1) {
        const on = addDays(from, n)
        const away =
          closed.includes(on) ||
          on < startsOn ||
          on > lastDay ||
          pauses.some((one) => on >= one.starts_on && on <= (one.ends_on ?? '9999-12-31'))
        if (away) continue
        for (const one of newestFirst.find((each) => each.valid_from <= on)?.parts ?? [])
          if (one.weekday === weekday(on)) expected += one.end_minute - one.start_minute
      }
      const plan = { schedules, startsOn, lastDay, pauses }
      expect(plannedMinutes(plan, from, to, new Set(closed))).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

test('nothing is planned on the first and the last day of a pause; on the days around it, it is', () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    weekday: n,
    part: 'morning' as const,
    start_minute: 540,
    end_minute: 720,
  }))
  const plan = {
    schedules: [{ valid_from: '2028-02-01', parts: everyDay }],
    startsOn: '2028-02-01',
    lastDay: null,
    pauses: [{ starts_on: '2028-02-28', ends_on: '2028-03-01' }],
  }
  const planned = (on: string) => plannedParts(plan, on).length
  expect(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01', '2028-03-02'].map(planned)).toEqual([
    1, 0, 0, 0, 1,
  ])
  expect(pauseOn(plan.pauses, '2028-02-29')).toEqual(plan.pauses[0])
  expect(pauseOn([{ starts_on: '2028-02-28', ends_on: null }], '2040-01-01')).not.toBeNull()
})

test.each([
  ['one day in common', '2026-01-01', '2026-01-10', '2026-01-10', null, true],
  ['the day after', '2026-01-01', '2026-01-10', '2026-01-11', null, false],
  ['both without an end', '2026-01-01', null, '2030-01-01', null, true],
])('%s', (_name, start1, end1, start2, end2, meet) => {
  const [a, b] = [
    { starts_on: start1, ends_on: end1 },
    { starts_on: start2, ends_on: end2 },
  ]
  expect([daysMeet(a, b), daysMeet(b, a)]).toEqual([meet, meet])
})
