/** The words of a form in one language: the office's own where it gave them, else those of i18n `intake`. */
import nl from '../i18n/nl/intake.ts'
import en from '../i18n/en/intake.ts'
import type { ResolvedForm } from './form.ts'

export type FormLanguage = 'nl' | 'en'

export type FormWords = {
  section: (key: string) => string
  question: (key: string) => string
  /** '' where there is none; so are `reason` and `unit`. */
  hint: (key: string) => string
  reason: (key: string) => string
  option: (question: string, option: string) => string
  item: (question: string, item: string) => string
  column: (question: string, column: string) => string
  columnOption: (question: string, column: string, option: string) => string
  unit: (question: string, unit: string) => string
  yesNo: (answer: string) => string
}

const texts: Record<FormLanguage, unknown> = { nl, en }

/** An unknown key gives itself: it is better to see a key than nothing. */
export function formWords(form: Pick<ResolvedForm, 'ownWords'>, language: FormLanguage): FormWords {
  const builtIn = (...path: string[]): string => {
    let at: unknown = texts[language]
    for (const key of path)
      at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined
    return typeof at === 'string' ? at : ''
  }
  const own = (key: string) => form.ownWords[key]
  return {
    section: (key) => builtIn('section', key) || key,
    question: (key) => own(key)?.question || builtIn('question', key) || key,
    hint: (key) => own(key)?.hint ?? builtIn('hint', key),
    reason: (key) => own(key)?.reason ?? builtIn('reason', key),
    option: (key, option) => own(key)?.options?.[option] || builtIn('option', key, option) || option,
    item: (key, item) => builtIn('item', key, item) || item,
    column: (key, column) => own(key)?.columns?.[column] || builtIn('column', key, column) || column,
    columnOption: (key, column, option) => builtIn('columnOption', key, column, option) || option,
    unit: (key, unit) => (unit === 'own' ? (own(key)?.unit ?? '') : builtIn('unit', unit)),
    yesNo: (answer) => builtIn('yesNo', answer) || answer,
  }
}

/** One question in words, for what draws one question at a time. */
export type QuestionWords = { question: string; hint: string; reason: string }

export function words(form: Pick<ResolvedForm, 'ownWords'>, key: string, lang: FormLanguage): QuestionWords {
  const all = formWords(form, lang)
  return { question: all.question(key), hint: all.hint(key), reason: all.reason(key) }
}
