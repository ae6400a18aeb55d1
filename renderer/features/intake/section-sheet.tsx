/** One part of the talk: its questions, and at the foot the way to the part before and after. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Section } from '#core/intake/definition.ts'
import type { Outputs } from '#core/api/contract.ts'
import type { Person } from '../participants/person-head.tsx'
import { Conclusion } from './conclusion/conclusion-page.tsx'
import { useIntakeWords } from './intake-words.ts'
import { QuestionField } from './question-field.tsx'
import { ReadAnswer } from './read-answer.tsx'
import { TalkList } from './talks/talk-list.tsx'

export type OpenIntake = Outputs['intakes']['get']

type Props = {
  intake: OpenIntake
  person: Person
  section: Section
  before: Section | undefined
  after: Section | undefined
  onGo: (key: string, question?: string) => void
  onLast: () => void
}

export function SectionSheet({ intake, person, section, before, after, onGo, onLast }: Props) {
  const { t } = useTranslation('conversation')
  const words = useIntakeWords()
  const shown = new Set(intake.form.sections.map(({ key }) => key))
  // What was answered in a part that is not asked any more comes at the end.
  const former = intake.form.former.filter(
    (one) => one.section === section.key || (!after && !shown.has(one.section)),
  )
  return (
    <section className="sheet intake-sheet" aria-labelledby="intake-section">
      <h2 id="intake-section" tabIndex={-1}>
        {words.section(section.key)}
      </h2>
      {section.key === 'conversation' && <TalkList intake={intake} />}
      {section.ownPage ? (
        <OwnPage section={section.key} person={person} />
      ) : section.key === 'conclusion' ? (
        <Conclusion intake={intake} person={person} section={section} onGo={onGo} />
      ) : (
        section.questions.map((question) => (
          <QuestionField
            key={question.key}
            intakeId={intake.id}
            question={question}
            answers={intake.answers}
          />
        ))
      )}
      {former.length > 0 && (
        <div className="intake-former">
          <h3>{t('former.title')}</h3>
          <p className="dim">{t('former.text')}</p>
          <dl>
            {former.map(({ question }) => (
              <ReadAnswer
                key={question.key}
                question={question}
                answer={intake.answers.find((one) => one.question === question.key)}
              />
            ))}
          </dl>
        </div>
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
          <Button className="intake-after" onClick={onLast}>
            {t('finish.button')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** What has a page of its own: who sent this person, and who they are. */
function OwnPage({ section, person }: { section: string; person: Person }) {
  const { t } = useTranslation('conversation')
  const params = { id: String(person.id) }
  const referral = section === 'referral'
  return (
    <div className="intake-own">
      <p>{referral ? t('own.referral') : t('own.person')}</p>
      <Link
        className="link"
        to={referral ? '/deelnemers/$id/aanmelding' : '/deelnemers/$id/gegevens'}
        params={params}
      >
        {referral ? t('own.referralLink') : t('own.personLink')}
      </Link>
    </div>
  )
}
