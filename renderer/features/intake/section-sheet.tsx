/** One part of the talk: its questions, and at the foot the way to the part before and after. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Section } from '#core/intake/definition.ts'
import type { Intake } from '#core/api/people.ts'
import type { Person } from '../participants/person-head.tsx'
import { useIntakeWords } from './intake-words.ts'
import { QuestionField } from './question-field.tsx'

type Props = {
  intake: Intake
  person: Person
  section: Section
  before: Section | undefined
  after: Section | undefined
  onGo: (key: string) => void
  onLast: () => void
}

export function SectionSheet({ intake, person, section, before, after, onGo, onLast }: Props) {
  const { t } = useTranslation('people')
  const words = useIntakeWords()
  return (
    <section className="sheet intake-sheet" aria-labelledby="intake-section">
      <h2 id="intake-section" tabIndex={-1}>
        {words.section(section.key)}
      </h2>
      {section.ownPage ? (
        <div className="intake-own">
          <p>{t('intakePage.personText')}</p>
          <Link className="link" to="/deelnemers/$id/gegevens" params={{ id: String(person.id) }}>
            {t('intakePage.personLink')}
          </Link>
        </div>
      ) : (
        section.questions.map((question) => (
          <QuestionField
            key={question.key}
            intakeId={intake.id}
            question={question}
            answer={
              intake.answers.find((one) => one.question === question.key) ?? {
                question: question.key,
                value: null,
                noAnswer: null,
              }
            }
          />
        ))
      )}
      <div className="intake-foot">
        {before && (
          <UnstyledButton className="link intake-before" onClick={() => onGo(before.key)}>
            <IconChevronLeft size={18} stroke={2} aria-hidden /> {words.section(before.key)}
          </UnstyledButton>
        )}
        {after ? (
          <Button
            className="intake-after"
            rightSection={<IconChevronRight size={18} stroke={2} aria-hidden />}
            onClick={() => onGo(after.key)}
          >
            {words.section(after.key)}
          </Button>
        ) : (
          intake.finished_on === null && (
            <Button className="intake-after" onClick={onLast}>
              {t('intakePage.finish')}
            </Button>
          )
        )}
      </div>
    </section>
  )
}
