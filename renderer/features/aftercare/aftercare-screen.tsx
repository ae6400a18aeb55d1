/** Aftercare of everybody: who is asked now, who comes, and what was heard. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aftercareView, type AftercareView } from '#core/api/aftercare.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { AftercareTable } from './aftercare-table.tsx'
import './aftercare.css'

/** More lines than this are not drawn before somebody asks for them. */
const atOnce = 200
const most = 2000

export function AftercareScreen() {
  const { t } = useTranslation(['aftercare', 'common'])
  const { me } = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ from: '/nazorg' })
  const view = aftercareView.options.find((one) => one === search.lijst) ?? 'due'
  const month = Number(search.maand) || null
  const mine = search.mijn === '1'
  const [query, setQuery] = useState(search.q ?? '')
  const [asked] = useDebouncedValue(query.trim(), 120)
  const [all, setAll] = useState(false)
  const box = useId()
  useEffect(() => {
    // The address keeps what is looked for, so that "back" from a moment comes back to this list.
    void navigate({
      to: '/nazorg',
      search: ({ q: _old, ...rest }) => ({ ...rest, ...(asked ? { q: asked } : {}) }),
      replace: true,
    })
  }, [asked, navigate])
  const list = useQuery(
    orpc.aftercare.all.queryOptions({
      input: { view, query: asked, month, coachId: mine ? me.id : null, limit: all ? most : atOnce },
      placeholderData: keepPreviousData,
    }),
  )
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return (
      <PageFailure failure={failureOf(list.error)} screen={t('screen')} retry={() => void list.refetch()} />
    )
  const { rows, total, counts, months } = list.data
  const to = (part: { lijst?: AftercareView; maand?: string; mijn?: string }) =>
    void navigate({ to: '/nazorg', search: (now) => ({ ...now, ...part }), replace: true })
  return (
    <Page
      screen={t('screen')}
      title={t('title')}
      lead={t('list.lead', { count: counts.due })}
      actions={<ListMenu list="aftercare" name={t('title')} />}
    >
      <FilterChips
        label={t('list.which')}
        value={view}
        onChange={(lijst) => {
          setAll(false)
          to({ lijst })
        }}
        chips={aftercareView.options
          .filter((one) => one === view || one === 'due' || one === 'coming' || counts[one] > 0)
          .map((value) => ({ value, label: t(`list.view.${value}`), count: counts[value] }))}
      />
      <div className="aftercare-filters no-print">
        <TextInput
          id={box}
          data-find
          label={t('list.search')}
          leftSection={<IconSearch size={18} stroke={2} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <SelectField
          label={t('list.month')}
          value={month === null ? '' : String(month)}
          onChange={(maand) => to({ maand })}
          choices={[
            { value: '', label: t('list.anyMonth') },
            ...months.map((one) => ({ value: String(one), label: t('after', { count: one }) })),
          ]}
        />
        <Checkbox
          label={t('list.onlyMine')}
          checked={mine}
          onChange={(event) => to({ mijn: event.currentTarget.checked ? '1' : '' })}
        />
      </div>
      <p className="dim aftercare-which" role="status">
        {t(`list.viewText.${view}`)}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>
      ) : (
        <AftercareTable rows={rows} caption={t('list.caption', { view: t(`list.view.${view}`) })} />
      )}
      {rows.length < total && !all && (
        <Button variant="default" className="aftercare-all no-print" onClick={() => setAll(true)}>
          {t('list.showAll', { count: total })}
        </Button>
      )}
    </Page>
  )
}
