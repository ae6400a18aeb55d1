/** Who changed what about one person, and putting one field back. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import type { FieldChange } from '#core/api/history.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMoments } from '../keeping/moment.ts'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { tableOfChanges } from './tables.ts'
import './history.css'

const atOnce = 50

export function PersonHistoryScreen() {
  const { t } = useTranslation('dossier')
  const { id } = useParams({ from: '/deelnemers/$id/geschiedenis' })
  return (
    <WithPerson id={Number(id)} screen={t('history.screen')}>
      {(person) => <PersonHistory key={id} person={person} />}
    </WithPerson>
  )
}

function PersonHistory({ person }: { person: Person }) {
  const { t } = useTranslation(['dossier', 'common'])
  const toast = useToast()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const list = useInfiniteQuery(
    orpc.history.person.infiniteOptions({
      input: (before: number | null) => ({ participantId: person.id, query: asked, before, limit: atOnce }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => (page.more ? (page.changes.at(-1)?.changeId ?? null) : null),
      placeholderData: keepPreviousData,
    }),
  )
  const putBack = useCommand(client.history.putBack)
  const undo = useCommand(client.app.undo)
  const failure = putBack.failure ?? undo.failure
  const changes = list.data?.pages.flatMap((page) => page.changes) ?? []

  async function everyChange(): Promise<ExportedTable[]> {
    const all: FieldChange[] = []
    for (let before: number | null = null, more = true; more;) {
      const page = await client.history.person({ participantId: person.id, query: asked, before, limit: 200 })
      all.push(...page.changes)
      before = all.at(-1)?.changeId ?? null
      more = page.more
    }
    return [tableOfChanges(all, t)]
  }
  async function back(change: FieldChange): Promise<void> {
    undo.clear()
    const answer = await putBack.run({
      participantId: person.id,
      changeId: change.changeId,
      field: change.field,
    })
    if (!answer) return
    const text = answer.changeSetId === null ? t('history.same') : t('history.done', { what: change.label })
    toast({ text, changeSetId: answer.changeSetId })
  }
  async function undoStep(change: FieldChange): Promise<void> {
    putBack.clear()
    const answer = await undo.run({ changeSetId: change.changeSetId })
    if (answer) toast({ text: t('day.undoneToast'), changeSetId: answer.changeSetId })
  }
  return (
    <Page
      screen={t('history.screen')}
      title={<bdi>{t('history.title', { name: person.names.full })}</bdi>}
      lead={t('history.lead')}
      actions={
        changes.length > 0 && (
          <ListMenu
            list="history"
            name={t('history.screen')}
            participantId={person.id}
            tables={() => [tableOfChanges(changes, t)]}
            all={everyChange}
          />
        )
      }
    >
      <p className="history-back">
        <Link className="link" to="/deelnemers/$id" params={{ id: String(person.id) }}>
          <IconArrowLeft size={18} stroke={2} aria-hidden /> {t('history.back')}
        </Link>
      </p>
      <div className="history-search" data-find>
        <TextField
          label={t('history.search')}
          value={query}
          onChange={(text) => setQuery(text.slice(0, 200))}
          anyScript
        />
      </div>
      {failure && <FailureMessage failure={failure} />}
      {list.isLoadingError && <FailureMessage failure={failureOf(list.error)} />}
      {list.data && changes.length === 0 && (
        <p role="status">{query.trim() === '' ? t('history.empty') : t('history.nothing')}</p>
      )}
      {changes.length > 0 && (
        <div className="table-scroll">
          <table className="data-table history-table" aria-label={t('history.screen')}>
            <thead>
              <tr>
                <th scope="col">{t('history.what')}</th>
                <th scope="col">{t('history.old')}</th>
                <th scope="col">{t('history.new')}</th>
                <th scope="col">{t('history.when')}</th>
                <th scope="col">{t('history.action')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangeRow
                  key={`${change.changeId} ${change.field}`}
                  change={change}
                  onBack={() => void back(change)}
                  onUndo={() => void undoStep(change)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <UnstyledButton className="link history-older" onClick={() => void list.fetchNextPage()}>
          {t('history.older')}
        </UnstyledButton>
      )}
    </Page>
  )
}

function ChangeRow({
  change,
  onBack,
  onUndo,
}: {
  change: FieldChange
  onBack: () => void
  onUndo: () => void
}) {
  const { t } = useTranslation('dossier')
  const { today } = useOffice()
  const { age } = useMoments()
  const what = change.label || change.subject
  return (
    <tr>
      <th scope="row">
        <span className="history-field">{what}</span>
        {change.label !== '' && <bdi className="dim history-subject">{change.subject}</bdi>}
      </th>
      <td>
        {change.op === 'insert' ? (
          <span className="dim">{t('history.nothingThere')}</span>
        ) : (
          <Value text={change.old} />
        )}
      </td>
      <td>
        {change.op === 'delete' ? (
          <span className="dim">{t('history.removed')}</span>
        ) : (
          <Value text={change.new} />
        )}
      </td>
      <td>
        <span className="history-when">{age(change.at, today)}</span>
        <bdi className="dim history-subject">{change.who || t('history.program')}</bdi>
      </td>
      <td>
        {change.back === 'field' && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={t('history.putBackLabel', {
              what,
              old: change.old.slice(0, 80) || t('history.nothingThere'),
            })}
            onClick={onBack}
          >
            {t('history.putBack')}
          </Button>
        )}
        {change.back === 'step' && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={
              change.op === 'delete'
                ? t('history.putBackLabel', { what, old: change.old.slice(0, 80) })
                : t('history.undoStepLabel', { what })
            }
            onClick={onUndo}
          >
            {change.op === 'delete' ? t('history.putBack') : t('history.undoStep')}
          </Button>
        )}
        {change.back === 'no' && change.op === 'update' && <span className="dim">{t('history.isBack')}</span>}
      </td>
    </tr>
  )
}

/** As it was typed; what is long scrolls in itself. */
function Value({ text }: { text: string }) {
  const { t } = useTranslation('dossier')
  if (text === '') return <span className="dim">{t('history.nothingThere')}</span>
  const isLong = text.length > 400
  return (
    <div
      className={isLong ? 'history-value history-long lines' : 'history-value lines'}
      dir="auto"
      {...(isLong ? { tabIndex: 0 } : {})}
    >
      {text}
    </div>
  )
}
