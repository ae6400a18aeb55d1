/** Two dossiers of one person become one: choose field by field, see what comes along, undo when it was wrong. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeField, MergeSide, MergeView } from '#core/api/finding.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { MergeFields } from './merge-fields.tsx'
import { MergePicker } from './merge-picker.tsx'
import './merge.css'

export function MergeScreen() {
  const { id } = useParams({ from: '/deelnemers/$id/samenvoegen' })
  const { met } = useSearch({ from: '/deelnemers/$id/samenvoegen' })
  const other = Number(met)
  return Number.isInteger(other) && other > 0 ? (
    <MergeTwo key={`${id}-${other}`} keepId={Number(id)} otherId={other} />
  ) : (
    <MergePicker id={Number(id)} />
  )
}

function MergeTwo(pair: { keepId: number; otherId: number }) {
  const { t } = useTranslation('finding')
  const view = useQuery(orpc.merge.view.queryOptions({ input: pair }))
  if (view.isPending) return <PageWait />
  if (view.isLoadingError || !view.data)
    return (
      <PageFailure
        failure={failureOf(view.error)}
        screen={t('merge.screen')}
        retry={() => void view.refetch()}
      />
    )
  return <MergeForm view={view.data} />
}

function MergeForm({ view }: { view: MergeView }) {
  const { t } = useTranslation(['finding', 'common'])
  const navigate = useNavigate()
  const toast = useToast()
  const [choices, setChoices] = useState<Partial<Record<MergeField, MergeSide>>>({})
  const run = useCommand(client.merge.run)
  const { kept, other } = view
  const open = (id: number) => void navigate({ to: '/deelnemers/$id', params: { id: String(id) } })

  async function merge(): Promise<void> {
    const answer = await run.run({ keepId: kept.id, otherId: other.id, choices })
    if (!answer) return
    toast({ text: t('merge.done'), changeSetId: answer.changeSetId })
    open(kept.id)
  }
  return (
    <Page
      title={t('merge.title')}
      screen={t('merge.screen')}
      lead={t('merge.lead')}
      actions={
        <Button
          variant="default"
          onClick={() =>
            void navigate({
              to: '/deelnemers/$id/samenvoegen',
              params: { id: String(other.id) },
              search: { met: String(kept.id) },
              replace: true,
            })
          }
        >
          {t('merge.swap')}
        </Button>
      }
    >
      <form noValidate className="merge" onSubmit={onSubmit(merge)}>
        {view.bothRunning && (
          <Message title={t('merge.running')}>
            <p>{t('merge.runningText')}</p>
            <p>
              <PersonLink id={kept.id}>{kept.fullName}</PersonLink>,{' '}
              <PersonLink id={other.id}>{other.fullName}</PersonLink>
            </p>
          </Message>
        )}
        <MergeFields
          view={view}
          choices={choices}
          onChoose={(field, side) => setChoices((now) => ({ ...now, [field]: side }))}
        />
        <ComesAlong view={view} />
        {run.failure && <FailureMessage failure={run.failure} />}
        <div className="form-actions">
          {!view.bothRunning && (
            <Button type="submit" loading={run.busy}>
              {t('merge.do')}
            </Button>
          )}
          <Button variant="default" onClick={() => open(kept.id)}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function ComesAlong({ view }: { view: MergeView }) {
  const { t } = useTranslation('finding')
  const sentences = [
    view.fixedLetters > 0 && t('merge.letters', { count: view.fixedLetters }),
    view.sameHalfDays > 0 && t('merge.halfDays', { count: view.sameHalfDays }),
    view.sameMeasurements > 0 && t('merge.measurements', { count: view.sameMeasurements }),
  ].filter((text) => text !== false)
  return (
    <Sheet title={t('merge.comesAlong')}>
      {view.comesAlong.length > 0 && (
        <ul className="merge-things">
          {view.comesAlong.map(({ thing, count }) => (
            <li key={thing}>{t(`merge.things.${thing}`, { count })}</li>
          ))}
        </ul>
      )}
      {sentences.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {view.comesAlong.length + sentences.length === 0 && <p className="dim">{t('merge.nothingAlong')}</p>}
    </Sheet>
  )
}
