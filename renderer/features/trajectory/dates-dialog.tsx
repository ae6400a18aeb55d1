import { useTranslation } from 'react-i18next'
import { weeksIn } from '#core/calendar/terms.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

/** Another first day, or another planned end: later or earlier, by date. */
export function DatesDialog({
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
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `dates:${trajectory.id}`,
    start: {
      starts: trajectory.starts_on as string | null,
      ends: trajectory.planned_end_on as string | null,
      reason: '',
    },
    call: client.trajectories.setDates,
    opened,
    onClose,
  })
  const { starts, ends, reason } = fields

  async function submit(): Promise<void> {
    if (starts && ends)
      await send({ id: trajectory.id, starts_on: starts, planned_end_on: ends, reason }, t('dates.saved'))
  }
  return (
    <AskToSave {...dialog} title={t('dates.title')} answer={t('dates.save')} onAnswer={() => void submit()}>
      <DateField
        className="form-short"
        label={t('dates.starts')}
        today={today}
        required
        value={starts}
        onChange={(day) => type({ starts: day })}
        problem={problemOf(failure, 'starts_on')}
      />
      <DateField
        className="form-short"
        label={t('dates.ends')}
        today={today}
        required
        value={ends}
        onChange={(day) => type({ ends: day })}
        problem={problemOf(failure, 'planned_end_on')}
      />
      {starts && ends && ends >= starts && (
        <p className="dim" aria-live="polite">
          {t('dates.length', { weeks: weeksIn(starts, ends) })}
        </p>
      )}
      <TextField
        label={t('dates.reason')}
        optional
        value={reason}
        onChange={(text) => type({ reason: text })}
        problem={problemOf(failure, 'reason')}
      />
    </AskToSave>
  )
}
