import { describe, expect, it } from 'vitest'
import { errorCodes, fieldProblems } from '#core/api/errors.ts'
import { en, nl } from '#core/i18n/index.ts'
import { differences, flatten, withoutWords, type TextTree } from './rules/languages.ts'

describe('both languages', () => {
  it('have the same keys, no empty texts and the same placeholders', () => {
    expect(flatten(nl as unknown as TextTree).size).toBeGreaterThan(100)
    expect(differences(nl as unknown as TextTree, en as unknown as TextTree)).toEqual([])
  })

  it('have words for every error code and every field problem', () => {
    expect(withoutWords(errorCodes, nl.errors as TextTree, 'errors')).toEqual([])
    expect(withoutWords(fieldProblems, nl.problems as TextTree, 'problems')).toEqual([])
  })

  it.each<[string, TextTree, TextTree]>([
    ['a key that English lacks', { a: { b: 'x', c: 'y' } }, { a: { b: 'x' } }],
    ['a key that Dutch lacks', { a: 'x' }, { a: 'x', b: 'y' }],
    ['an empty text', { a: ' ' }, { a: 'x' }],
    ['another placeholder', { a: 'Dag {{name}}' }, { a: 'Hello {{ person }}' }],
    ['a plural with one form', { a_other: '{{count}} brieven' }, { a_other: '{{count}} letters' }],
  ])('the comparison catches %s', (_what, dutch, english) => {
    expect(differences(dutch, english)).toHaveLength(1)
  })

  it('the comparison accepts placeholders in another order', () => {
    expect(differences({ a: '{{n}} van {{m}}' }, { a: 'of {{m}}, {{ n }}' })).toEqual([])
  })

  it('the check of codes catches one without words', () => {
    expect(withoutWords(['FOUND', 'LOST'], { FOUND: 'x' }, 'errors')).toHaveLength(1)
  })
})
