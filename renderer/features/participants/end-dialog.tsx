import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outflow as outflows, type Outflow } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function EndDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation(['people', 'enums', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const end = useCommand(client.trajectories.end)
  const [endedOn, setEndedOn] = useState<string | null>(today)
  const [outflow, setOutflow] = useState<Outflow | ''>('')
  const [reason, setReason] = useState('')
  const draft = useDraft(
    `trajectory-end:${trajectory.id}`,
    { endedOn, outflow, reason },
    (left) => {
      setEndedOn(left.endedOn)
      setOutflow(left.outflow)
      setReason(left.reason)
    },
    { on: opened },
  )

  async function save(): Promise<void> {
    if (!endedOn || outflow === '') return
    const answer = await end.run({ id: trajectory.id, ended_on: endedOn, outflow, end_reason: reason })
    if (!answer) return
    draft.clear()
    toast({ text: t('end.saved'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened={opened}
      title={t('end.title')}
      answer={t('end.save')}
      onAnswer={() => void save()}
      onClose={onClose}
      busy={end.busy}
      disabled={!endedOn || outflow === ''}
    >
      <DraftLine draft={draft} />
      <p>{t('end.text')}</p>
      <DateField
        className="form-short"
        label={t('end.endedOn')}
        today={today}
        value={endedOn}
        onChange={setEndedOn}
        required
        problem={problemOf(end.failure, 'ended_on')}
      />
      <SelectField<Outflow | ''>
        label={t('end.outflow')}
        value={outflow}
        onChange={setOutflow}
        choices={[
          { value: '', label: t('common:choose') },
          ...outflows.options.map((value) => ({ value, label: t(`enums:outflow.${value}`) })),
        ]}
      />
      <AreaField
        label={t('end.reason')}
        optional
        value={reason}
        onChange={setReason}
        problem={problemOf(end.failure, 'end_reason')}
      />
      {end.failure && end.failure.code !== 'INVALID' && <FailureMessage failure={end.failure} />}
    </Ask>
  )
}
