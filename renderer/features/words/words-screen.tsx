/** The word of the day: its calendar, the whole list, and who heard what. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { HeardPart } from './heard-part.tsx'
import { ListPart } from './list-part.tsx'
import { useKeepPlan } from './use-plan.ts'
import { WordDialog } from './word-dialog.tsx'
import './words.css'

const parts = ['calendar', 'list', 'heard'] as const

export function WordsScreen() {
  const { t } = useTranslation('words')
  const { today } = useOffice()
  const { deel } = useSearch({ from: '/woorden' })
  const navigate = useNavigate()
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  const list = useQuery(orpc.words.list.queryOptions())
  const now = useQuery(orpc.words.ofDay.queryOptions({ input: { day: today } }))
  useKeepPlan(now.data?.planned)
  const load = useCommand(() => client.words.loadStarter())
  const screen = t('title')
  const failed = [list, now].find((query) => query.isLoadingError)
  if (failed)
    return (
      <PageFailure
        failure={failureOf(failed.error)}
        screen={screen}
        retry={() => void Promise.all([list.refetch(), now.refetch()])}
      />
    )
  if (!list.data || !now.data) return <PageWait />
  const { words, starterLeft } = list.data
  const part = parts.find((one) => one === deel) ?? 'calendar'
  async function loadStarter(): Promise<void> {
    const answer = await load.run(undefined)
    if (answer) toast({ text: t('starter.added', { count: answer.added }), changeSetId: answer.changeSetId })
  }
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <Page
      title={screen}
      screen={screen}
      lead={
        now.data.word ? (
          <Trans t={t} i18nKey="leadToday" values={{ word: now.data.word.word }} />
        ) : (
          t(now.data.closedReason === null ? 'leadNone' : 'leadClosed')
        )
      }
      actions={
        words.length > 0 && (
          <>
            {starterLeft > 0 && part === 'list' && (
              <Button variant="default" loading={load.busy} onClick={() => void loadStarter()}>
                {t('starter.action', { count: starterLeft })}
              </Button>
            )}
            {add}
          </>
        )
      }
    >
      {load.failure && <FailureMessage failure={load.failure} />}
      {words.length === 0 ? (
        <EmptyState
          title={t('empty.title')}
          action={
            <div className="form-actions">
              <Button loading={load.busy} onClick={() => void loadStarter()}>
                {t('empty.action')}
              </Button>
              <Button variant="default" onClick={() => setAdding(true)}>
                {t('add')}
              </Button>
            </div>
          }
        >
          {t('empty.text', { count: starterLeft })}
        </EmptyState>
      ) : (
        <>
          <div className="words-parts">
            <FilterChips
              label={t('parts')}
              value={part}
              onChange={(next) =>
                void navigate({
                  to: '/woorden',
                  search: next === 'calendar' ? {} : { deel: next },
                  replace: true,
                })
              }
              chips={parts.map((one) => ({ value: one, label: t(`part.${one}`) }))}
            />
          </div>
          {part === 'calendar' && <CalendarPart />}
          {part === 'list' && <ListPart words={words} />}
          {part === 'heard' && <HeardPart />}
        </>
      )}
      {adding && <WordDialog word={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}
