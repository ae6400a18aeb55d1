/** The intake of one person: the one that runs, one that was finished, or the offer to begin. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
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
import type { IntakeHead } from '#core/api/intake.ts'
import { PrintBlank } from '../intake-form/print-blank.tsx'
import { FinishedIntake } from './finished-intake.tsx'
import { IntakeForm } from './intake-form.tsx'
import './intake.css'

export function IntakeScreen() {
  const { t } = useTranslation('conversation')
  const { id } = useParams({ from: '/deelnemers/$id/intake' })
  return (
    <WithPerson id={Number(id)} screen={t('screen')}>
      {(person) => <PersonIntake key={id} person={person} />}
    </WithPerson>
  )
}

/** The running intake, else the last one that was finished, else the offer to begin. */
function PersonIntake({ person }: { person: Person }) {
  const { t } = useTranslation('conversation')
  const list = useQuery(orpc.intakes.list.queryOptions({ input: { participantId: person.id } }))
  const { versie } = useSearch({ from: '/deelnemers/$id/intake' })
  const start = useCommand(client.intakes.start)
  const title = <bdi>{t('title', { name: person.names.full })}</bdi>
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return (
      <PageFailure failure={failureOf(list.error)} screen={t('screen')} retry={() => void list.refetch()} />
    )
  const intakes = list.data
  const chosen =
    intakes.find((one) => String(one.id) === versie) ??
    intakes.find((one) => one.finished_on === null) ??
    intakes[0]
  if (chosen)
    return (
      <OneIntake
        key={chosen.id}
        id={chosen.id}
        person={person}
        others={intakes.filter((one) => one.id !== chosen.id)}
      />
    )
  return (
    <Page screen={t('screen')} title={title}>
      <EmptyState
        title={t('notStarted')}
        action={
          <div className="form-actions">
            <Button loading={start.busy} onClick={() => void start.run({ participantId: person.id })}>
              {t('start')}
            </Button>
            <PrintBlank />
          </div>
        }
      >
        {t('notStartedText')}
      </EmptyState>
      {start.failure && <FailureMessage failure={start.failure} />}
    </Page>
  )
}

function OneIntake({ id, person, others }: { id: number; person: Person; others: readonly IntakeHead[] }) {
  const { t } = useTranslation('conversation')
  const intake = useQuery(orpc.intakes.get.queryOptions({ input: { id } }))
  if (intake.isPending) return <PageWait />
  if (intake.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(intake.error)}
        screen={t('screen')}
        retry={() => void intake.refetch()}
      />
    )
  return intake.data.finished_on === null ? (
    <IntakeForm intake={intake.data} person={person} />
  ) : (
    <FinishedIntake intake={intake.data} person={person} others={others} />
  )
}
