/** The words of the papers themselves; those of the questions are core/intake/form-words.ts. */
import type { TFunction } from 'i18next'
import { createI18n, type Language } from '#core/i18n/index.ts'
import type { IntakeDayPart } from '#core/intake/definition.ts'

export interface PaperWords {
  readonly language: Language
  readonly t: TFunction<'questions'>
  readonly dayPart: (part: IntakeDayPart) => string
  /** "Weet niet" and so on, in the order of the screen. */
  readonly noAnswer: Readonly<Record<'unknown' | 'declined' | 'later', string>>
  readonly interpreter: (kind: 'none' | 'ambassador' | 'professional' | 'phone' | 'family') => string
}

const made = new Map<string, PaperWords>()

/** @param caseManagerWord the office's own word for a case manager. */
export function paperWords(language: Language, caseManagerWord: string): PaperWords {
  const key = `${language} ${caseManagerWord}`
  const known = made.get(key)
  if (known) return known
  const i18n = createI18n(language, caseManagerWord)
  const enums = i18n.getFixedT(language, 'enums')
  const intake = i18n.getFixedT(language, 'intake')
  const words: PaperWords = {
    language,
    t: i18n.getFixedT(language, 'questions'),
    dayPart: (part) => enums(`dayPart.${part}`),
    noAnswer: {
      unknown: enums('noAnswer.unknown'),
      declined: enums('noAnswer.declined'),
      later: enums('noAnswer.later'),
    },
    interpreter: (kind) => intake(`option.talk_interpreter.${kind}`),
  }
  made.set(key, words)
  return words
}
