import { useTranslation } from 'react-i18next'
import type { Pause, TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

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
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `pause:${trajectory.id}:${pause?.id ?? 'new'}`,
    start: {
      starts_on: pause?.starts_on ?? (today < trajectory.starts_on ? trajectory.starts_on : today),
      ends_on: pause?.ends_on ?? null,
      reason: pause?.reason ?? '',
    } as Omit<Pause, 'id' | 'starts_on'> & { starts_on: string | null },
    call: (days: Omit<Pause, 'id'>) =>
      pause
        ? client.trajectories.savePause({ ...days, id: pause.id })
        : client.trajectories.pause({ ...days, id: trajectory.id }),
    opened,
    onClose,
  })

  async function submit(): Promise<void> {
    const { starts_on } = fields
    if (starts_on) await send({ ...fields, starts_on }, t('pause.saved'))
  }
  return (
    <AskToSave
      {...dialog}
      title={pause ? t('pause.changeTitle') : t('pause.title')}
      answer={t('pause.save')}
      onAnswer={() => void submit()}
    >
      <p>{t('pause.text')}</p>
      <DateField
        className="form-short"
        label={t('pause.from')}
        today={today}
        required
        value={fields.starts_on}
        onChange={(day) => type({ starts_on: day })}
        problem={problemOf(failure, 'starts_on')}
      />
      <DateField
        className="form-short"
        label={t('pause.to')}
        hint={t('pause.toHint')}
        optional
        today={today}
        value={fields.ends_on}
        onChange={(day) => type({ ends_on: day })}
        problem={problemOf(failure, 'ends_on')}
      />
      <TextField
        label={t('pause.reason')}
        optional
        value={fields.reason}
        onChange={(reason) => type({ reason })}
        problem={problemOf(failure, 'reason')}
      />
    </AskToSave>
  )
}
