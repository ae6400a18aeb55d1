/** One municipality: where letters go, and its people with how many clients each. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { CaseManagerDialog } from '../settings/case-manager-dialog.tsx'
import { MunicipalityDialog } from '../settings/municipality-dialog.tsx'
import { LetterRuleSheet } from './letter-rule.tsx'
import { GoneMunicipality, StopMunicipality } from './municipality-stop.tsx'
import { NetworkTabs } from './network-tabs.tsx'

type View = Outputs['municipalities']['get']

export function MunicipalityScreen() {
  const { t } = useTranslation(['network', 'settings'])
  const id = Number(useParams({ from: '/gemeenten/$id' }).id)
  const [asking, setAsking] = useState<'details' | 'manager' | 'stop' | null>(null)
  const one = useQuery(orpc.municipalities.get.queryOptions({ input: { id } }))
  const screen = t('municipality.screen')
  if (one.isPending) return <PageWait />
  if (one.isLoadingError)
    return <PageFailure failure={failureOf(one.error)} screen={screen} retry={() => void one.refetch()} />
  const { name, address_line, postcode, city, phone, email } = one.data
  const address = [address_line, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const complete = address_line !== '' && postcode !== '' && city !== ''
  const close = () => setAsking(null)
  return (
    <Page
      title={name}
      screen={screen}
      lead={[address, phone, email].filter(Boolean).join(' · ')}
      actions={
        <>
          {one.data.caseManagers.length > 0 && (
            <ListMenu list="case_managers" name={t('municipality.managers')} />
          )}
          <Button variant="default" onClick={() => setAsking('details')}>
            {t('change')}
          </Button>
          {one.data.active && (
            <>
              <Button variant="default" onClick={() => setAsking('stop')}>
                {t('municipality.stop')}
              </Button>
              <Button
                leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
                onClick={() => setAsking('manager')}
              >
                {t('municipality.addManager')}
              </Button>
            </>
          )}
        </>
      }
    >
      <NetworkTabs />
      {!one.data.active && <GoneMunicipality one={one.data} />}
      {!complete && (
        <p className="network-before">
          <StateWord kind="care">{t('settings:municipalities.noAddress')}</StateWord>
        </p>
      )}
      {one.data.caseManagers
        .filter((manager) => !manager.active && manager.clients > 0)
        .map((manager) => (
          <div key={manager.id} className="network-before">
            <Message
              title={t('municipality.leftWithClients', { name: manager.name, count: manager.clients })}
              action={
                <Link to="/klantmanagers/$id" params={{ id: String(manager.id) }} className="link">
                  {t('municipality.toClients')}
                </Link>
              }
            />
          </div>
        ))}
      {one.data.caseManagers.length === 0 ? (
        <p className="dim">{t('municipality.noManagers')}</p>
      ) : (
        <Managers one={one.data} />
      )}
      <LetterRuleSheet id={id} />
      {asking === 'details' && <MunicipalityDialog municipality={one.data} onClose={close} />}
      {asking === 'stop' && <StopMunicipality one={one.data} onClose={close} />}
      {asking === 'manager' && <CaseManagerDialog municipality={one.data} manager={null} onClose={close} />}
    </Page>
  )
}

function Managers({ one }: { one: View }) {
  const { t } = useTranslation('network')
  return (
    <div className="table-scroll">
      <table className="data-table" aria-label={t('municipality.managers')}>
        <thead>
          <tr>
            <th scope="col">{t('municipality.name')}</th>
            <th scope="col" className="number">
              {t('municipality.clients')}
            </th>
            <th scope="col" className="number">
              {t('municipality.ended')}
            </th>
            <th scope="col" className="number">
              {t('municipality.questions')}
            </th>
            <th scope="col">{t('municipality.lastContact')}</th>
          </tr>
        </thead>
        <tbody>
          {one.caseManagers.map((manager) => (
            <tr key={manager.id}>
              <th scope="row">
                <Link to="/klantmanagers/$id" params={{ id: String(manager.id) }} className="name-link">
                  <bdi>{manager.name}</bdi>
                </Link>
                {!manager.active && <span className="dim">{`, ${t('municipality.left')}`}</span>}
              </th>
              <td className="number">{manager.clients}</td>
              <td className="number">{manager.ended}</td>
              <td className="number">{manager.openQuestions}</td>
              <td>
                {manager.lastContactOn === null
                  ? t('municipality.never')
                  : formatShort(manager.lastContactOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
