/** The wish, as it was said earlier in the talk, to read beside the advice. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findQuestion, isEmptyAnswer } from '#core/intake/definition.ts'
import { useOffice } from '../../../office/office.ts'
import type { Person } from '../../participants/person-head.tsx'
import { useIntakeWords } from '../intake-words.ts'
import type { OpenIntake } from '../section-sheet.tsx'
import { answerLines } from '../shown-answer.ts'

/** In the order in which they say most. */
const wishes = ['own_goal', 'dream_job', 'sectors', 'volunteer_goal', 'in_one_year']

export function WishCard({
  intake,
  person,
  onGo,
}: {
  intake: OpenIntake
  person: Person
  onGo: (key: string, question?: string) => void
}) {
  const { t } = useTranslation('conclusion')
  const { language } = useOffice()
  const words = useIntakeWords()
  const said = wishes.flatMap((key) => {
    const question = findQuestion(intake.form, key)
    const answer = intake.answers.find((one) => one.question === key)
    if (!question || !answer || answer.noAnswer !== null || isEmptyAnswer(answer.value)) return []
    return [{ key, lines: answerLines(question, answer.value, words, language, (part) => part) }]
  })
  return (
    <section className="conclusion-wish" aria-labelledby="conclusion-wish">
      <h3 id="conclusion-wish">
        <bdi>{t('wish.title', { name: person.call_name || person.names.full })}</bdi>
      </h3>
      {said.length === 0 ? (
        <p className="dim">{t('wish.none')}</p>
      ) : (
        <dl>
          {said.map(({ key, lines }) => (
            <div key={key}>
              <dt className="dim">{words.question(key)}</dt>
              <dd>
                {lines.map((line, index) => (
                  <span key={index} className="read-line" dir="auto">
                    {line}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {findQuestion(intake.form, 'own_goal') && (
        <UnstyledButton className="link" onClick={() => onGo('wishes', 'own_goal')}>
          {t('wish.link')}
        </UnstyledButton>
      )}
    </section>
  )
}
