import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

export function ReopenDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('trajectory')
  const { today } = useOffice()
  const { planned_end_on } = trajectory
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `reopen:${trajectory.id}`,
    start: { ends: planned_end_on >= today ? planned_end_on : null },
    call: client.trajectories.reopen,
    opened,
    onClose,
  })
  const { ends } = fields
  const [missing, setMissing] = useState(false)

  async function submit(): Promise<void> {
    setMissing(!ends)
    if (ends) await send({ id: trajectory.id, planned_end_on: ends }, t('reopen.saved'))
  }
  return (
    <AskToSave {...dialog} title={t('reopen.title')} answer={t('reopen.save')} onAnswer={() => void submit()}>
      <p>{t('reopen.text')}</p>
      <DateField
        className="form-short"
        label={t('reopen.ends')}
        today={today}
        required
        value={ends}
        onChange={(day) => {
          setMissing(false)
          type({ ends: day })
        }}
        problem={missing ? 'required' : problemOf(failure, 'planned_end_on')}
      />
    </AskToSave>
  )
}
