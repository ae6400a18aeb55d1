import { describe, expect, test } from 'vitest'
import {
  directionOf,
  isChecked,
  participantLanguages,
  participantLanguageNames,
  participantShared,
  participantWords,
  type ParticipantLanguage,
} from '#core/i18n/participant/index.ts'
import { viewWords } from '#core/i18n/participant/view.ts'
import { allVersions, definition, type Question } from '#core/intake/definition.ts'

const all = allVersions.flatMap((version) =>
  definition(version).sections.flatMap((section) => section.questions),
)
const asked = all.filter((question) => !question.coachOnly)

const keysOf = (words: object | undefined): string[] => Object.keys(words ?? {}).toSorted()

/** The keys of what can be chosen, as the definition has them. */
function optionKeys(question: Question): readonly string[] {
  switch (question.type) {
    case 'choice':
    case 'multiple':
    case 'grid':
      return question.options
    case 'scale':
      return Array.from({ length: question.points }, (_, index) => String(index + 1))
    default:
      return []
  }
}

/** Every word inside, with where it stands. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

function everyText(lang: ParticipantLanguage): [path: string, text: string][] {
  const { yesNo, noAnswer, units } = participantShared(lang)
  return [
    ...asked.flatMap(({ key }) => textsIn(participantWords(lang, key), key)),
    ...textsIn({ yesNo, noAnswer, units }, 'shared'),
    ...textsIn(viewWords[lang], 'view'),
  ]
}

/** Names that are the same in every language: on letters, on a driving licence, on a certificate. */
const names = /\b(?:DUO|IDW|PIP|MAP|PVT|KNM|VCA|EHBO|BHV|HACCP|B1|C1|AM|BE|[ABCDZ])\b/g

const scripts: Record<Exclude<ParticipantLanguage, 'en'>, { own: RegExp; strange: RegExp }> = {
  // Its own question mark, comma and semicolon.
  ar: { own: /\p{Script=Arabic}/u, strange: /(?![\p{Script=Arabic}\p{M}])\p{L}|[?,;'"]/u },
  // Its own question mark, comma, full stop and colon; the colon of a time is no colon of a sentence.
  ti: { own: /\p{Script=Ethiopic}/u, strange: /(?!\p{Script=Ethiopic})\p{L}|[?,;.'"]|:(?!\d)/u },
  tr: { own: /\p{Script=Latin}/u, strange: /(?!\p{Script=Latin})\p{L}|[qwx'"]/iu },
  // No letters that are Russian only, and no Latin ones that look Cyrillic.
  uk: { own: /\p{Script=Cyrillic}/u, strange: /(?!\p{Script=Cyrillic})\p{L}|[ыэёъ'"]/iu },
}

describe('the second language of the participant', () => {
  test('what the office asks itself is not translated', () => {
    for (const lang of participantLanguages) expect(participantWords(lang, 'own_1')).toBeNull()
  })

  test('only English is checked by somebody who speaks it', () => {
    expect(participantLanguages.filter(isChecked)).toEqual(['en'])
  })

  test('only Arabic runs from right to left, and each language calls itself by name', () => {
    expect(participantLanguages.filter((lang) => directionOf(lang) === 'rtl')).toEqual(['ar'])
    expect(new Set(Object.values(participantLanguageNames)).size).toBe(participantLanguages.length)
  })

  test.each(participantLanguages)('%s: every asked question, with all that can be chosen', (lang) => {
    for (const question of asked) {
      const { key } = question
      const words = participantWords(lang, key)
      expect(words?.question, `${lang} ${key}`).toBeTruthy()
      for (const option of optionKeys(question))
        expect(words?.options?.[option], `${lang} ${key}.${option}`).toBeTruthy()
      if (question.type === 'grid') expect(keysOf(words?.items), key).toEqual(question.items.toSorted())
      if (question.type !== 'rows') continue
      for (const column of question.columns) {
        expect(words?.columns?.[column.key], `${lang} ${key}.${column.key}`).toBeTruthy()
        if (column.type === 'choice')
          expect(keysOf(words?.columnOptions?.[column.key]), key).toEqual(column.options.toSorted())
      }
    }
  })

  test.each(participantLanguages)('%s: nothing to choose that is not asked', (lang) => {
    for (const key of new Set(asked.map((question) => question.key))) {
      const same = asked.filter((question) => question.key === key)
      const known = new Set(same.flatMap(optionKeys))
      const extra = keysOf(participantWords(lang, key)?.options).filter((option) => !known.has(option))
      expect(extra, `${lang} ${key}`).toEqual([])
    }
  })

  test.each(participantLanguages)('%s: the words that every question shares', (lang) => {
    const { yesNo, noAnswer, units } = participantShared(lang)
    expect(keysOf(yesNo)).toEqual(['no', 'unknown', 'yes'])
    expect(keysOf(noAnswer)).toEqual(['declined', 'later', 'unknown'])
    expect(keysOf(units)).toEqual(['days', 'hours', 'minutes', 'people'])
    expect(new Set(viewWords[lang].days).size).toBe(7)
    expect(new Set(Object.values(viewWords[lang].parts)).size).toBe(3)
  })

  test.each(participantLanguages)('%s: no text is empty, and no two choices say the same', (lang) => {
    for (const [path, text] of everyText(lang)) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
    }
    for (const { key } of asked) {
      const options = Object.values(participantWords(lang, key)?.options ?? {})
      expect(new Set(options).size, `${lang} ${key}`).toBe(options.length)
    }
  })

  test.each(['ar', 'ti', 'tr', 'uk'] as const)('%s: its own letters and its own marks', (lang) => {
    const { own, strange } = scripts[lang]
    for (const [path, text] of everyText(lang)) {
      expect(text, path).toMatch(own)
      expect(text.replaceAll(names, ''), path).not.toMatch(strange)
    }
    const end = { ar: /؟$/, ti: /፧$/, tr: /\?$/, uk: /\?$/ }[lang]
    const stop = lang === 'ti' ? /።$/ : /\.$/
    for (const { key } of asked) {
      const words = participantWords(lang, key)
      expect(words?.question, key).toMatch(end)
      for (const line of [words?.hint, words?.reason]) if (line) expect(line, key).toMatch(stop)
    }
  })

  test.each(participantLanguages)('%s: a question that can hurt says why it is asked', (lang) => {
    const hurting = asked.filter((question) => question.sensitive)
    expect(hurting.length).toBeGreaterThan(10)
    expect(hurting.filter(({ key }) => !participantWords(lang, key)?.reason)).toEqual([])
  })
})
