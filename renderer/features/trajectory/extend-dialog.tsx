import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { extendedEnd, mostMonths } from '#core/calendar/terms.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

const choices = [1, 2, 3, 4, 5, 6, 9, 12]

export function ExtendDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('trajectory')
  const { language } = useOffice()
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `extend:${trajectory.id}`,
    start: { months: 3, reason: '' },
    call: client.trajectories.extend,
    opened,
    onClose,
  })
  const newEnd = formatLong(extendedEnd(trajectory, fields.months), language)
  return (
    <AskToSave
      {...dialog}
      title={t('extend.title')}
      answer={t('extend.save')}
      onAnswer={() => void send({ id: trajectory.id, ...fields }, t('extend.saved', { date: newEnd }))}
    >
      <p>{t('extend.now', { date: formatLong(trajectory.planned_end_on, language) })}</p>
      <SelectField
        className="form-short"
        label={t('extend.months')}
        value={String(fields.months)}
        onChange={(value) => type({ months: Number(value) })}
        problem={problemOf(failure, 'months') ?? problemOf(failure, 'planned_end_on')}
        choices={choices
          .filter((count) => trajectory.months + count <= mostMonths || count === 1)
          .map((count) => ({ value: String(count), label: t('extend.month', { count }) }))}
      />
      <p aria-live="polite">{t('extend.newEnd', { date: newEnd })}</p>
      <TextField
        label={t('extend.reason')}
        optional
        value={fields.reason}
        onChange={(reason) => type({ reason })}
        problem={problemOf(failure, 'reason')}
      />
    </AskToSave>
  )
}
