/** A municipality that sends nobody any more: out of the lists to choose from, and back. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MunicipalityView } from '#core/api/case-managers.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function StopMunicipality({ one, onClose }: { one: MunicipalityView; onClose: () => void }) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const stop = useCommand(client.municipalities.setActive)
  const clients = one.caseManagers.reduce((sum, manager) => sum + manager.clients, 0)
  async function answer(): Promise<void> {
    const done = await stop.run({ id: one.id, active: false })
    if (!done) return
    toast({ text: t('municipality.stopped', { name: one.name }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('municipality.stopTitle', { name: one.name })}
      answer={t('municipality.stopAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={stop.busy}
    >
      <p>{t('municipality.stopText')}</p>
      {clients > 0 && <p>{t('municipality.stopClients', { count: clients })}</p>}
      {stop.failure && <FailureMessage failure={stop.failure} />}
    </Ask>
  )
}

export function GoneMunicipality({ one }: { one: MunicipalityView }) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const back = useCommand(client.municipalities.setActive)
  async function comeBack(): Promise<void> {
    const done = await back.run({ id: one.id, active: true })
    if (done) toast({ text: t('municipality.back', { name: one.name }), changeSetId: done.changeSetId })
  }
  return (
    <div className="network-before">
      <Message
        kind="info"
        title={t('municipality.isGone')}
        action={
          <Button variant="default" onClick={() => void comeBack()}>
            {t('municipality.comeBack')}
          </Button>
        }
      />
      {back.failure && <FailureMessage failure={back.failure} />}
    </div>
  )
}
