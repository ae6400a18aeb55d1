import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pause, TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

/** `pause` null: a new one. */
export function PauseDialog({
  trajectory,
  pause,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  pause: Pause | null
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('trajectory')
  const { today } = useOffice()
  const toast = useToast()
  const save = useCommand((days: Omit<Pause, 'id'>) =>
    pause
      ? client.trajectories.savePause({ ...days, id: pause.id })
      : client.trajectories.pause({ ...days, id: trajectory.id }),
  )
  const [from, setFrom] = useState<string | null>(
    pause?.starts_on ?? (today < trajectory.starts_on ? trajectory.starts_on : today),
  )
  const [to, setTo] = useState<string | null>(pause?.ends_on ?? null)
  const [reason, setReason] = useState(pause?.reason ?? '')
  const draft = useDraft(
    `pause:${trajectory.id}:${pause?.id ?? 'new'}`,
    { from, to, reason },
    (left) => {
      setFrom(left.from)
      setTo(left.to)
      setReason(left.reason)
    },
    { on: opened },
  )

  async function submit(): Promise<void> {
    if (!from) return
    const answer = await save.run({ starts_on: from, ends_on: to, reason })
    if (!answer) return
    draft.clear()
    toast({ text: t('pause.saved'), changeSetId: answer.changeSetId })
    if (!pause) {
      setTo(null)
      setReason('')
    }
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={pause ? t('pause.changeTitle') : t('pause.title')}
      answer={t('pause.save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <p>{t('pause.text')}</p>
      <DateField
        className="form-short"
        label={t('pause.from')}
        today={today}
        required
        value={from}
        onChange={setFrom}
        problem={problemOf(save.failure, 'starts_on')}
      />
      <DateField
        className="form-short"
        label={t('pause.to')}
        hint={t('pause.toHint')}
        optional
        today={today}
        value={to}
        onChange={setTo}
        problem={problemOf(save.failure, 'ends_on')}
      />
      <TextField
        label={t('pause.reason')}
        optional
        value={reason}
        onChange={setReason}
        problem={problemOf(save.failure, 'reason')}
      />
    </AskToSave>
  )
}
