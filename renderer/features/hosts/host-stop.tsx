/** An organisation that is not asked any more: out of the list, never thrown away; not while people have a place there. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { useToast } from '../../ui/toast.tsx'

type Host = Outputs['hosts']['get']

export function StopHost({ host }: { host: Host }) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const stop = useCommand(client.hosts.setActive)
  const there = host.placed.filter((one) => one.stage !== 'ended')
  const close = () => {
    stop.clear()
    setAsking(false)
  }
  async function answer(): Promise<void> {
    const done = await stop.run({ id: host.id, active: false })
    if (!done) return
    toast({ text: t('host.stopped', { name: host.name }), changeSetId: done.changeSetId })
    close()
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('host.stop')}
      </Button>
      {asking && (
        <Ask
          opened
          title={t('host.stopTitle', { name: host.name })}
          answer={t('host.stopAnswer')}
          onAnswer={() => void answer()}
          onClose={close}
          busy={stop.busy}
          disabled={there.length > 0}
        >
          {there.length > 0 ? (
            <Message
              title={t('host.hasPeople')}
              action={
                <Link to="/plekken" className="link">
                  {t('host.toPlaces')}
                </Link>
              }
            >
              <p>{t('host.hasPeopleText')}</p>
              <ul>
                {there.map((one) => (
                  <li key={one.placementId}>
                    <PersonLink id={one.participantId}>{one.personName}</PersonLink>
                    {`, ${one.openingTitle}`}
                  </li>
                ))}
              </ul>
            </Message>
          ) : (
            <p>{t('host.stopText')}</p>
          )}
          {stop.failure && <FailureMessage failure={stop.failure} />}
        </Ask>
      )}
    </>
  )
}

export function GoneHost({ host }: { host: Host }) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const back = useCommand(client.hosts.setActive)
  async function comeBack(): Promise<void> {
    const done = await back.run({ id: host.id, active: true })
    if (done) toast({ text: t('host.back', { name: host.name }), changeSetId: done.changeSetId })
  }
  return (
    <div className="network-before">
      <Message
        kind="info"
        title={t('host.isGone')}
        action={
          <Button variant="default" onClick={() => void comeBack()}>
            {t('host.comeBack')}
          </Button>
        }
      />
      {back.failure && <FailureMessage failure={back.failure} />}
    </div>
  )
}
