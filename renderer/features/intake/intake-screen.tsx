/** The talk: sections at the left, questions in the middle, notes always open at the right. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { IntakeForm } from './intake-form.tsx'
import './intake.css'

export function IntakeScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/intake' })
  return (
    <WithPerson id={Number(id)} screen={t('intakePage.screen')}>
      {(person) => <PersonIntake key={id} person={person} />}
    </WithPerson>
  )
}

/** The running intake, else the last one that was finished, else the offer to begin. */
function PersonIntake({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const list = useQuery(orpc.intakes.list.queryOptions({ input: { participantId: person.id } }))
  const start = useCommand(client.intakes.start)
  const title = <bdi>{t('intakePage.title', { name: person.names.full })}</bdi>
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(list.error)}
        screen={t('intakePage.screen')}
        retry={() => void list.refetch()}
      />
    )
  const newestFirst = [...list.data].sort((a, b) => b.started_on.localeCompare(a.started_on))
  const chosen = newestFirst.find((one) => one.finished_on === null) ?? newestFirst[0]
  if (chosen) return <OneIntake id={chosen.id} person={person} />
  return (
    <Page screen={t('intakePage.screen')} title={title}>
      <EmptyState
        title={t('intakePage.notStarted')}
        action={
          <Button loading={start.busy} onClick={() => void start.run({ participantId: person.id })}>
            {t('intakePage.start')}
          </Button>
        }
      >
        {t('intakePage.notStartedText')}
      </EmptyState>
      {start.failure && <FailureMessage failure={start.failure} />}
    </Page>
  )
}

function OneIntake({ id, person }: { id: number; person: Person }) {
  const { t } = useTranslation('people')
  const intake = useQuery(orpc.intakes.get.queryOptions({ input: { id } }))
  if (intake.isPending) return <PageWait />
  if (intake.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(intake.error)}
        screen={t('intakePage.screen')}
        retry={() => void intake.refetch()}
      />
    )
  return <IntakeForm key={id} intake={intake.data} person={person} />
}
