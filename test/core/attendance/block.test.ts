import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttendanceMark } from '#core/api/fields.ts'
import { readBlock, readMark, writeBlock, writeMark } from '#core/attendance/block.ts'
import en from '#core/i18n/en/enums.ts'
import nl from '#core/i18n/nl/enums.ts'

const marks = Object.keys(nl.attendanceLetter) as AttendanceMark[]
const words = Object.fromEntries(
  marks.map((mark) => [mark, [nl.attendanceMark[mark], en.attendanceMark[mark]]]),
) as Record<AttendanceMark, string[]>
const names = { letters: nl.attendanceLetter, words }

test('letters and words are read, whatever the capitals', () => {
  const read = (text: string) => readMark(text, names)
  expect(read('a')).toEqual({ mark: 'present', lateMinutes: null })
  expect(read(' Z ')).toEqual({ mark: 'ill', lateMinutes: null })
  expect(read('ZIEK GEMELD')).toEqual({ mark: 'ill', lateMinutes: null })
  expect(read('Elders, op een plek')).toEqual({ mark: 'elsewhere', lateMinutes: null })
  expect(read('Language lesson')).toEqual({ mark: 'school', lateMinutes: null })
  expect(read('')).toEqual({ mark: null, lateMinutes: null })
  expect(read('  ')).toEqual({ mark: null, lateMinutes: null })
  for (const text of ['L 15', 'l15', 'L15 min', "L 15'", 'Te laat 15', 'te laat, 15 minuten'])
    expect(read(text), text).toEqual({ mark: 'late', lateMinutes: 15 })
})

test('what is no mark is not guessed', () => {
  for (const text of ['X', 'AA', 'A 15', 'T15', '15', '-', '?', 'Aanwezig geweest', 'L 15 20', 'L -5'])
    expect(readMark(text, names), text).toBe('unknown_letter')
  for (const text of ['L', 'Te laat', 'L 0', 'L 601', 'L 999'])
    expect(readMark(text, names), text).toBe('minutes_missing')
})

test('every mark that is written is read back', () => {
  for (const { letters } of [names, { letters: en.attendanceLetter }])
    for (const mark of [...marks, null]) {
      const cell = { mark, lateMinutes: mark === 'late' ? 35 : null }
      expect(readMark(writeMark(cell, letters), { letters, words })).toEqual(cell)
    }
})

test('a block of a spreadsheet: tabs, quotes, the last line break', () => {
  expect(readBlock('A\tZ\r\n\tL 15\r\n')).toEqual([
    ['A', 'Z'],
    ['', 'L 15'],
  ])
  expect(readBlock('A\nZ')).toEqual([['A'], ['Z']])
  expect(readBlock('A\t')).toEqual([['A', '']])
  expect(readBlock('"twee\nregels"\t"een ""woord"""\nA')).toEqual([['twee\nregels', 'een "woord"'], ['A']])
  expect(readBlock('')).toEqual([])
  expect(readBlock('A\n\nZ\n')).toEqual([['A'], [''], ['Z']])
})

test('any block goes out and comes back the same', () => {
  const cell = fc.string({ unit: fc.constantFrom('A', 'é', '"', '\t', '\n', ' ') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      expect(readBlock(writeBlock(rows))).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})
