import { describe, expect, test } from 'vitest'
import { caseManagerWords, setCaseManagerWord } from '#core/i18n/case-manager.ts'
import { createI18n, en, nl } from '#core/i18n/index.ts'

describe("the office's own word for a case manager", () => {
  test.each([
    ['klantmanager', 'klantmanagers'],
    ['Consulent', 'consulenten'],
    ['regisseur', 'regisseurs'],
    ['contactpersoon', 'contactpersonen'],
    ['ambtenaar', 'ambtenaren'],
    ['coördinator', 'coördinatoren'],
    ['coach', 'coaches'],
    ['WMO-consulent', 'WMO-consulenten'],
  ])('%s, %s', (word, many) => {
    expect(caseManagerWords(word, 'nl').many).toBe(many)
  })

  test('is in every text of one instance, and in no other', () => {
    const mine = createI18n('nl', 'consulent')
    expect(mine.t('letters:texts.question')).toBe('Vraag aan de consulent')
    expect(mine.t('network:municipality.managers')).toBe('Consulenten')
    expect(createI18n('nl').t('letters:texts.question')).toBe('Vraag aan de klantmanager')
    setCaseManagerWord(mine, '')
    expect(mine.t('letters:texts.question')).toBe('Vraag aan de klantmanager')
    expect(createI18n('en').t('letters:texts.question')).toBe('Question to the case manager')
    expect(createI18n('en', 'consulent').t('letters:texts.question')).toBe('Question to the consulent')
  })

  test('no text says the usual word by itself', () => {
    const own = (texts: object): string[] =>
      Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : own(text as object)))
    const { common: _nl, files: _careful, settings: nlSettings, ...dutch } = nl
    const { common: _en, files: _english, settings: enSettings, ...english } = en
    const { office: _office, ...rest } = nlSettings
    const { office: _example, ...others } = enSettings
    for (const text of [...own({ ...dutch, rest }), ...own({ ...english, others })])
      expect(text).not.toMatch(/klantmanager|case manager/i)
  })
})
