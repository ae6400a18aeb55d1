/** The words of one intake's form in the language of the screen: the office's own where it gave them. */
import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formWords, type FormWords } from '#core/intake/form-words.ts'
import type { ResolvedForm } from '#core/intake/form.ts'

const WordsContext = createContext<FormWords | null>(null)
export const WordsProvider = WordsContext.Provider

export function useFormWords(form: ResolvedForm): FormWords {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'nl'
  return useMemo(() => formWords(form, language), [form, language])
}

/** Only inside an intake. */
export function useIntakeWords(): FormWords {
  const words = useContext(WordsContext)
  if (!words) throw new Error('words of the intake outside the intake')
  return words
}
