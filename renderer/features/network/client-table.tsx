/** The clients of one case manager; those who are done stand behind a button. */
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseClient } from '#core/api/case-managers.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { letterName } from '#core/dossier/words.ts'
import { isCurrent } from '#core/network/current.ts'
import { useOffice } from '../../office/office.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'

export function ClientTable({ clients }: { clients: readonly CaseClient[] }) {
  const { t } = useTranslation('network')
  const [all, setAll] = useState(false)
  const now = clients.filter(isCurrent)
  const over = clients.length - now.length
  const shown = all ? clients : now
  return (
    <Sheet title={t('manager.clients')} aside={<ListMenu list="clients" name={t('manager.clients')} />}>
      {clients.length === 0 ? (
        <p className="dim">{t('manager.noClients')}</p>
      ) : (
        <>
          {shown.length > 0 && (
            <div className="table-scroll">
              <table className="data-table" aria-label={t('manager.clients')}>
                <thead>
                  <tr>
                    <th scope="col">{t('municipality.name')}</th>
                    <th scope="col">{t('manager.state')}</th>
                    <th scope="col">{t('manager.clientNumber')}</th>
                    <th scope="col">{t('manager.lastLetter')}</th>
                    <th scope="col">{t('manager.nextLetter')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((client) => (
                    <Row key={client.participantId} client={client} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {over > 0 && (
            <p className="network-sub">
              <UnstyledButton
                className="link"
                aria-expanded={all}
                {...(all ? {} : { 'data-list-rest': '' })}
                onClick={() => setAll(!all)}
              >
                {t('manager.ended', { count: over })}
              </UnstyledButton>
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}

function Row({ client }: { client: CaseClient }) {
  const { t } = useTranslation(['network', 'enums'])
  const { today, language } = useOffice()
  const { stage, lastLetter: last, nextLetter: next } = client
  return (
    <tr>
      <th scope="row">
        <PersonLink id={client.participantId}>{client.listName}</PersonLink>
      </th>
      <td>
        {stage === 'active' ? (
          <StateWord kind="busy">{t('manager.running')}</StateWord>
        ) : !isCurrent(client) ? (
          <StateWord kind="done">{t(`enums:participantStage.${stage}`)}</StateWord>
        ) : (
          <StateWord kind="not_yet">{t(`enums:participantStage.${stage}`)}</StateWord>
        )}
      </td>
      <td className="network-nowrap">{client.clientNumber}</td>
      <td>
        {last ? (
          <>
            <Link to="/brieven/$id" params={{ id: String(last.id) }} className="link network-nowrap">
              {last.number}
            </Link>
            {`, ${letterName(last.kind, language).toLowerCase()}, `}
            <span className="network-nowrap">{last.sent ? formatShort(last.on) : t('manager.notSent')}</span>
          </>
        ) : (
          t('manager.noLetter')
        )}
      </td>
      <td className="network-nowrap">
        {next ? formatShort(next.on) : t('manager.noNext')}{' '}
        {next && next.on < today && <StateWord kind="late">{t('manager.due')}</StateWord>}
      </td>
    </tr>
  )
}
