import { describe, expect, test } from 'vitest'
import en from '#core/i18n/en/keeping.ts'
import nl from '#core/i18n/nl/keeping.ts'

function texts(of: object, at = ''): [key: string, text: string][] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[at + key, value] as [string, string]]
      : texts(value as object, `${at}${key}.`),
  )
}

describe('the words about keeping the data', () => {
  test('are there in both languages, with the same values in them', () => {
    const english = new Map(texts(en))
    const values = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([one]) => one).toSorted()
    expect([...english.keys()].toSorted()).toEqual(
      texts(nl)
        .map(([key]) => key)
        .toSorted(),
    )
    for (const [key, text] of texts(nl)) {
      expect(text.trim(), key).not.toBe('')
      expect(new Set(values(english.get(key) ?? '')), key).toEqual(new Set(values(text)))
    }
  })

  test('frighten nobody, and promise never to delete', () => {
    const avoid =
      /\b(?:status|record|valide|synchronis|fout|ongeldig|sorry|oeps|verwijder|wissen|database|corrupt|error)/i
    for (const [key, text] of texts(nl)) expect(text, key).not.toMatch(avoid)
  })
})
