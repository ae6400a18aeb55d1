/** A folder that a company on the internet keeps: allowed, when the office has asked. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { Message } from '../../ui/message.tsx'
import './cloud-warning.css'

type Cloud = NonNullable<Outputs['copies']['state']['cloud']>

export function CloudWarning({ cloud }: { cloud: Cloud }) {
  const { t } = useTranslation('keeping')
  const service = t(`copies.cloud.services.${cloud.service}`)
  return (
    <Message title={t('copies.cloud.title', { service })}>
      <p className="keeping-path">{t('copies.cloud.text', { folder: cloud.folder })}</p>
    </Message>
  )
}

/** Where the folder is being chosen: what it means, and that another one is better. */
export function CloudQuestion({ service }: { service: Cloud['service'] }) {
  const { t } = useTranslation(['setup', 'keeping'])
  const name = t(`keeping:copies.cloud.services.${service}`)
  const place = useRef<HTMLDivElement>(null)
  // In a small window it comes below the field that was just left.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [service])
  return (
    <div ref={place} className="cloud-question">
      <Message live title={t('setup:folder.cloud', { service: name })}>
        <p>{t('setup:folder.cloudText', { service: name })}</p>
        <p className="cloud-todo">{t('setup:folder.cloudTodo')}</p>
      </Message>
    </div>
  )
}
