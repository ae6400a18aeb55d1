/** One organisation: its details, and what there is to do. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { ContactLog } from '../network/contact-log.tsx'
import { NetworkTabs } from '../network/network-tabs.tsx'
import { HostEvenings, HostPlaced } from './host-around.tsx'
import { HostFields } from './host-fields.tsx'
import { HostPeople } from './host-people.tsx'
import { GoneHost, StopHost } from './host-stop.tsx'
import { StateLine } from '../openings/state-line.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import './hosts.css'

export function HostScreen() {
  const { t } = useTranslation(['places', 'enums'])
  const id = Number(useParams({ from: '/organisaties/$id' }).id)
  const host = useQuery(orpc.hosts.get.queryOptions({ input: { id } }))
  const found = host.isSuccess
  useEffect(() => {
    if (found) void client.search.opened({ kind: 'host', id }).catch(() => undefined) // only the list of recent ones
  }, [found, id])
  if (host.isPending) return <PageWait />
  if (host.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(host.error)}
        screen={t('host.screen')}
        retry={() => void host.refetch()}
      />
    )
  const { name, kind, city } = host.data
  return (
    <Page
      title={name}
      screen={t('host.screen')}
      lead={[t(`enums:hostKind.${kind}`), city].filter(Boolean).join(', ')}
      actions={host.data.active && <StopHost host={host.data} />}
    >
      <NetworkTabs />
      {!host.data.active && <GoneHost host={host.data} />}
      <div className="hosts-columns">
        <Sheet title={t('host.details')}>
          <HostFields key={id} host={host.data} />
        </Sheet>
        <div className="network-stack">
          <HostPeople key={id} host={host.data} />
          <Openings host={host.data} />
          <HostPlaced host={host.data} />
          <ContactLog partner={{ hostId: id }} name={name} />
          <HostEvenings host={host.data} />
        </div>
      </div>
    </Page>
  )
}

function Openings({ host }: { host: Outputs['hosts']['get'] }) {
  const { t } = useTranslation(['places', 'enums', 'matching'])
  const [adding, setAdding] = useState(false)
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {t('host.addOpening')}
    </Button>
  )
  return (
    <Sheet title={t('host.openings')}>
      {host.openings.length === 0 ? (
        <EmptyState level={3} title={t('host.noOpenings')} action={add}>
          {t('host.noOpeningsText')}
        </EmptyState>
      ) : (
        <>
          <ul className="hosts-openings">
            {host.openings.map((opening) => (
              <li key={opening.id}>
                <div>
                  <p className="task-title">
                    {t('host.openingOf', {
                      title: opening.title,
                      kind: t(`enums:placementKind.${opening.kind}`).toLowerCase(),
                    })}
                  </p>
                  {opening.tasks && <p>{opening.tasks}</p>}
                  {opening.days && <p className="dim">{opening.days}</p>}
                  <StateLine opening={opening} />
                </div>
                <div className="hosts-opening-actions">
                  {!opening.closed && (
                    <Link to="/plekken/nieuw" search={{ opening: String(opening.id) }} className="link">
                      {t('host.place')}
                      <ForReaders>{`, ${opening.title}`}</ForReaders>
                    </Link>
                  )}
                  <Link to="/aanbod/$id/wie" params={{ id: String(opening.id) }} className="link">
                    {t('matching:opening.whoFits')}
                    <ForReaders>{` ${opening.title}`}</ForReaders>
                  </Link>
                  <Link to="/aanbod/$id" params={{ id: String(opening.id) }} className="link">
                    {t('host.change')}
                    <ForReaders>{` ${opening.title}`}</ForReaders>
                  </Link>
                </div>
              </li>
            ))}
          </ul>
          <div className="form-actions">{add}</div>
        </>
      )}
      {adding && <OpeningDialog hostId={host.id} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}
