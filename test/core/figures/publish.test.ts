import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishBreakdown, publishFigure, publishLines, publishPart } from '#core/figures/publish.ts'

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

  test('a middle of few, and a mean of few, is about them; no figure stays no figure', () => {
    expect(publishFigure({ code: 'days_to_start', value: 12, of: 3 })).toMatchObject({ value: 'few' })
    expect(publishFigure({ code: 'days_to_start', value: 12, of: 5 })).toMatchObject({ value: 12 })
    expect(publishFigure({ code: 'successful', value: null, of: 0 })).toMatchObject({ value: null })
    expect(publishFigure({ code: 'started_people', value: 3, of: null })).toMatchObject({ value: 3 })
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
