/** Letters: what is due, what is being written, what was sent. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { DraftList } from './draft-list.tsx'
import { DueList } from './due-list.tsx'
import { DraftAll } from './draft-all.tsx'
import { FinaliseMany } from './finalise-many.tsx'
import { Printing } from './printing.tsx'
import { Register } from './register.tsx'
import './letters.css'

const tabs = ['due', 'drafts', 'ready', 'print', 'register'] as const
type Tab = (typeof tabs)[number]

export function LettersScreen() {
  const { t } = useTranslation(['letters', 'app', 'sending'])
  const { today } = useOffice()
  const { state, q = '' } = useSearch({ from: '/brieven' })
  const navigate = useNavigate()
  const tab: Tab = tabs.find((one) => one === state) ?? (q === '' ? 'due' : 'register')
  const due = useQuery(orpc.letters.due.queryOptions())
  const drafts = useQuery(orpc.letters.register.queryOptions({ input: { query: '', state: 'draft' } }))
  const review = useQuery(orpc.letters.register.queryOptions({ input: { query: '', state: 'review' } }))
  const runs = useQuery(orpc.letterSending.runs.queryOptions())
  const toPrint = useQuery(orpc.letterSending.toPrint.queryOptions())
  const screen = t('app:shell.nav.letters')
  const asked = [due, drafts, review, runs, toPrint]
  if (asked.some((one) => one.isPending)) return <PageWait />
  if (!due.data || !drafts.data || !review.data || !runs.data || !toPrint.data) {
    const retry = () => void Promise.all(asked.map((one) => one.refetch()))
    const error = asked.find((one) => one.error)?.error
    return <PageFailure failure={failureOf(error)} screen={screen} retry={retry} />
  }
  const open = [...drafts.data, ...review.data]
  const now = due.data.filter((one) => one.dueOn <= today)
  const go = (next: Tab) => void navigate({ to: '/brieven', search: next === 'due' ? {} : { state: next } })
  return (
    <Page
      title={screen}
      screen={screen}
      lead={now.length === 0 ? t('list.leadNow_zero') : t('list.leadNow', { count: now.length })}
      actions={<ListMenu list="letters" name={screen} />}
    >
      <div className="letters-tabs">
        <FilterChips
          label={t('list.tabs')}
          value={tab}
          onChange={go}
          chips={[
            { value: 'due', label: t('list.due'), count: now.length },
            { value: 'drafts', label: t('list.drafts'), count: open.length },
            { value: 'ready', label: t('sending:ready.tab') },
            { value: 'print', label: t('sending:print.tab'), count: toPrint.data.length + runs.data.length },
            { value: 'register', label: t('list.register') },
          ]}
        />
        {tab === 'due' && <DraftAll missing={now.filter((one) => one.draftId === null).length} />}
      </div>
      {tab === 'due' && <DueList due={due.data} today={today} />}
      {tab === 'drafts' && <DraftList letters={open} />}
      {tab === 'ready' && <FinaliseMany onPrint={() => go('print')} />}
      {tab === 'print' && <Printing runs={runs.data} toPrint={toPrint.data} />}
      {tab === 'register' && (
        <Register
          query={q}
          onQuery={(next) =>
            void navigate({
              to: '/brieven',
              search: next === '' ? { state: 'register' } : { state: 'register', q: next },
              replace: true,
            })
          }
        />
      )}
    </Page>
  )
}
