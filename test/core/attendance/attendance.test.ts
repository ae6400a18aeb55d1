import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttendanceMark } from '#core/api/fields.ts'
import { attendanceMark } from '#core/api/fields.ts'
import type { Schedule } from '#core/api/programme.ts'
import { partMinutes, plannedParts, scheduleOn, weekMinutes } from '#core/attendance/plan.ts'
import {
  formatHours,
  formatNumber,
  monthTotals,
  percent,
  presentMinutes,
  rate,
  sumTotals,
  totals,
} from '#core/attendance/totals.ts'
import type { MarkedPart } from '#core/attendance/totals.ts'

const half = (mark: AttendanceMark | null, planned = 150, late: number | null = null): MarkedPart => ({
  mark,
  planned_minutes: planned,
  present_minutes: mark === null ? 0 : presentMinutes(mark, planned, late),
})

describe('minutes present', () => {
  test.each<[AttendanceMark, number | null, number]>([
    ['present', null, 150],
    ['elsewhere', null, 150],
    ['late', 15, 135],
    ['late', 400, 0],
    ['late', null, 150],
    ['ill', null, 0],
    ['leave', null, 0],
    ['school', null, 0],
    ['no_show', null, 0],
  ])('%s, late %s: %d', (mark, late, expected) => {
    expect(presentMinutes(mark, 150, late)).toBe(expected)
  })
})

describe('totals', () => {
  test('each mark in its own figure', () => {
    const week = [
      half('present'),
      half('late', 150, 15),
      half('elsewhere'),
      half('ill'),
      half('leave'),
      half('school'),
      half('no_show'),
    ]
    expect(totals(week)).toEqual({
      planned_minutes: 1050,
      present_minutes: 435,
      notified_minutes: 450,
      no_show_minutes: 150,
      rate: 435 / 1050,
    })
  })

  test('a closed day and what is not filled in are in no figure', () => {
    const week = [half('present'), { ...half('no_show'), closed: true }, half(null)]
    expect(totals(week)).toEqual({
      planned_minutes: 150,
      present_minutes: 150,
      notified_minutes: 0,
      no_show_minutes: 0,
      rate: 1,
    })
  })

  test('nothing planned has no rate', () => {
    expect(totals([]).rate).toBeNull()
    expect(rate(0, 0)).toBeNull()
    expect(percent(null)).toBeNull()
  })

  test('months add up to the whole', () => {
    const part = fc.record({
      mark: fc.constantFrom(...attendanceMark.options, null),
      planned: fc.integer({ min: 0, max: 720 }),
      late: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (a, b) => {
        const [first, second] = [a, b].map((list) => list.map((p) => half(p.mark, p.planned, p.late)))
        const [one, two] = [first ?? [], second ?? []]
        const whole = totals([...one, ...two])
        expect(sumTotals([monthTotals(one), monthTotals(two)])).toEqual(whole)
        const parts = whole.present_minutes + whole.notified_minutes + whole.no_show_minutes
        expect(parts).toBeLessThanOrEqual(whole.planned_minutes)
      }),
    )
  })
})

describe('numbers on paper', () => {
  test.each([
    [0.285, 29],
    [0.5, 50],
    [0.335, 34],
    [2 / 3, 67],
    [1, 100],
    [0, 0],
  ])('%d is %d per cent', (value, expected) => {
    expect(percent(value)).toBe(expected)
  })

  test.each([
    [450, '7,5', '7.5'],
    [465, '7,75', '7.75'],
    [480, '8', '8'],
    [0, '0', '0'],
    [50, '0,83', '0.83'],
    [74_070, '1.234,5', '1,234.5'],
    [60_000_000, '1.000.000', '1,000,000'],
  ])('%d minutes are %s hours', (minutes, nl, en) => {
    expect(formatHours(minutes, 'nl')).toBe(nl)
    expect(formatHours(minutes, 'en')).toBe(en)
  })

  test('numbers below zero', () => {
    expect(formatNumber(-1234.5, 'nl', 1)).toBe('-1.234,5')
    expect(formatNumber(-0.2, 'nl')).toBe('0')
  })
})

describe('plan', () => {
  const part = (weekday: number, name: 'morning' | 'afternoon') => ({
    weekday,
    part: name,
    start_minute: name === 'morning' ? 540 : 780,
    end_minute: name === 'morning' ? 720 : 930,
  })
  const schedules: Schedule[] = [
    { valid_from: '2026-10-01', parts: [part(3, 'morning')] },
    { valid_from: '2026-09-01', parts: [part(1, 'afternoon'), part(1, 'morning'), part(3, 'afternoon')] },
  ]
  const on = (day: string, last: string | null = '2027-02-28') =>
    plannedParts({ schedules, startsOn: '2026-09-01', lastDay: last, pauses: [] }, day).map((p) => p.part)

  test('the schedule that is valid on the day, morning first', () => {
    expect(on('2026-09-07')).toEqual(['morning', 'afternoon'])
    expect(on('2026-09-30')).toEqual(['afternoon'])
    expect(on('2026-10-05')).toEqual([])
    expect(on('2026-10-07')).toEqual(['morning'])
  })

  test('nothing before the start, after the last day or before the first schedule', () => {
    expect(
      plannedParts({ schedules, startsOn: '2026-08-01', lastDay: null, pauses: [] }, '2026-08-31'),
    ).toEqual([])
    expect(
      plannedParts({ schedules, startsOn: '2026-09-08', lastDay: null, pauses: [] }, '2026-09-07'),
    ).toEqual([])
    expect(on('2026-09-30', '2026-09-29')).toEqual([])
    expect(on('2026-09-30', '2026-09-30')).toEqual(['afternoon'])
    expect(on('2030-09-04', null)).toEqual(['morning'])
    expect(scheduleOn([], '2026-09-01')).toBeNull()
  })

  test('minutes', () => {
    expect(partMinutes(part(1, 'morning'))).toBe(180)
    expect(weekMinutes(schedules[1]?.parts ?? [])).toBe(150 + 180 + 150)
  })
})
