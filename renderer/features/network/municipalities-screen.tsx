/** The municipalities that send people, and who is there to talk to. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { MunicipalityDialog } from '../settings/municipality-dialog.tsx'
import { NetworkTabs } from './network-tabs.tsx'
import { OpenQuestions } from './open-questions.tsx'

export function MunicipalitiesScreen() {
  const { t } = useTranslation(['network', 'settings'])
  const [adding, setAdding] = useState(false)
  const list = useQuery(orpc.municipalities.list.queryOptions())
  const screen = t('part.municipalities')
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return <PageFailure failure={failureOf(list.error)} screen={screen} retry={() => void list.refetch()} />
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {t(list.data.length === 0 ? 'settings:municipalities.emptyAction' : 'municipalities.new')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      screen={screen}
      lead={t('municipalities.lead')}
      actions={
        list.data.length > 0 && (
          <>
            <ListMenu list="municipalities" name={t('title')} />
            {add}
          </>
        )
      }
    >
      <NetworkTabs />
      {list.data.length === 0 ? (
        <EmptyState title={t('settings:municipalities.emptyTitle')} action={add}>
          {t('settings:municipalities.emptyText')}
        </EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="data-table" aria-label={t('municipalities.caption')}>
            <thead>
              <tr>
                <th scope="col">{t('municipalities.name')}</th>
                <th scope="col">{t('municipalities.managers')}</th>
                <th scope="col">{t('municipalities.address')}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/gemeenten/$id" params={{ id: String(one.id) }} className="name-link">
                      {one.name}
                    </Link>
                    {!one.active && <span className="dim">{`, ${t('gone')}`}</span>}
                  </th>
                  <td>
                    {one.caseManagers
                      .filter((manager) => manager.active)
                      .map((manager, n) => (
                        <span key={manager.id}>
                          {n > 0 && ', '}
                          <Link
                            to="/klantmanagers/$id"
                            params={{ id: String(manager.id) }}
                            className="link network-nowrap"
                          >
                            <bdi>{manager.name}</bdi>
                          </Link>
                        </span>
                      ))}
                  </td>
                  <td>
                    {one.address_line && one.postcode && one.city ? (
                      `${one.address_line}, ${one.postcode} ${one.city}`
                    ) : (
                      <StateWord kind="care">{t('municipalities.noAddress')}</StateWord>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <OpenQuestions of="caseManagers" />
      {adding && <MunicipalityDialog municipality={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}
