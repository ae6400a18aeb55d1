/** The clients of somebody who left, by name, and one step that gives them another case manager. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseClient } from '#core/api/case-managers.ts'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { onSubmit } from '../../forms/submit.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChooseManager } from './choose-manager.tsx'

export function MoveClients({
  one,
  clients,
}: {
  one: Outputs['caseManagers']['get']
  clients: readonly CaseClient[]
}) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const [toId, setToId] = useState<number | null>(null)
  const [nobody, setNobody] = useState(false)
  const move = useCommand(client.caseManagers.moveClients)
  async function submit(): Promise<void> {
    setNobody(toId === null)
    if (toId === null) return
    const done = await move.run({
      id: one.id,
      toId,
      participantIds: clients.map((person) => person.participantId),
    })
    if (done) toast({ text: t('manager.moved', { count: clients.length }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet>
      <p className="network-strong">{t('manager.needs', { count: clients.length })}</p>
      <p>
        {clients.map((person, n) => (
          <span key={person.participantId}>
            {n > 0 && ' · '}
            <PersonLink id={person.participantId}>{person.listName}</PersonLink>
          </span>
        ))}
      </p>
      <form noValidate className="network-add" onSubmit={onSubmit(submit)}>
        <ChooseManager
          label={t('manager.moveTo')}
          nobody={t('manager.choose')}
          except={one.id}
          municipalityId={one.municipality_id}
          value={toId}
          onChange={setToId}
          problem={nobody && toId === null ? 'required' : null}
        />
        <Button type="submit" loading={move.busy}>
          {t('manager.move')}
        </Button>
      </form>
      {move.failure && <FailureMessage failure={move.failure} />}
    </Sheet>
  )
}
