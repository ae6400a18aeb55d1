import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursShown, sideBySide } from '#core/agenda/columns.ts'
import { fileWords, holdsLongNumber } from '#core/agenda/file-words.ts'
import { agendaWarnings, overlap, type Around } from '#core/agenda/warnings.ts'
import { clockChange, lastSundayOf, timeComesTwice, timeExists } from '#core/calendar/clock-change.ts'

describe('the clock', () => {
  test.each([
    ['2026-03-29', 'forward'],
    ['2026-10-25', 'back'],
    ['2027-03-28', 'forward'],
    ['2026-03-22', null],
    ['2026-11-01', null],
    ['2026-03-30', null],
  ])('%s: %s', (day, change) => expect(clockChange(day)).toBe(change))

  test('goes over on the last Sunday, also when the month ends on one', () => {
    expect(lastSundayOf(2027, 10)).toBe('2027-10-31')
    expect(lastSundayOf(2024, 3)).toBe('2024-03-31')
  })

  test('agrees with the time zone database on every day of twenty years', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Amsterdam',
      timeZoneName: 'longOffset',
    })
    const offset = (at: number) =>
      format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value
    for (let at = Date.UTC(2015, 0, 1); at < Date.UTC(2035, 0, 1); at += 86_400_000) {
      const [before, after] = [offset(at), offset(at + 12 * 3_600_000)]
      const expected = before === after ? null : after === 'GMT+02:00' ? 'forward' : 'back'
      expect(clockChange(new Date(at).toISOString().slice(0, 10))).toBe(expected)
    }
  })

  test('skips two to three in March and shows it twice in October', () => {
    expect([119, 120, 179, 180].map((minute) => timeExists('2026-03-29', minute))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect([119, 120, 179, 180].map((minute) => timeComesTwice('2026-10-25', minute))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(timeExists('2026-10-25', 150)).toBe(true)
  })
})

const at = (start_minute: number, end_minute: number) => ({ start_minute, end_minute })

describe('side by side', () => {
  test('one after the other take the whole width, at the same time they share it', () => {
    const [a, b, c, d] = [at(540, 600), at(600, 660), at(610, 640), at(700, 720)]
    expect(sideBySide([d, c, b, a])).toEqual([
      { item: a, column: 0, columns: 1 },
      { item: b, column: 0, columns: 2 },
      { item: c, column: 1, columns: 2 },
      { item: d, column: 0, columns: 1 },
    ])
  })

  test('none is lost and none lies over another', () => {
    const one = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 300 }))
      .map(([start, long]) => at(start, Math.min(1440, start + long)))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), (items) => {
        const placed = sideBySide(items)
        expect(new Set(placed.map((p) => p.item)).size).toBe(new Set(items).size)
        for (const a of placed)
          for (const b of placed) {
            if (a === b || !overlap(a.item, b.item)) continue
            expect(a.column).not.toBe(b.column)
            expect(a.columns).toBe(b.columns)
          }
        for (const p of placed) expect(p.column).toBeLessThan(p.columns)
      }),
    )
  })

  test('the hours are those that are used, and a working day when little is', () => {
    expect(hoursShown([])).toEqual({ from: 9, until: 16 })
    expect(hoursShown([at(450, 480), at(1050, 1110)])).toEqual({ from: 7, until: 19 })
    expect(hoursShown([at(1380, 1440)])).toEqual({ from: 9, until: 24 })
  })
})

describe('what deserves a second look', () => {
  const open: Around = { today: '2026-11-18', closed: null, holiday: null, lessons: [], others: [] }
  const meeting = { happens_on: '2026-11-19', ...at(600, 660), staff_id: 1, participant_id: 7 }
  const codes = (of: Partial<typeof meeting>, around: Partial<Around> = {}) =>
    agendaWarnings({ ...meeting, ...of }, { ...open, ...around }).map((one) => one.code)

  test('a normal appointment: nothing', () => expect(codes({})).toEqual([]))
  test('the day', () => {
    expect(codes({ happens_on: '2026-11-17' })).toEqual(['past'])
    expect(codes({ happens_on: '2026-11-21' })).toEqual(['weekend'])
    expect(codes({}, { closed: 'studiedag', holiday: 'Hemelvaartsdag' })).toEqual(['closed'])
    expect(codes({}, { holiday: 'Hemelvaartsdag' })).toEqual(['holiday'])
  })
  test('the hour', () => {
    expect(codes(at(479, 500))).toEqual(['outside_hours'])
    expect(codes(at(480, 1080))).toEqual([])
    expect(codes(at(1079, 1081))).toEqual(['outside_hours'])
    expect(codes({ happens_on: '2026-10-25', ...at(150, 200) }, { today: '2026-10-01' })).toEqual([
      'weekend',
      'outside_hours',
      'hour_twice',
    ])
  })
  test('a lesson of that part of the day, on that weekday', () => {
    expect(codes({}, { lessons: [{ weekday: 4, part: 'morning' }] })).toEqual(['lesson'])
    expect(codes({}, { lessons: [{ weekday: 4, part: 'afternoon' }] })).toEqual([])
    expect(codes({}, { lessons: [{ weekday: 3, part: 'morning' }] })).toEqual([])
  })
  test('who has something else then; one that ends when this begins is nothing', () => {
    const other = { ...at(630, 690), title: 'Anders', staff_id: 1, participant_id: 7 }
    expect(codes({}, { others: [other] })).toEqual(['person_busy', 'staff_busy'])
    expect(codes({}, { others: [{ ...other, ...at(540, 600) }] })).toEqual([])
    expect(
      codes(
        { staff_id: null as never, participant_id: null as never },
        { others: [{ ...other, staff_id: null, participant_id: null }] },
      ),
    ).toEqual([])
  })
})

describe('what leaves the office', () => {
  const words = { neutral: 'Afspraak', withName: (title: string, name: string) => `${title} (${name})` }
  const of = { title: 'Voortgang', place: 'Spreekkamer', firstName: 'Yusuf' }
  test('by itself nothing but the time', () => {
    expect(fileWords(of, 'time', words)).toEqual({ title: 'Afspraak', place: '' })
    expect(fileWords(of, 'what', words)).toEqual({ title: 'Voortgang', place: 'Spreekkamer' })
    expect(fileWords(of, 'first_name', words).title).toBe('Voortgang (Yusuf)')
    expect(fileWords({ ...of, title: 'Gesprek met yusuf' }, 'first_name', words).title).toBe(
      'Gesprek met yusuf',
    )
  })
  test.each([
    'bel 06 12 34 56 78',
    '0612345678',
    '+31 6 1234-5678',
    '111222333',
    '111.222.333',
    'NL91 0417 1643 00',
  ])('never a number of a person: %s', (text) => {
    expect(holdsLongNumber(text)).toBe(true)
    expect(fileWords({ title: text, place: text, firstName: '' }, 'what', words)).toEqual({
      title: 'Afspraak',
      place: '',
    })
  })
  test.each(['kamer 12', '1234 AB Teststad', '18-11-2026', 'bus 301, 9.30-10.15'])('but %s may go', (text) =>
    expect(holdsLongNumber(text)).toBe(false),
  )
})
