/** One question: its words, why it is asked, the answer, and what to say when there is none. */
import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#core/intake/definition.ts'
import { noAnswer as noAnswers, type Answer } from '#core/api/intake.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { useOffice } from '../../office/office.ts'
import { AnswerInput } from './answer-input.tsx'
import { shownProblem } from './answer.ts'
import { useIntakeWords } from './intake-words.ts'
import { useAnswer } from './use-kept.ts'

type Reason = (typeof noAnswers.options)[number]

export function QuestionField({
  intakeId,
  question,
  answers,
}: {
  intakeId: number
  question: Question
  answers: readonly Answer[]
}) {
  const { t } = useTranslation(['conversation', 'enums'])
  const words = useIntakeWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { key } = question
  const field = useAnswer(intakeId, key, answers)
  const { value } = field
  const { today } = useOffice()
  const problem = shownProblem(question, value.value, field.problem, today)
  const hint = [words.hint(key), words.reason(key)].filter(Boolean).join(' ')

  const given = (next: Answer['value']): Answer => ({ question: key, value: next, noAnswer: null })
  function giveReason(noAnswer: Reason | null): void {
    setOpen(false)
    field.onChange({ question: key, value: null, noAnswer })
    field.onBlur()
  }
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div
      id={`q-${key}`}
      data-question={key}
      className="question"
      role="group"
      aria-labelledby={`${id}-label`}
      {...(described ? { 'aria-describedby': described } : {})}
      onBlur={field.onBlur}
    >
      <div className="question-head">
        <p id={`${id}-label`} className="question-label">
          {words.question(key)}
          {question.coachOnly && <span className="question-coach">{t('coachOnly')}</span>}
        </p>
        {!open && !value.noAnswer && (
          <UnstyledButton className="question-none" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('noAnswer')}
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
          {t('noAnswerIs', { why: t(`enums:noAnswer.${value.noAnswer}`).toLowerCase() })}{' '}
          <UnstyledButton className="link" onClick={() => giveReason(null)}>
            {t('clearNoAnswer')}
          </UnstyledButton>
        </p>
      ) : (
        <AnswerInput
          question={question}
          labelId={`${id}-label`}
          value={value.value}
          onChange={(next) => field.onChange(given(next))}
          onHold={(next) => field.hold(given(next))}
        />
      )}
      {problem && (
        <div id={`${id}-problem`} role="alert">
          <FieldMessage problem={problem} />
        </div>
      )}
      {open && (
        <div className="question-reasons" role="group" aria-label={t('noAnswer')}>
          <span className="dim" aria-hidden>
            {t('noAnswer')}
          </span>
          {noAnswers.options.map((reason, index) => (
            <UnstyledButton
              key={reason}
              className="link"
              // The button that was pressed is gone: the choice comes in its place.
              autoFocus={index === 0}
              onClick={() => giveReason(reason)}
            >
              {t(`enums:noAnswer.${reason}`)}
            </UnstyledButton>
          ))}
        </div>
      )}
    </div>
  )
}
