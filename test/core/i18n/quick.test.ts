import { describe, expect, it } from 'vitest'
import { createI18n, en, nl, type Language } from '#core/i18n/index.ts'
import { quickT } from '#core/i18n/quick.ts'

type Say = (key: string, values?: Record<string, unknown>) => string

function textsIn(tree: object, path = ''): { key: string; text: string }[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [{ key, text: value }] : textsIn(value as object, key)
  })
}

const both = (language: Language): { quick: Say; slow: Say } => {
  const texts = createI18n(language)
  return {
    quick: quickT(texts, language, 'letter') as unknown as Say,
    slow: texts.getFixedT(language, 'letter') as unknown as Say,
  }
}
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '')

describe.each([
  ['nl', nl.letter],
  ['en', en.letter],
] as const)('the words of a letter in %s', (language, tree) => {
  const { quick, slow } = both(language)
  const texts = textsIn(tree)

  it.each([
    ['names', (n: number) => `naam ${n}`],
    ['figures', (n: number) => n],
    ['text that looks like ours', () => 'Hout & Co {{name}} $t(and) $& <b>'],
  ])('say with %s what i18next says', (_, value) => {
    expect(texts.length).toBeGreaterThan(100)
    for (const { key, text } of texts) {
      const values = Object.fromEntries(namesIn(text).map((name, n) => [name, value(n)]))
      // Twice: the second time it comes from memory.
      expect([quick(key, values), quick(key, values)], key).toEqual([slow(key, values), slow(key, values)])
    }
  })

  it('have their plurals, and keep what has no value as i18next does', () => {
    const plural = texts.map(({ key }) => key).find((key) => key.endsWith('_one'))
    const key = plural?.slice(0, -4) ?? ''
    for (const count of [0, 1, 2]) expect(quick(key, { count })).toBe(slow(key, { count }))
    for (const { key: any } of texts) expect(quick(any), any).toBe(slow(any))
    expect(quick('no.such.key')).toBe(slow('no.such.key'))
  })
})
