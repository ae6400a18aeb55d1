import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Published } from '#core/figures/publish.ts'
import type { FigureCode } from '#core/figures/registry.ts'
import { publishBreakdown, publishFigures, publishLines, publishPart } from '#core/figures/publish.ts'

describe('a breakdown as it leaves the office', () => {
  test.each([
    [
      [12, 4, 7, 1],
      [12, 'few', 7, 'few'],
    ],
    [
      [12, 0, 7],
      [12, 0, 7],
    ],
    // One small number: the smallest of the others goes with it.
    [
      [12, 3, 9],
      [12, 'few', 'hidden'],
    ],
    // 1 and 1 add up to 2: nothing else is possible.
    [
      [10, 1, 1],
      ['hidden', 'few', 'few'],
    ],
    // 4 and 4 as well.
    [
      [10, 4, 4],
      ['hidden', 'few', 'few'],
    ],
    // 5 beside 1 would be the only way to 6.
    [
      [20, 5, 1],
      ['hidden', 'hidden', 'few'],
    ],
    [[3], null],
    [[], []],
  ])('%j becomes %j', (values, expected) => {
    expect(publishLines(values)).toEqual(expected)
  })

  test('whatever the numbers: from the total and what is printed, no small number can be worked out', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (values, inSum) => {
          const group = values.flatMap((_, n) => (inSum[n] ? [n] : []))
          const published = publishLines(values, new Set(group))
          if (published === null) return
          const total = (list: readonly number[], of: readonly number[]) =>
            of.reduce((sum, n) => sum + (list[n] ?? 0), 0)
          const everything = values.map((_, n) => n)
          // Everything that the reader could think of, tried out.
          const possible = values.map(() => new Set<number>())
          const guess = (n: number, made: number[]): void => {
            if (n === values.length) {
              for (const sum of [everything, group]) if (total(made, sum) !== total(values, sum)) return
              for (const [at, value] of made.entries()) possible[at]?.add(value)
              return
            }
            const shown = published[n]
            const [from, to] =
              shown === 'few' ? [1, 4] : shown === 'hidden' ? [5, 30] : [shown as number, shown as number]
            for (let value = from; value <= to; value += 1) guess(n + 1, [...made, value])
          }
          guess(0, [])
          for (const [n, shown] of published.entries()) {
            if (typeof shown === 'number') expect(shown === 0 || shown >= 5).toBe(true)
            if (shown === 'few') expect(possible[n]?.size).toBeGreaterThan(1)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each([
    [19, 27, { value: 19, of: 27 }],
    [2, 27, { value: 'few', of: 27 }],
    [25, 27, { value: 'hidden', of: 27 }],
    [0, 27, { value: 0, of: 27 }],
    [2, 3, { value: 'few', of: 'few' }],
  ])('%d of %d', (value, of, expected) => {
    expect(publishPart(value, of)).toEqual(expected)
  })

  test('ways out: the places have a total of their own', () => {
    const lines = [
      ['job', 2],
      ['education', 6],
      ['returned', 3],
      ['moved', 8],
    ].map(([key, value]) => ({ key: String(key), name: '', value: Number(value), of: null }))
    expect(publishBreakdown('outflow', lines).lines?.map(({ value }) => value)).toEqual([
      'few',
      'hidden',
      'few',
      'hidden',
    ])
  })

  test.each<[FigureCode, number | null, number | null, Published | null, Published | null]>([
    // A middle of few, and a mean of few, is about them.
    ['days_to_start', 12, 3, 'hidden', null],
    ['days_to_start', 12, 5, 12, 5],
    ['participant_satisfaction', 3.5, 4, 'hidden', null],
    ['participant_satisfaction', 3.6, 5, 3.6, 5],
    ['participant_answered', 4, 9, 'few', 9],
    ['participant_answered', 8, 9, 8, 9],
    ['successful', 8, 9, 'hidden', 9],
    ['successful', null, 0, null, 0],
    // Totals of what the reader asked for.
    ['started_people', 3, null, 3, null],
    ['waiting', 1, null, 1, null],
    // What somebody does is none.
    ['absent_in_a_row', 2, null, 'few', null],
    ['absent_in_a_row', 0, null, 0, null],
    ['absent_in_a_row', 7, null, 7, null],
  ])('%s: %j of %j becomes %j of %j', (code, value, of, shown, shownOf) => {
    expect(publishFigures([{ code, value, of }])).toEqual([{ code, value: shown, of: shownOf }])
  })

  test('hours of one to four people are about them: no share, no mean and no sum that gives it away', () => {
    const report = (people: number) =>
      publishFigures([
        { code: 'attendance_rate', value: 0.5, of: null },
        { code: 'absent_no_show', value: null, of: null },
        { code: 'hours_present', value: 600 * people, of: null },
        { code: 'hours_per_person', value: 600, of: people },
        { code: 'ended', value: people, of: null },
      ]).map(({ value }) => value)
    expect(report(4)).toEqual(['hidden', null, 'hidden', 'hidden', 4])
    expect(report(5)).toEqual([0.5, null, 3000, 600, 5])
  })

  test('a moment of aftercare: its ways add up to who it came for', () => {
    const moment = (reached: number, still: number, not: number) =>
      [
        ['passed', reached + not],
        ['reached', reached],
        ['still', still],
        ['not_reached', not],
        ['stopped', 0],
        ['open', 0],
      ].map(([key, value]) => ({ key: String(key), name: '', value: Number(value), of: null }))
    expect(publishBreakdown('after_3', moment(12, 9, 2)).lines?.map(({ value }) => value)).toEqual([
      14,
      'hidden',
      'hidden',
      'few',
      0,
      0,
    ])
    expect(publishBreakdown('after_3', moment(2, 1, 1)).lines).toBeNull()
  })
})
