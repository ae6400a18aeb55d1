/** Letters: what is due, what is being written, what was sent. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
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
import { Register } from './register.tsx'
import './letters.css'

const tabs = ['due', 'drafts', 'register'] as const
type Tab = (typeof tabs)[number]

export function LettersScreen() {
  const { t } = useTranslation(['letters', 'app'])
  const { today } = useOffice()
  const { state, q = '' } = useSearch({ from: '/brieven' })
  const navigate = useNavigate()
  const tab: Tab = tabs.find((one) => one === state) ?? (q === '' ? 'due' : 'register')
  const due = useQuery(orpc.letters.due.queryOptions())
  const drafts = useQuery(orpc.letters.register.queryOptions({ input: { query: '', state: 'draft' } }))
  const register = useQuery(
    orpc.letters.register.queryOptions({
      input: { query: q.trim(), state: null },
      placeholderData: keepPreviousData,
    }),
  )
  const screen = t('app:shell.nav.letters')
  if (due.isPending || drafts.isPending || register.isPending) return <PageWait />
  const error = due.error ?? drafts.error ?? register.error
  if (!due.data || !drafts.data || !register.data) {
    const retry = () => void Promise.all([due.refetch(), drafts.refetch(), register.refetch()])
    return <PageFailure failure={failureOf(error)} screen={screen} retry={retry} />
  }
  const now = due.data.filter((one) => one.dueOn <= today)
  const go = (next: Tab) => void navigate({ to: '/brieven', search: next === 'due' ? {} : { state: next } })
  return (
    <Page
      title={screen}
      screen={screen}
      lead={now.length === 0 ? t('list.leadNow_zero') : t('list.leadNow', { count: now.length })}
      actions={<ListMenu name={screen} />}
    >
      <div className="letters-tabs">
        <FilterChips
          label={t('list.tabs')}
          value={tab}
          onChange={go}
          chips={[
            { value: 'due', label: t('list.due'), count: now.length },
            { value: 'drafts', label: t('list.drafts'), count: drafts.data.length },
            { value: 'register', label: t('list.register') },
          ]}
        />
        {tab === 'due' && <DraftAll missing={now.filter((one) => one.draftId === null).length} />}
      </div>
      {tab === 'due' && <DueList due={due.data} today={today} />}
      {tab === 'drafts' && <DraftList letters={drafts.data} />}
      {tab === 'register' && (
        <Register
          letters={register.data.filter((one) => one.state !== 'draft')}
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
