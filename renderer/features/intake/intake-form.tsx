import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { definition, intakeProgress, missingForFinish, sectionState } from '#core/intake/definition.ts'
import type { Intake } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { Person } from '../participants/person-head.tsx'
import { MissingList } from './missing-list.tsx'
import { SectionRail } from './section-rail.tsx'
import { SectionSheet } from './section-sheet.tsx'

export function IntakeForm({ intake, person }: { intake: Intake; person: Person }) {
  const { t } = useTranslation('people')
  const { language } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const { deel, vraag } = useSearch({ from: '/deelnemers/$id/intake' })
  const finish = useCommand(client.intakes.finish)
  const [asking, setAsking] = useState(false)
  const [showMissing, setShowMissing] = useState(false)

  const { sections } = definition(intake.definition_version)
  const states = sections.map((section) => sectionState(section, intake.answers))
  const firstOpen = sections.findIndex((section, index) => !section.ownPage && states[index] !== 'done')
  const asked = sections.findIndex((section) => section.key === deel)
  const [startAt] = useState(Math.max(0, firstOpen))
  const at = asked >= 0 ? asked : startAt
  const section = sections[at]
  const missing = missingForFinish(definition(intake.definition_version), intake.answers)
  const progress = intakeProgress(definition(intake.definition_version), intake.answers)
  const notes = useAutosave('notes', intake.notes, (value) =>
    client.intakes.saveNotes({ id: intake.id, notes: value }),
  )

  const go = (key: string, question?: string): void =>
    void navigate({
      to: '/deelnemers/$id/intake',
      params: { id: String(person.id) },
      search: { deel: key, ...(question ? { vraag: question } : {}) },
    })
  useEffect(() => {
    if (vraag) document.querySelector<HTMLElement>(`#q-${vraag} :is(input, textarea, select)`)?.focus()
    else if (deel) document.getElementById('intake-section')?.focus()
  }, [deel, vraag])

  async function askToFinish(): Promise<void> {
    await saveEverything()
    setShowMissing(missing.length > 0)
    setAsking(missing.length === 0)
  }
  async function finishNow(): Promise<void> {
    const answer = await finish.run({ id: intake.id })
    if (!answer) return
    setAsking(false)
    toast({ text: t('intakePage.finishedToast'), changeSetId: answer.changeSetId })
    void navigate({ to: '/deelnemers/$id', params: { id: String(person.id) } })
  }
  return (
    <Page
      className="intake"
      screen={t('intakePage.screen')}
      title={<bdi>{t('intakePage.title', { name: person.names.full })}</bdi>}
      lead={
        <>
          {intake.finished_on
            ? t('intakePage.finished', { date: formatLong(intake.finished_on, language) })
            : t('intakePage.lead')}{' '}
          <span className="dim">{t('intakePage.answered', progress)}.</span>
        </>
      }
      actions={
        intake.finished_on === null && (
          <Button variant="default" onClick={() => void askToFinish()}>
            {t('intakePage.finish')}
          </Button>
        )
      }
    >
      {showMissing && missing.length > 0 && <MissingList missing={missing} onGo={go} />}
      <div className="intake-columns">
        <SectionRail sections={sections} states={states} at={at} onGo={(key) => go(key)} />
        {section && (
          <SectionSheet
            key={section.key}
            intake={intake}
            person={person}
            section={section}
            before={sections[at - 1]}
            after={sections[at + 1]}
            onGo={(key) => go(key)}
            onLast={() => void askToFinish()}
          />
        )}
        <div className="intake-notes">
          <h2>{t('intakePage.notes')}</h2>
          <p className="dim">{t('intakePage.notesHint')}</p>
          <AreaField
            label={t('intakePage.notes')}
            className="intake-notes-area"
            rows={8}
            maxRows={22}
            {...notes}
          />
        </div>
      </div>
      <Ask
        opened={asking}
        title={t('intakePage.finishTitle')}
        answer={t('intakePage.finish')}
        onAnswer={() => void finishNow()}
        onClose={() => setAsking(false)}
        busy={finish.busy}
      >
        <p>{t('intakePage.finishText')}</p>
        {finish.failure && <FailureMessage failure={finish.failure} />}
      </Ask>
    </Page>
  )
}
