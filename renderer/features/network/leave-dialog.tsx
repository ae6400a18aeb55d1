/** A case manager who is not there any more, and who takes over the clients: one step. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseClient } from '#core/api/case-managers.ts'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChooseManager } from './choose-manager.tsx'

export function LeaveDialog({
  one,
  clients,
  onClose,
}: {
  one: Outputs['caseManagers']['get']
  /** Who still comes or is to come. */
  clients: readonly CaseClient[]
  onClose: () => void
}) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const [toId, setToId] = useState<number | null>(null)
  const leave = useCommand(client.caseManagers.leave)
  async function answer(): Promise<void> {
    const done = await leave.run({ id: one.id, toId })
    if (!done) return
    toast({ text: t('manager.leftDone', { name: one.name }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('manager.leaveTitle', { name: one.name })}
      answer={t('manager.leaveAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={leave.busy}
    >
      {clients.length === 0 ? (
        <p>{t('manager.leaveNobody')}</p>
      ) : (
        <>
          <p>{t('manager.leaveText', { count: clients.length })}</p>
          <ChooseManager
            label={t('manager.leaveTo')}
            nobody={t('manager.leaveLater')}
            except={one.id}
            municipalityId={one.municipality_id}
            value={toId}
            onChange={setToId}
          />
        </>
      )}
      <p className="dim">{t('manager.leaveHistory')}</p>
      {leave.failure && <FailureMessage failure={leave.failure} />}
    </Ask>
  )
}
