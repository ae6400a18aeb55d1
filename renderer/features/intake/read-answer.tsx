/** A question with its answer, only to read. */
import { useTranslation } from 'react-i18next'
import type { Answer } from '#core/api/intake.ts'
import type { Question } from '#core/intake/definition.ts'
import { useOffice } from '../../office/office.ts'
import { useIntakeWords } from './intake-words.ts'
import { answerLines } from './shown-answer.ts'

export function ReadAnswer({ question, answer }: { question: Question; answer: Answer | undefined }) {
  const { t } = useTranslation(['conversation', 'enums'])
  const { language } = useOffice()
  const words = useIntakeWords()
  const lines =
    answer && answer.noAnswer === null
      ? answerLines(question, answer.value, words, language, (part) =>
          t(`enums:dayPart.${part as 'morning' | 'afternoon' | 'evening'}`),
        )
      : []
  return (
    <div className="read-answer">
      <dt>{words.question(question.key)}</dt>
      <dd>
        {answer?.noAnswer ? (
          <span className="dim">{t(`enums:noAnswer.${answer.noAnswer}`)}</span>
        ) : lines.length === 0 ? (
          <span className="dim">{t('notAsked')}</span>
        ) : (
          lines.map((line, index) => (
            <span key={index} className="read-line" dir="auto">
              {line}
            </span>
          ))
        )}
      </dd>
    </div>
  )
}
