import { describe, expect, test } from 'vitest'
import type { WeekPart } from '#core/api/fields.ts'
import { endStateOn, termFor } from '#core/placing/terms.ts'
import { placementWarnings, type Around } from '#core/placing/warnings.ts'
import { inWeekOrder, partsInWords } from '#core/placing/week-parts.ts'

const part = (key: string): WeekPart => {
  const [day = '1', which = 'morning'] = key.split(' ')
  return { weekday: Number(day), part: which as WeekPart['part'] }
}
const parts = (...keys: string[]) => keys.map(part)

const nothing: Around = {
  school: '',
  lessons: [],
  workshop: [],
  others: [],
  available: null,
  mostMinutes: null,
  trajectory: null,
  opening: { closed: false, open_from: null, open_until: null, capacity: 1, people: [] },
}
const agreed = { starts_on: '2026-11-23', parts: parts('1 morning', '3 evening'), minutes_per_week: 480 }

describe('half-days', () => {
  test('come in the order of the week, each once, and in words', () => {
    const mixed = parts('5 evening', '1 afternoon', '1 morning', '5 evening', '3 morning')
    expect(inWeekOrder(mixed)).toEqual(parts('1 morning', '1 afternoon', '3 morning', '5 evening'))
    expect(partsInWords(mixed, 'nl')).toBe('maandag, woensdagochtend en vrijdagavond')
    expect(partsInWords(parts('2 morning'), 'en')).toBe('Tuesday morning')
    expect(partsInWords(parts('2 morning', '2 afternoon', '2 evening'), 'nl')).toBe('dinsdag en dinsdagavond')
    expect(partsInWords([], 'nl')).toBe('')
  })
})

describe('terms', () => {
  const term = (kind: 'trial' | 'job', municipality_id: number | null, months: number) => ({
    kind,
    municipality_id,
    months,
    warn_weeks: 2,
  })
  test('a municipality has its own, or the one for everybody', () => {
    const terms = [term('trial', null, 2), term('trial', 7, 3), term('job', 8, 6)]
    expect(termFor(terms, 'trial', 7)?.months).toBe(3)
    expect(termFor(terms, 'trial', 8)?.months).toBe(2)
    expect(termFor(terms, 'trial', null)?.months).toBe(2)
    expect(termFor(terms, 'job', 7)).toBeNull()
  })

  test('the end asks for attention in time, only of who is there', () => {
    const ending = { stage: 'placed', expected_end_on: '2026-12-02', warnWeeks: 2 }
    const on = (day: string, over: object = {}) => endStateOn({ ...ending, ...over }, day)
    expect([on('2026-11-17'), on('2026-11-18'), on('2026-12-02'), on('2026-12-03')]).toEqual([
      'none',
      'soon',
      'soon',
      'passed',
    ])
    expect(on('2026-12-03', { stage: 'introduction' })).toBe('none')
    expect(on('2026-12-03', { stage: 'ended' })).toBe('none')
    expect(on('2026-12-03', { expected_end_on: null })).toBe('none')
    expect(on('2026-12-01', { warnWeeks: 0 })).toBe('none')
  })
})

describe('warnings', () => {
  const said = (around: Partial<Around>, over: object = {}) =>
    placementWarnings({ ...agreed, ...over }, { ...nothing, ...around })

  test('nothing around is nothing to say', () => expect(said({})).toEqual([]))

  test('the same half-day: school, workshop, another place, and one that cannot be', () => {
    expect(
      said({
        school: 'Taalhuis',
        lessons: parts('1 morning', '2 morning'),
        workshop: parts('1 morning', '1 afternoon'),
        others: [
          { what: 'Kringloop, winkel', parts: parts('3 evening', '1 morning'), minutes: 0 },
          { what: 'Tuin', parts: parts('4 morning'), minutes: 0 },
        ],
        available: parts('1 morning', '1 afternoon'),
      }),
    ).toEqual([
      { code: 'lesson', parts: parts('1 morning'), what: 'Taalhuis' },
      { code: 'workshop', parts: parts('1 morning'), what: '' },
      { code: 'placement', parts: parts('1 morning', '3 evening'), what: 'Kringloop, winkel' },
      { code: 'unavailable', parts: parts('3 evening'), what: '' },
    ])
  })

  test('more hours than the person said, with the hours elsewhere', () => {
    expect(said({ mostMinutes: 480 })).toEqual([])
    expect(said({ mostMinutes: 479 })).toEqual([{ code: 'too_many_hours', most: 479, all: 480 }])
    const others = [{ what: 'Tuin', parts: [], minutes: 120 }]
    expect(said({ mostMinutes: 480, others })).toEqual([{ code: 'too_many_hours', most: 480, all: 600 }])
    expect(said({ mostMinutes: 60, others }, { minutes_per_week: null })).toEqual([])
  })

  test('before the trajectory or after it, and when the opening is not there', () => {
    const trajectory = { starts_on: '2026-11-24', last_day: '2026-12-24' }
    expect(said({ trajectory })).toEqual([{ code: 'before_trajectory', on: '2026-11-24' }])
    expect(said({ trajectory }, { starts_on: '2026-11-24' })).toEqual([])
    expect(said({ trajectory }, { starts_on: '2026-12-24' })).toEqual([])
    expect(said({ trajectory }, { starts_on: '2026-12-25' })).toEqual([
      { code: 'after_trajectory', on: '2026-12-24' },
    ])
    expect(said({ trajectory }, { starts_on: null })).toEqual([])
    const opening = { ...nothing.opening, closed: true, open_from: '2026-11-24', open_until: '2026-11-22' }
    expect(said({ opening }).map(({ code }) => code)).toEqual(['closed', 'not_open_yet', 'open_no_more'])
  })

  test('more people than there is room for, by name', () => {
    const opening = { ...nothing.opening, capacity: 2, people: ['Een Test'] }
    expect(said({ opening })).toEqual([])
    expect(said({ opening: { ...opening, people: ['Een Test', 'Twee Test'] } })).toEqual([
      { code: 'full', capacity: 2, people: ['Een Test', 'Twee Test'] },
    ])
  })
})
