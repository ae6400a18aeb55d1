/** Ambassadors: who speaks a language and can come on a day. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { lessonPart } from '#core/api/fields.ts'
import { formatShort, weekdayName } from '#core/calendar/dates.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { GoneFilter } from './gone-filter.tsx'
import { NetworkTabs } from './network-tabs.tsx'
import { NewAmbassador } from './new-ambassador.tsx'
import { weekPartsText } from './week-parts.tsx'

const days = ['1', '2', '3', '4', '5', '6', '7'] as const

export function AmbassadorsScreen() {
  const { t } = useTranslation(['network', 'enums'])
  const { language: spoken } = useOffice()
  const search = useSearch({ from: '/sleutelpersonen' })
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const languages = useQuery(orpc.ambassadors.languages.queryOptions()).data ?? []
  const gone = search.weg === '1'
  const part = lessonPart.options.find((one) => one === search.dagdeel) ?? null
  const weekday = days.find((one) => one === search.dag) ?? null
  const input = {
    query: (search.q ?? '').trim(),
    language: search.taal ?? null,
    weekday: weekday === null ? null : Number(weekday),
    part,
    gone,
  }
  const list = useQuery(orpc.ambassadors.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const screen = t('part.ambassadors')
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return <PageFailure failure={failureOf(list.error)} screen={screen} retry={() => void list.refetch()} />
  const go = (next: Record<string, string | undefined>) => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value)
    void navigate({ to: '/sleutelpersonen', search: Object.fromEntries(all) as never, replace: true })
  }
  const isFiltered = Object.values(search).some((value) => value !== undefined)
  const nothingYet = list.data.length === 0 && !isFiltered
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {nothingYet ? t('ambassadors.emptyAction') : t('ambassadors.new')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      screen={screen}
      lead={t('ambassadors.lead')}
      actions={
        !nothingYet && (
          <>
            <ListMenu list="ambassadors" name={t('title')} />
            {add}
          </>
        )
      }
    >
      <NetworkTabs />
      {nothingYet ? (
        <EmptyState title={t('ambassadors.emptyTitle')} action={add}>
          {t('ambassadors.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="network-filter" role="search">
            <div data-find>
              <TextField
                label={t('ambassadors.search')}
                noSpelling
                value={search.q ?? ''}
                onChange={(q) => go({ q })}
              />
            </div>
            <SelectField
              label={t('ambassadors.language')}
              value={languages.find((one) => one === search.taal) ?? ''}
              onChange={(taal) => go({ taal })}
              choices={['', ...languages].map((one) => ({
                value: one,
                label: one || t('ambassadors.anyLanguage'),
              }))}
            />
            <SelectField
              label={t('ambassadors.day')}
              value={weekday ?? ''}
              onChange={(dag) => go({ dag })}
              choices={[
                { value: '', label: t('ambassadors.anyDay') },
                ...days.map((one) => ({ value: one as string, label: weekdayName(Number(one), spoken) })),
              ]}
            />
            <SelectField
              label={t('ambassadors.part')}
              value={part ?? ''}
              onChange={(dagdeel) => go({ dagdeel })}
              choices={[
                { value: '', label: t('ambassadors.anyPart') },
                ...lessonPart.options.map((one) => ({
                  value: one as string,
                  label: t(`enums:lessonPart.${one}`),
                })),
              ]}
            />
            <GoneFilter value={gone} onChange={(value) => go({ weg: value ? '1' : undefined })} />
          </div>
          <p role="status" className={isFiltered && list.data.length > 0 ? 'network-before' : 'for-readers'}>
            {isFiltered && t('ambassadors.found', { count: list.data.length })}
          </p>
          {list.data.length === 0 ? (
            <EmptyState
              title={t('ambassadors.nothing')}
              action={
                <Button
                  variant="default"
                  onClick={() => void navigate({ to: '/sleutelpersonen', search: {}, replace: true })}
                >
                  {t('ambassadors.showAll')}
                </Button>
              }
            >
              {t('ambassadors.nothingText')}
            </EmptyState>
          ) : (
            <AmbassadorTable rows={list.data} />
          )}
        </>
      )}
      {adding && <NewAmbassador languages={languages} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function AmbassadorTable({ rows }: { rows: Outputs['ambassadors']['list'] }) {
  const { t } = useTranslation(['network', 'enums'])
  const { language } = useOffice()
  return (
    <div className="table-scroll">
      <table className="data-table" aria-label={t('ambassadors.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('ambassadors.name')}</th>
            <th scope="col">{t('ambassadors.languages')}</th>
            <th scope="col">{t('ambassadors.when')}</th>
            <th scope="col">{t('ambassadors.phone')}</th>
            <th scope="col">{t('ambassadors.lastHelp')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/sleutelpersonen/$id" params={{ id: String(one.id) }} className="name-link">
                  <bdi>{one.name}</bdi>
                </Link>
              </th>
              <td>{one.languages.join(', ')}</td>
              <td>{weekPartsText(one.parts, t, language)}</td>
              <td className="network-nowrap">{one.phone}</td>
              <td className="network-nowrap">
                {one.lastOn === null ? t('ambassadors.never') : formatShort(one.lastOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
