/** The steps of today, each with a way back, unless the same was changed again. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Step } from '#core/api/history.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { clockTime } from '../../office/saved.ts'
import { useCommand } from '../../office/use-command.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useToast } from '../../ui/toast.tsx'
import { tableOfDay } from './tables.ts'
import './history.css'

export function DayScreen() {
  const { t } = useTranslation('dossier')
  const toast = useToast()
  const steps = useQuery(orpc.history.day.queryOptions())
  const undo = useCommand(client.app.undo)
  if (steps.isPending) return <PageWait />
  if (steps.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(steps.error)}
        screen={t('day.screen')}
        retry={() => void steps.refetch()}
      />
    )

  async function turn(step: Step): Promise<void> {
    const again = step.undoneBy !== null
    const answer = await undo.run({ changeSetId: step.undoneBy ?? step.changeSetId })
    if (answer) toast({ text: again ? t('day.redoneToast') : t('day.undoneToast') })
  }
  return (
    <Page
      screen={t('day.screen')}
      title={t('day.title')}
      lead={t('day.lead')}
      actions={
        steps.data.length > 0 && (
          <ListMenu list="day" name={t('day.screen')} tables={() => [tableOfDay(steps.data, t)]} />
        )
      }
    >
      {undo.failure && <FailureMessage failure={undo.failure} />}
      {steps.data.length === 0 ? (
        <EmptyState title={t('day.empty')}>{t('day.emptyText')}</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="data-table history-table" aria-label={t('day.screen')}>
            <thead>
              <tr>
                <th scope="col">{t('day.time')}</th>
                <th scope="col">{t('day.what')}</th>
                <th scope="col">{t('day.person')}</th>
                <th scope="col">{t('day.who')}</th>
                <th scope="col">{t('history.action')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.data.map((step) => (
                <StepRow key={step.changeSetId} step={step} onTurn={() => void turn(step)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}

function StepRow({ step, onTurn }: { step: Step; onTurn: () => void }) {
  const { t } = useTranslation('dossier')
  const time = clockTime(new Date(step.at))
  const what = step.words.join(', ')
  const undone = step.undoneBy !== null
  return (
    <tr>
      <td>{time}</td>
      <th scope="row">
        <span className={undone ? 'history-undone' : ''}>{what}</span>
        {undone && <StateWord kind="not_yet">{t('day.undone')}</StateWord>}
      </th>
      <td>
        {step.person ? (
          <PersonLink id={step.person.id}>{step.person.name}</PersonLink>
        ) : (
          <span className="dim">{t('day.nobody')}</span>
        )}
      </td>
      <td>
        <bdi>{step.who}</bdi>
      </td>
      <td>
        {step.mine ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={undone ? t('day.redoLabel', { what, time }) : t('day.undoLabel', { what, time })}
            onClick={onTurn}
          >
            {undone ? t('day.redo') : t('day.undo')}
          </Button>
        ) : (
          <span className="dim">{t('day.notYours')}</span>
        )}
      </td>
    </tr>
  )
}
