/** Which other dossier: those that look alike first, or somebody who is looked for. */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../forms/text-field.tsx'
import { shownDate } from '../../forms/date-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'

export function MergePicker({ id }: { id: number }) {
  const { t } = useTranslation(['finding', 'enums', 'common'])
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.trim(), 80)
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id } }))
  const name = person.data
  const likely = useQuery(
    orpc.participants.duplicates.queryOptions({
      input: {
        given_names: name?.given_names ?? '',
        call_name: name?.call_name ?? '',
        prefix: name?.prefix ?? '',
        surname: name?.surname ?? '',
        birth_date: name?.birth_date ?? null,
        exceptId: id,
      },
      enabled: name !== undefined,
    }),
  )
  const found = useQuery(
    orpc.search.find.queryOptions({
      input: { query: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  )
  if (person.isPending) return <PageWait />
  if (person.isLoadingError || !name)
    return (
      <PageFailure
        failure={failureOf(person.error)}
        screen={t('merge.screen')}
        retry={() => void person.refetch()}
      />
    )
  const people = (asked === '' ? [] : (found.data ?? [])).filter(
    (hit) => hit.kind === 'participant' && hit.id !== id,
  )
  const choose = (other: number, otherName: string) => (
    <Button
      variant="default"
      aria-label={t('merge.choose', { name: otherName })}
      onClick={() =>
        void navigate({
          to: '/deelnemers/$id/samenvoegen',
          params: { id: String(id) },
          search: { met: String(other) },
        })
      }
    >
      {t('common:choose')}
    </Button>
  )
  return (
    <Page
      title={t('merge.pick')}
      screen={t('merge.screen')}
      {...((likely.data ?? []).length > 0
        ? { lead: <bdi>{t('merge.likely', { name: name.names.full })}</bdi> }
        : {})}
      ownFocus
    >
      <div className="merge">
        <Sheet>
          <TextField
            label={t('merge.pickLabel')}
            hint={t('merge.pickHint')}
            noSpelling
            value={query}
            onChange={setQuery}
            autoFocus
          />
          <ul className="task-lines merge-people" aria-live="polite">
            {asked !== ''
              ? people.map((hit) => (
                  <TaskLine key={hit.id} title={<bdi>{hit.title}</bdi>} action={choose(hit.id, hit.title)}>
                    {hit.detail}
                  </TaskLine>
                ))
              : (likely.data ?? []).map((one) => (
                  <TaskLine
                    key={one.id}
                    title={<bdi>{one.fullName}</bdi>}
                    action={choose(one.id, one.fullName)}
                  >
                    {[
                      t(`enums:duplicateReason.${one.why}`),
                      one.birthDate ? t('merge.born', { date: shownDate(one.birthDate) }) : '',
                      one.city,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </TaskLine>
                ))}
          </ul>
          {asked !== '' && found.isSuccess && people.length === 0 && (
            <p className="dim">{t('merge.pickNothing')}</p>
          )}
        </Sheet>
      </div>
    </Page>
  )
}
