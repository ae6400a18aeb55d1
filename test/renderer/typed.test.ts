import { describe, expect, test } from 'vitest'
import { shownTime } from '#core/calendar/times.ts'
import { parseTypedTime } from '../../renderer/forms/typed-time.ts'
import { commandOfKey } from '../../renderer/shell/keys.ts'
import { findPieces } from '../../renderer/ui/find-pieces.ts'

describe('a typed time', () => {
  test.each([
    ['9', 540],
    ['9.30', 570],
    ['9:30', 570],
    ['0930', 570],
    ['930', 570],
    ['9u30', 570],
    ['9 uur', 540],
    ['13.00 uur', 780],
    ['23.59', 1439],
  ])('%s', (typed, minutes) => {
    expect(parseTypedTime(typed)).toBe(minutes)
  })
  test.each(['', 'ochtend', '24.00', '9.75', '12.3', '12345'])('%s is not one', (typed) => {
    expect(parseTypedTime(typed)).toBeNull()
  })
  test.each([
    ['24.00', 1440],
    ['24:00', 1440],
    ['24', 1440],
    ['0.00', 1440],
    ['00:00', 1440],
    ['0', 1440],
    ['23.59', 1439],
    ['0.30', 30],
    ['9.30', 570],
  ])('%s as an end', (typed, minutes) => {
    expect(parseTypedTime(typed, { end: true })).toBe(minutes)
    expect(parseTypedTime(shownTime(minutes), { end: true })).toBe(minutes)
  })
  test.each(['24.01', '48', '25.00', '0.60', ''])('%s is no end', (typed) => {
    expect(parseTypedTime(typed, { end: true })).toBeNull()
  })
})

describe('marking what was searched for', () => {
  const marked = (text: string, query: string) =>
    findPieces(text, query).map(([from, to]) => text.slice(from, to))
  test('whatever the accents and capitals', () => {
    expect(marked('Şahin, Elif', 'sahin')).toEqual(['Şahin'])
    expect(marked('Khatib, Samira el', 'kha')).toEqual(['Kha'])
    expect(marked('Đorđević', 'dord')).toEqual(['Đorđ'])
  })
  test('each word that was typed', () => {
    expect(marked('Khatib, Samira el', 'sam khat')).toEqual(['Khat', 'Sam'])
  })
  test('nothing where nothing fits', () => {
    expect(marked('Osman, Idris', 'kha')).toEqual([])
    expect(marked('Osman, Idris', ' ')).toEqual([])
  })
})

describe('keys', () => {
  const key = (
    name: string,
    held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
  ) => commandOfKey({ key: name, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held })
  test('search has three', () => {
    expect([key('k', { ctrlKey: true }), key('e', { ctrlKey: true }), key('F3')]).toEqual([
      'palette',
      'palette',
      'palette',
    ])
  })
  test('letters alone are for typing', () => {
    expect([key('k'), key('s'), key('n')]).toEqual([null, null, null])
  })
  test('with Shift or Alt a key is somebody else’s', () => {
    expect([key('k', { ctrlKey: true, shiftKey: true }), key('s', { ctrlKey: true, altKey: true })]).toEqual([
      null,
      null,
    ])
  })
})
