/** Who needs attention: not spoken to for a while, or not everything known. On the screen and on paper. */
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { MissingList } from './missing-list.tsx'
import { NoContactList } from './no-contact-list.tsx'
import './lists.css'

const kinds = ['contact', 'gegevens'] as const

export function ListsScreen() {
  const { t } = useTranslation(['notes', 'common'])
  const { today } = useOffice()
  const navigate = useNavigate()
  const search = useSearch({ from: '/deelnemers/lijsten' })
  const [mine, setMine] = useState(false)
  const counts = useQuery(orpc.lists.counts.queryOptions()).data
  const kind = kinds.find((one) => one === search.lijst) ?? 'contact'
  return (
    <Page
      screen={t('lists.screen')}
      title={t('lists.title')}
      lead={
        <Link className="link no-print" to="/deelnemers">
          {t('lists.back')}
        </Link>
      }
      actions={<ListMenu list="attention" name={t('lists.title')} />}
    >
      <div className="list-choices">
        <FilterChips
          label={t('lists.choose')}
          value={kind}
          onChange={(lijst) =>
            void navigate({ to: '/deelnemers/lijsten', search: { ...search, lijst }, replace: true })
          }
          chips={[
            {
              value: 'contact',
              label: t('lists.noContact'),
              ...(counts ? { count: counts.noContact } : {}),
            },
            {
              value: 'gegevens',
              label: t('lists.missing'),
              ...(counts ? { count: counts.missing } : {}),
            },
          ]}
        />
        <Checkbox
          label={t('lists.onlyMine')}
          checked={mine}
          onChange={(event) => setMine(event.currentTarget.checked)}
        />
      </div>
      {kind === 'contact' ? <NoContactList onlyMine={mine} /> : <MissingList onlyMine={mine} />}
      <p className="list-printed dim">{t('lists.printed', { date: formatShort(today) })}</p>
    </Page>
  )
}
