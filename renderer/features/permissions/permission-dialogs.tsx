/** Recording a permission, and taking it back: each on its day. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission, PermissionKind } from '#core/api/permissions.ts'
import { client } from '../../client.ts'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function GiveDialog({
  participantId,
  kind,
  onClose,
}: {
  participantId: number
  kind: PermissionKind
  onClose: () => void
}) {
  const { t } = useTranslation(['conclusion', 'dossier', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const give = useCommand(client.permissions.give)
  const [on, setOn] = useState<string | null>(today)
  const [remark, setRemark] = useState('')
  const [empty, setEmpty] = useState(false)

  async function answer(): Promise<void> {
    setEmpty(on === null)
    if (on === null) return
    const done = await give.run({ participantId, kind, given_on: on, remark })
    if (!done) return
    toast({ text: t('permissions.given'), changeSetId: done.changeSetId })
    onClose()
  }
  const others = give.failure && !problemOf(give.failure, 'given_on')
  return (
    <Ask
      opened
      title={t('permissions.giveTitle', { kind: t(`dossier:permission.${kind}`) })}
      answer={t('permissions.give')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={give.busy}
    >
      <p>{t('permissions.giveText')}</p>
      <DateField
        label={t('permissions.givenOn')}
        today={today}
        required
        value={on}
        onChange={(day) => {
          setEmpty(false)
          setOn(day)
        }}
        problem={empty ? 'required' : problemOf(give.failure, 'given_on')}
      />
      <TextField
        label={t('permissions.remark')}
        hint={t('permissions.remarkHint')}
        optional
        anyScript
        value={remark}
        onChange={setRemark}
        problem={problemOf(give.failure, 'remark')}
      />
      {give.failure && others && <FailureMessage failure={give.failure} />}
    </Ask>
  )
}

export function WithdrawDialog({ permission, onClose }: { permission: Permission; onClose: () => void }) {
  const { t } = useTranslation(['conclusion', 'dossier'])
  const { today } = useOffice()
  const toast = useToast()
  const withdraw = useCommand(client.permissions.withdraw)
  const [on, setOn] = useState<string | null>(today)
  const [empty, setEmpty] = useState(false)

  async function answer(): Promise<void> {
    setEmpty(on === null)
    if (on === null) return
    const done = await withdraw.run({ id: permission.id, withdrawn_on: on })
    if (!done) return
    toast({ text: t('permissions.taken'), changeSetId: done.changeSetId })
    onClose()
  }
  const problem = problemOf(withdraw.failure, 'withdrawn_on')
  return (
    <Ask
      opened
      title={t('permissions.withdrawTitle', { kind: t(`dossier:permission.${permission.kind}`) })}
      answer={t('permissions.withdraw')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={withdraw.busy}
    >
      <p>{t('permissions.withdrawText')}</p>
      <DateField
        label={t('permissions.withdrawnOn')}
        today={today}
        required
        value={on}
        onChange={(day) => {
          setEmpty(false)
          setOn(day)
        }}
        problem={empty ? 'required' : problem}
      />
      {withdraw.failure && !problem && <FailureMessage failure={withdraw.failure} />}
    </Ask>
  )
}
