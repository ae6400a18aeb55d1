/** How a question looks in the talk. It can be tried; nothing of it is kept. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#core/intake/definition.ts'
import type { FormWords } from '#core/intake/form-words.ts'
import { AnswerInput } from '../intake/answer-input.tsx'
import type { Value } from '../intake/answer.ts'
import { WordsProvider } from '../intake/intake-words.ts'

export function Preview({ question, words }: { question: Question; words: FormWords }) {
  const { t } = useTranslation('questions')
  const id = useId()
  const [value, setValue] = useState<Value>(null)
  const hint = [words.hint(question.key), words.reason(question.key)].filter(Boolean).join(' ')
  return (
    <section className="iform-preview" aria-label={t('edit.preview')}>
      <p className="iform-preview-title">{t('edit.preview')}</p>
      <div className="question" role="group" aria-labelledby={`${id}-label`}>
        <p id={`${id}-label`} className="question-label">
          {words.question(question.key) || t('edit.previewEmpty')}
        </p>
        {hint && <p className="dim">{hint}</p>}
        <WordsProvider value={words}>
          <AnswerInput
            key={question.type}
            question={question}
            labelId={`${id}-label`}
            value={value}
            onChange={setValue}
            onHold={setValue}
          />
        </WordsProvider>
      </div>
    </section>
  )
}
