/** What all organisations offer, to look through. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placementKind } from '#core/api/fields.ts'
import type { OpeningView } from '#core/api/places.ts'
import { formatShort, weekdayName } from '#core/calendar/dates.ts'
import { intakeDayParts } from '#core/intake/types.ts'
import { fold } from '#core/names/fold.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useDayParts } from '../trajectory/day-words.ts'
import { StateLine } from './state-line.tsx'
import { useWorkWords } from './work-words.ts'
import './openings.css'

const hasRoom = ({ state }: OpeningView) => state === 'open' || state === 'partly' || state === 'not_yet'
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function OpeningsScreen() {
  const { t } = useTranslation(['matching', 'enums'])
  const { language } = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ from: '/aanbod' })
  const { soort = '', werk = '', deel = '', alles = '' } = search
  const [query, setQuery] = useState('')
  const openings = useQuery(orpc.openings.list.queryOptions())
  const words = useWorkWords()
  const all = openings.data
  const typed = useDeferredValue(query)
  const rows = useMemo(() => {
    const wanted = fold(typed).split(' ').filter(Boolean)
    return (all ?? []).filter((one) => {
      if (alles === '' && !hasRoom(one)) return false
      if (soort !== '' && one.kind !== soort) return false
      if (werk !== '' && one.sector !== werk) return false
      if (deel !== '' && !one.parts.some(({ weekday, part }) => `${weekday}-${part}` === deel)) return false
      const text = fold(`${one.title} ${one.hostName} ${one.place || one.hostPlace} ${one.tasks}`)
      return wanted.every((word) => text.includes(word))
    })
  }, [all, typed, soort, werk, deel, alles])
  const screen = t('list.title')
  if (openings.isPending) return <PageWait />
  if (!all)
    return (
      <PageFailure
        failure={failureOf(openings.error)}
        screen={screen}
        retry={() => void openings.refetch()}
      />
    )
  if (all.length === 0)
    return (
      <Page title={screen} screen={screen}>
        <EmptyState
          title={t('list.emptyTitle')}
          action={
            <Link to="/organisaties" className="link">
              {t('list.emptyAction')}
            </Link>
          }
        >
          {t('list.emptyText')}
        </EmptyState>
      </Page>
    )
  const set = (part: Partial<typeof search>) =>
    void navigate({ to: '/aanbod', search: { ...search, ...part }, replace: true })
  return (
    <Page
      title={screen}
      screen={screen}
      lead={t('list.lead', { count: all.filter(hasRoom).length })}
      actions={<ListMenu list="openings" name={screen} />}
    >
      <div className="openings-filters" role="search">
        <label className="openings-search">
          <span className="openings-label">{t('list.search')}</span>
          <input
            data-find
            type="search"
            className="plain-input"
            placeholder={t('list.searchHint')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <SelectField
          label={t('list.kind')}
          value={soort}
          onChange={(value) => set({ soort: value })}
          choices={[
            { value: '', label: t('list.any') },
            ...placementKind.options.map((one) => ({
              value: one as string,
              label: t(`enums:placementKind.${one}`),
            })),
          ]}
        />
        <SelectField
          label={t('list.sector')}
          value={werk}
          onChange={(value) => set({ werk: value })}
          choices={[{ value: '', label: t('list.any') }, ...(words?.sectors ?? [])]}
        />
        <SelectField
          label={t('list.part')}
          value={deel}
          onChange={(value) => set({ deel: value })}
          choices={[
            { value: '', label: t('list.any') },
            ...weekdays.flatMap((day) =>
              intakeDayParts.map((part) => ({
                value: `${day}-${part}`,
                label: `${weekdayName(day, language)} ${t(`enums:dayPart.${part}`)}`,
              })),
            ),
          ]}
        />
      </div>
      <div className="openings-show">
        <FilterChips
          label={t('list.show')}
          value={alles === '' ? 'free' : 'all'}
          onChange={(value) => set({ alles: value === 'all' ? '1' : '' })}
          chips={[
            { value: 'free', label: t('list.free') },
            { value: 'all', label: t('list.everything') },
          ]}
        />
        <p className="dim" role="status">
          {t('list.found', { count: rows.length })}
        </p>
      </div>
      {rows.length === 0 ? <p>{t('list.nothingText')}</p> : <OpeningsTable rows={rows} />}
    </Page>
  )
}

function OpeningsTable({ rows }: { rows: readonly OpeningView[] }) {
  const { t } = useTranslation(['matching', 'enums'])
  const days = useDayParts()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus
    <div className="table-scroll" role="region" aria-label={t('list.caption')} tabIndex={0}>
      <table className="data-table" aria-label={t('list.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('list.work')}</th>
            <th scope="col">{t('list.host')}</th>
            <th scope="col">{t('list.when')}</th>
            <th scope="col">{t('list.room')}</th>
            <th scope="col">{t('list.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/aanbod/$id" params={{ id: String(one.id) }} className="name-link">
                  {one.title}
                </Link>
                <span className="openings-second dim">{t(`enums:placementKind.${one.kind}`)}</span>
              </th>
              <td>
                {one.hostName}
                <span className="openings-second dim">{one.place || one.hostPlace}</span>
              </td>
              <td>{days(one.parts) || one.days}</td>
              <td>
                <StateLine opening={one} />
              </td>
              <td>{one.confirmed_on === null ? t('list.never') : formatShort(one.confirmed_on)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
