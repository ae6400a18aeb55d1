/** Everybody, found as you type; beside the list the person in short. */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { participantStage, type ParticipantStage } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { announce } from '../../ui/announcer.tsx'
import { FilterChips, type Chip } from '../../ui/filter-chips.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { ListLinks } from '../lists/list-links.tsx'
import { ParticipantTable } from './participant-table.tsx'
import { SideSummary } from './side-summary.tsx'
import { ProjectFilter } from '../projects/project-field.tsx'
import '../projects/projects.css'
import './participants.css'

const pageSize = 60
type Cursor = { sortKey: string; id: number } | null

function useRows(query: string, stage: ParticipantStage | null, projectId: number | null) {
  return useInfiniteQuery({
    queryKey: ['participants', 'rows', query, stage, projectId],
    queryFn: ({ pageParam }) =>
      client.participants.list({ query, stage, projectId, after: pageParam, limit: pageSize }),
    initialPageParam: null as Cursor,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}

export function ParticipantsScreen() {
  const { t } = useTranslation(['people', 'enums', 'common'])
  const navigate = useNavigate()
  const search = useSearch({ from: '/deelnemers' })
  const [query, setQuery] = useState(search.q ?? '')
  const stage = participantStage.options.find((one) => one === search.stage) ?? null
  const [asked] = useDebouncedValue(query.trim(), 20)
  const project = search.project ?? ''
  const rows = useRows(asked, stage, Number(project) || null)
  const [chosen, setChosen] = useState<number | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const boxId = useId()

  // The address keeps what is searched for, so that "back" from a person comes back to this list.
  useEffect(() => {
    void navigate({
      to: '/deelnemers',
      search: {
        ...(asked ? { q: asked } : {}),
        ...(stage ? { stage } : {}),
        ...(project ? { project } : {}),
      },
      replace: true,
    })
  }, [asked, stage, project, navigate])
  const first = rows.data?.pages[0]
  const found = rows.data?.pages.flatMap((page) => page.rows) ?? []
  const words = first
    ? asked
      ? t('foundFor', { count: first.total, query: asked })
      : t('found', { count: first.total })
    : ''
  useEffect(() => {
    if (asked && words) announce(words)
  }, [asked, words])

  if (rows.isPending) return <PageWait />
  if (rows.isLoadingError || !first)
    return (
      <PageFailure failure={failureOf(rows.error)} screen={t('title')} retry={() => void rows.refetch()} />
    )

  async function everyRow(): Promise<void> {
    for (let page = await rows.fetchNextPage(); page.hasNextPage;) page = await rows.fetchNextPage()
  }
  const everybody = Object.values(first.counts).reduce((sum, count) => sum + count, 0)
  const shown = found.find((row) => row.id === chosen) ?? found[0]
  const chips: Chip<ParticipantStage | 'all'>[] = [
    { value: 'all', label: t('everybody'), count: everybody },
    ...participantStage.options
      .filter((one) => (first.counts[one] ?? 0) > 0 || one === stage)
      .map((one) => ({
        value: one,
        label: t(`enums:participantStage.${one}`),
        count: first.counts[one] ?? 0,
      })),
  ]
  return (
    <Page
      title={t('title')}
      screen={t('title')}
      ownFocus
      actions={
        <>
          <ListMenu list="participants" name={t('title')} complete={everyRow} />
          <Button
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
            onClick={() => void navigate({ to: '/deelnemers/nieuw' })}
          >
            {t('new.title')}
          </Button>
        </>
      }
    >
      {everybody === 0 && !asked && !stage && !project ? (
        <EmptyState
          title={t('empty.title')}
          action={
            <Button onClick={() => void navigate({ to: '/deelnemers/nieuw' })}>{t('empty.action')}</Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="people-columns">
          <div>
            <ListLinks />
            <label className="people-label" htmlFor={boxId}>
              {t('searchLabel')}
            </label>
            <div className="people-search">
              <IconSearch size={20} stroke={1.75} aria-hidden />
              <input
                id={boxId}
                ref={box}
                data-find
                autoFocus
                autoComplete="off"
                spellCheck={false}
                value={query}
                onChange={(event) => {
                  setQuery(event.currentTarget.value)
                  setChosen(null)
                }}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowDown') {
                    event.preventDefault()
                    document.querySelector<HTMLElement>('#people-rows a')?.focus()
                  } else if (event.key === 'Enter' && shown) {
                    void navigate({ to: '/deelnemers/$id', params: { id: String(shown.id) } })
                  } else if (event.key === 'Escape') setQuery('')
                }}
              />
            </div>
            <FilterChips
              label={t('filterLabel')}
              chips={chips}
              value={stage ?? 'all'}
              onChange={(value) =>
                void navigate({
                  to: '/deelnemers',
                  search: {
                    ...(asked ? { q: asked } : {}),
                    ...(value === 'all' ? {} : { stage: value }),
                    ...(project ? { project } : {}),
                  },
                  replace: true,
                })
              }
            />
            <ProjectFilter
              value={project}
              onChange={(next) =>
                void navigate({
                  to: '/deelnemers',
                  search: {
                    ...(asked ? { q: asked } : {}),
                    ...(stage ? { stage } : {}),
                    ...(next ? { project: next } : {}),
                  },
                  replace: true,
                })
              }
            />
            <p className="people-count dim">{words}</p>
            {found.length === 0 ? (
              <EmptyState title={t('nobody.title')}>{t('nobody.text')}</EmptyState>
            ) : (
              <ParticipantTable
                rows={found}
                query={asked}
                chosen={shown?.id ?? null}
                onChoose={setChosen}
                onLeaveTop={() => box.current?.focus()}
              />
            )}
            {rows.hasNextPage && (
              <Button
                variant="default"
                className="people-more"
                loading={rows.isFetchingNextPage}
                onClick={() => void rows.fetchNextPage()}
              >
                {t('moreRows')}
              </Button>
            )}
          </div>
          {shown && <SideSummary id={shown.id} />}
        </div>
      )}
    </Page>
  )
}
