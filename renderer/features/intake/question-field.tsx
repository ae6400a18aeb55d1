/** One question: its words, why it is asked, the answer, and what to say when there is none. */
import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#core/intake/definition.ts'
import { noAnswer as noAnswers, type Answer } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { AnswerInput } from './answer-input.tsx'
import { useIntakeWords } from './intake-words.ts'

type Reason = (typeof noAnswers.options)[number]

export function QuestionField({
  intakeId,
  question,
  answer,
}: {
  intakeId: number
  question: Question
  answer: Answer
}) {
  const { t } = useTranslation(['people', 'enums'])
  const words = useIntakeWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const field = useAutosave<Answer>(question.key, answer, (next) =>
    client.intakes.saveAnswer({ id: intakeId, answer: next }),
  )
  const { value } = field
  const hint = [words.hint(question.key), words.reason(question.key)].filter(Boolean).join(' ')

  function give(next: Answer['value']): void {
    field.onChange({ question: question.key, value: next, noAnswer: null })
  }
  function giveReason(reason: Reason): void {
    setOpen(false)
    field.onChange({ question: question.key, value: null, noAnswer: reason })
    field.onBlur()
  }
  return (
    <div
      id={`q-${question.key}`}
      className="question"
      role="group"
      aria-labelledby={`${id}-label`}
      {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      onBlur={field.onBlur}
    >
      <div className="question-head">
        <p id={`${id}-label`} className="question-label">
          {words.question(question.key)}
          {question.coachOnly && <span className="question-coach">{t('intakePage.coachOnly')}</span>}
        </p>
        {!open && !value.noAnswer && (
          <UnstyledButton className="question-none" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('intakePage.noAnswer')}
          </UnstyledButton>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="dim">
          {hint}
        </p>
      )}
      {value.noAnswer ? (
        <p className="question-reason">
          {t('intakePage.noAnswerIs', { why: t(`enums:noAnswer.${value.noAnswer}`).toLowerCase() })}{' '}
          <UnstyledButton className="link" onClick={() => give(null)}>
            {t('intakePage.clearNoAnswer')}
          </UnstyledButton>
        </p>
      ) : (
        <AnswerInput question={question} labelId={`${id}-label`} value={value.value} onChange={give} />
      )}
      {field.problem && (
        <div role="alert">
          <FieldMessage problem={field.problem} />
        </div>
      )}
      {open && (
        <div className="question-reasons" role="group" aria-label={t('intakePage.noAnswer')}>
          <span className="dim" aria-hidden>
            {t('intakePage.noAnswer')}
          </span>
          {noAnswers.options.map((reason) => (
            <UnstyledButton key={reason} className="link" onClick={() => giveReason(reason)}>
              {t(`enums:noAnswer.${reason}`)}
            </UnstyledButton>
          ))}
        </div>
      )}
    </div>
  )
}
