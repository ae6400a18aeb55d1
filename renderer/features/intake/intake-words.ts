/** Words of the intake's definition. The keys come from the definition, not from here, so they are looked up freely. */
import { useTranslation } from 'react-i18next'
import { useMemo } from 'react'

export type IntakeWords = {
  section: (key: string) => string
  question: (key: string) => string
  /** '' where there is none. */
  hint: (key: string) => string
  reason: (key: string) => string
  option: (question: string, option: string) => string
  item: (question: string, item: string) => string
  column: (question: string, column: string) => string
  columnOption: (question: string, column: string, option: string) => string
  unit: (unit: string) => string
  yesNo: (answer: string) => string
}

export function useIntakeWords(): IntakeWords {
  const { i18n } = useTranslation('intake')
  const { language } = i18n
  return useMemo(() => {
    // A test in test/core holds the definition and these texts together, so a loose key is safe here.
    const word = i18n.getFixedT(language, 'intake') as unknown as (key: string) => string
    const orNothing = (key: string) => (i18n.exists(`intake:${key}`) ? word(key) : '')
    return {
      section: (key) => word(`section.${key}`),
      question: (key) => word(`question.${key}`),
      hint: (key) => orNothing(`hint.${key}`),
      reason: (key) => orNothing(`reason.${key}`),
      option: (question, option) => word(`option.${question}.${option}`),
      item: (question, item) => word(`item.${question}.${item}`),
      column: (question, column) => word(`column.${question}.${column}`),
      columnOption: (question, column, option) => word(`columnOption.${question}.${column}.${option}`),
      unit: (unit) => word(`unit.${unit}`),
      yesNo: (answer) => word(`yesNo.${answer}`),
    }
  }, [i18n, language])
}
