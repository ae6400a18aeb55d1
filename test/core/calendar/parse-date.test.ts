import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatShort, isDate } from '#core/calendar/dates.ts'
import { parseTypedDate } from '#core/calendar/parse-date.ts'
import { inputCases } from '../cases.ts'

const today = '2026-11-22'
const parse = (text: string) => parseTypedDate(text, { today })
const birth = (text: string) => parseTypedDate(text, { today, partial: true })

/** These two may be refused or read; a wrong weekday is asked about here. */
const refusedHere = new Set(['Dinsdag, 5 Januari 2012'])

describe('the cases from outside', () => {
  test.each(inputCases.dates)('$input: $iso', ({ input, iso }) => {
    const result = parse(input)
    if (iso === null || refusedHere.has(input)) expect(result.ok).toBe(false)
    else expect(result).toEqual({ ok: true, value: iso })
  })

  test.each([
    '29-02-2026',
    '31-04-2026',
    '00-01-2026',
    '01-13-2026',
    '12/25/2026',
    'Dinsdag, 5 Januari 2012',
  ])('%s does not exist', (text) => {
    expect(parse(text)).toEqual({ ok: false, problem: 'date_impossible' })
  })

  test.each([
    'morgen',
    '46082',
    '20260301',
    '1-1-202',
    '1-1-0026',
    'NaN-NaN-NaN',
    '1-3-2026T00:00',
    '15 Mei',
    '2011',
    '1-3/2026',
  ])('%s is not understood', (text) => {
    expect(parse(text)).toEqual({ ok: false, problem: 'date_not_understood' })
  })
})

describe('what people type', () => {
  test.each([
    ['3-2-90', '1990-02-03'],
    ['03021990', '1990-02-03'],
    ['030290', '1990-02-03'],
    ['3 2 1990', '1990-02-03'],
    ['3 feb 1990', '1990-02-03'],
    ['3feb1990', '1990-02-03'],
    ['3-feb-1990', '1990-02-03'],
    ['3 February 1990', '1990-02-03'],
    ['2026-02-03', '2026-02-03'],
    ['za 3 februari 1990', '1990-02-03'],
    ['wo. 18-11-2026', '2026-11-18'],
    ['4 mei 2027', '2027-05-04'],
    ['4 May 2027', '2027-05-04'],
    ['1-1-36', '2036-01-01'],
    ['1-1-37', '1937-01-01'],
  ])('%s is %s', (text, value) => {
    expect(parse(text)).toEqual({ ok: true, value })
  })

  test('a date of birth may be known in part', () => {
    expect(birth('1990')).toEqual({ ok: true, value: '1990' })
    expect(birth('mei 1990')).toEqual({ ok: true, value: '1990-05' })
    expect(birth('5-1990')).toEqual({ ok: true, value: '1990-05' })
    expect(birth('1990-05')).toEqual({ ok: true, value: '1990-05' })
    expect(birth('00-00-1985')).toEqual({ ok: true, value: '1985' })
    expect(birth('00-05-1985')).toEqual({ ok: true, value: '1985-05' })
    expect(birth('13-1990')).toEqual({ ok: false, problem: 'date_impossible' })
  })

  test('a date of birth is never in the future', () => {
    expect(birth('1-3-61')).toEqual({ ok: true, value: '1961-03-01' })
    expect(birth('1-3-27')).toEqual({ ok: true, value: '1927-03-01' })
    expect(birth('23-11-2026')).toEqual({ ok: false, problem: 'date_in_future' })
    expect(birth('2027')).toEqual({ ok: false, problem: 'date_in_future' })
    expect(birth('22-11-2026')).toEqual({ ok: true, value: '2026-11-22' })
    expect(parseTypedDate('23-11-2026', { today, past: true })).toEqual({
      ok: false,
      problem: 'date_in_future',
    })
  })

  test('nothing typed', () => {
    expect(parse('  ')).toEqual({ ok: false, problem: 'required' })
  })
})

test('every date is read back as it is shown, and never becomes another day', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1880, max: 2199 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  )
  fc.assert(
    fc.property(numbers, ([year, month, day]) => {
      const pad = (n: number) => String(n).padStart(2, '0')
      const iso = `${year}-${pad(month)}-${pad(day)}`
      const result = parse(`${pad(day)}-${pad(month)}-${year}`)
      if (isDate(iso)) expect(result).toEqual({ ok: true, value: iso })
      else expect(result).toEqual({ ok: false, problem: 'date_impossible' })
      if (isDate(iso)) expect(parse(formatShort(iso))).toEqual({ ok: true, value: iso })
    }),
    { numRuns: 500 },
  )
})

test('any text gives an existing date or a problem', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 15 }), (text) => {
      const result = parse(text)
      expect(result.ok ? isDate(result.value) : result.problem !== undefined).toBe(true)
    }),
  )
})
