import { describe, expect, test } from 'vitest'
import { keptPrefix } from '#core/names/name.ts'
import { bones, inLatin } from '#core/names/scripts.ts'
import { soundOf } from '#core/names/fold.ts'
import { readQuery } from '#core/names/typed.ts'

describe('what was typed', () => {
  test.each([
    ['yusuf 3-2-90', ['yusuf'], '1990-02-03'],
    ['3 feb 1990 yusuf al', ['yusuf', 'al'], '1990-02-03'],
    ['1990', [], '1990'],
    ['yusuf', ['yusuf'], null],
    ['31-2-1990', ['31', '2', '1990'], null],
  ])('%s', (text, words, born) => {
    expect(readQuery(text, '2026-11-18')).toMatchObject({ wordsBesideDate: words, born })
  })

  test.each([
    ['06 1234', '61234'],
    ['+31 6 1234', '61234'],
    ['0031 6 1234', '61234'],
    ['12', ''],
    ['zk 12345', ''],
  ])('digits of %s', (text, digits) => {
    expect(readQuery(text, '2026-11-18').digits).toBe(digits)
  })
})

test.each([
  ['El', false, 'el'],
  ['Van den', false, 'van den'],
  ['el', true, 'El'],
  ['van  den ', true, 'Van den'],
  ["'t", true, "'t"],
  ["d'", true, "d'"],
  ['', true, ''],
])('the prefix %s with the capital fixed %s is kept as %s', (prefix, capital, kept) => {
  expect(keptPrefix(prefix, capital)).toBe(kept)
})

test.each([
  ['محمد', 'muhammad'],
  ['خالد', 'chaled'],
  ['дмитро', 'dmytro'],
  ['ተስፋይ', 'tesfay'],
  ['ብርሃነ', 'berhane'],
])('%s has the consonants of %s', (word, latin) => {
  expect(bones(soundOf(word))).toBe(bones(soundOf(latin)))
  expect(inLatin(word)).toMatch(/^[a-z]+$/)
})
