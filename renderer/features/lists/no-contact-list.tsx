/** Who has not been spoken to, longest ago first. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { daysBetween, formatShort } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useShownRows } from './use-rows.ts'

/** Beside the office's own number of days. */
const usual = [14, 30]

export function NoContactList({ onlyMine }: { onlyMine: boolean }) {
  const { t } = useTranslation('notes')
  const search = useSearch({ from: '/deelnemers/lijsten' })
  const own = useQuery(orpc.lists.counts.queryOptions()).data?.days
  const typed = Number(search.dagen)
  const asked = Number.isInteger(typed) && typed >= 1 && typed <= 180 ? typed : undefined
  const days = asked ?? own
  return days === undefined ? null : (
    <List days={days} own={own ?? days} onlyMine={onlyMine} label={t('lists.howLong')} />
  )
}

function List({
  days,
  own,
  onlyMine,
  label,
}: {
  days: number
  own: number
  onlyMine: boolean
  label: string
}) {
  const { t } = useTranslation('notes')
  const { today } = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ from: '/deelnemers/lijsten' })
  const list = useQuery(orpc.lists.noContact.queryOptions({ input: { days } }))
  const shown = useShownRows(list.data?.rows ?? [], onlyMine)
  const choices = [...new Set([...usual, own, days])].toSorted((a, b) => a - b)
  return (
    <>
      <FilterChips
        label={label}
        value={String(days)}
        onChange={(dagen) =>
          void navigate({ to: '/deelnemers/lijsten', search: { ...search, dagen }, replace: true })
        }
        chips={choices.map((one) => ({ value: String(one), label: t('lists.days', { count: one }) }))}
      />
      {list.isLoadingError && <FailureMessage failure={failureOf(list.error)} />}
      {list.data && (
        <p className="list-count" role="status">
          {t('lists.silent', { count: shown.total, active: list.data.active, days })}
        </p>
      )}
      {list.data?.active === 0 && <EmptyState title={t('lists.nobody')}>{t('lists.nobodyText')}</EmptyState>}
      {shown.rows.length > 0 && (
        <div className="table-scroll">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('lists.name')}</th>
                <th scope="col">{t('lists.last')}</th>
                <th scope="col">{t('lists.phone')}</th>
                <th scope="col">{t('lists.coach')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row) => {
                const ago = daysBetween(row.since, today)
                return (
                  <tr key={row.participantId}>
                    <th scope="row">
                      <PersonLink id={row.participantId} strong>
                        {row.listName}
                      </PersonLink>
                    </th>
                    <td>
                      {row.lastOn === null ? t('lists.never') : formatShort(row.lastOn)}
                      <div className="dim">
                        {row.lastOn === null
                          ? t('lists.agoStart', { count: ago })
                          : t('lists.ago', { count: ago })}
                      </div>
                    </td>
                    <td>
                      <bdi>{row.phone}</bdi>
                    </td>
                    <td>
                      <bdi>{row.coachName}</bdi>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {shown.showAll && (
        <Button data-list-rest variant="default" className="list-all" onClick={shown.showAll}>
          {t('lists.showAll', { count: shown.total })}
        </Button>
      )}
    </>
  )
}
