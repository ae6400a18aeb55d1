/** A finished intake: all of it to read, and the way to go on with it in a new version. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong, formatWeekdayLong } from '#core/calendar/dates.ts'
import type { IntakeHead } from '#core/api/intake.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { useToast } from '../../ui/toast.tsx'
import type { Person } from '../participants/person-head.tsx'
import { ConclusionPage } from './conclusion/conclusion-page.tsx'
import { useFormWords, WordsProvider } from './intake-words.ts'
import { ReadAnswer } from './read-answer.tsx'
import type { OpenIntake } from './section-sheet.tsx'
import { TalkLine } from './talks/talk-list.tsx'

export function FinishedIntake({
  intake,
  person,
  others,
}: {
  intake: OpenIntake
  person: Person
  /** The other intakes of this person, newest first. */
  others: readonly IntakeHead[]
}) {
  const { t } = useTranslation('conversation')
  const { language } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const words = useFormWords(intake.form)
  const reopen = useCommand(client.intakes.reopen)
  const paper = usePaper(client.intakeForms.printFilled)
  const print = () => paper.run({ intakeId: intake.id })
  usePrintKey(print)
  const [asking, setAsking] = useState(false)
  const running = others.find((one) => one.finished_on === null)
  const params = { id: String(person.id) }
  const answerOf = (question: string) => intake.answers.find((one) => one.question === question)

  async function reopenNow(): Promise<void> {
    const made = await reopen.run({ id: intake.id })
    if (!made) return
    setAsking(false)
    if (made.changeSetId !== null) toast({ text: t('reopen.done'), changeSetId: made.changeSetId })
    void navigate({ to: '/deelnemers/$id/intake', params, search: {} })
  }
  return (
    <WordsProvider value={words}>
      <Page
        className="intake"
        screen={t('screen')}
        title={<bdi>{t('title', { name: person.names.full })}</bdi>}
        lead={t('lead.finished', { date: formatLong(intake.finished_on ?? intake.started_on, language) })}
        actions={
          <>
            <Button
              variant="default"
              loading={paper.busy}
              leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
              onClick={print}
            >
              {t('print')}
            </Button>
            {running ? (
              <Button
                variant="default"
                onClick={() => void navigate({ to: '/deelnemers/$id/intake', params, search: {} })}
              >
                {t('versions.running')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('reopen.button')}
              </Button>
            )}
          </>
        }
      >
        {paper.failure && <FailureMessage failure={paper.failure} />}
        {others.length > 0 && (
          <p className="intake-versions">
            {t('versions.title')}{' '}
            {others.map((one) => (
              <Link
                key={one.id}
                className="link"
                to="/deelnemers/$id/intake"
                params={params}
                search={{ versie: String(one.id) }}
              >
                {one.finished_on === null
                  ? t('versions.started', { date: formatLong(one.started_on, language) })
                  : t('versions.finished', { date: formatLong(one.finished_on, language) })}
              </Link>
            ))}
          </p>
        )}
        <div className="intake-read">
          {intake.form.sections
            .filter((section) => section.questions.length > 0)
            .map((section) => (
              <section key={section.key} className="sheet" aria-labelledby={`read-${section.key}`}>
                <h2 id={`read-${section.key}`}>{words.section(section.key)}</h2>
                {section.key === 'conversation' &&
                  intake.talks.map((talk, index) => (
                    <div key={talk.id} className="talk">
                      <h3>
                        {t('talk.title', { n: index + 1, day: formatWeekdayLong(talk.held_on, language) })}
                      </h3>
                      <TalkLine talk={talk} />
                    </div>
                  ))}
                <dl>
                  {section.questions.map((question) => (
                    <ReadAnswer key={question.key} question={question} answer={answerOf(question.key)} />
                  ))}
                  {intake.form.former
                    .filter((one) => one.section === section.key)
                    .map(({ question }) => (
                      <ReadAnswer key={question.key} question={question} answer={answerOf(question.key)} />
                    ))}
                </dl>
                {section.key === 'conclusion' && <ConclusionPage intake={intake} person={person} />}
              </section>
            ))}
          {intake.notes.trim() !== '' && (
            <section className="sheet" aria-labelledby="read-notes">
              <h2 id="read-notes">{t('notes.title')}</h2>
              <p className="intake-read-notes" dir="auto">
                {intake.notes}
              </p>
            </section>
          )}
        </div>
        <Ask
          opened={asking}
          title={t('reopen.title')}
          answer={t('reopen.button')}
          onAnswer={() => void reopenNow()}
          onClose={() => setAsking(false)}
          busy={reopen.busy}
        >
          <p>{t('reopen.text')}</p>
          {reopen.failure && <FailureMessage failure={reopen.failure} />}
        </Ask>
      </Page>
    </WordsProvider>
  )
}
