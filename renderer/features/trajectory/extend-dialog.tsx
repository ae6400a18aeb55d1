import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { extendedEnd, mostMonths } from '#core/calendar/terms.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

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
  const toast = useToast()
  const extend = useCommand(client.trajectories.extend)
  const [months, setMonths] = useState(3)
  const [reason, setReason] = useState('')
  const newEnd = formatLong(extendedEnd(trajectory, months), language)
  const draft = useDraft(
    `extend:${trajectory.id}`,
    { months, reason },
    (left) => {
      setMonths(left.months)
      setReason(left.reason)
    },
    { on: opened },
  )

  async function save(): Promise<void> {
    const answer = await extend.run({ id: trajectory.id, months, reason })
    if (!answer) return
    draft.clear()
    toast({ text: t('extend.saved', { date: newEnd }), changeSetId: answer.changeSetId })
    setReason('')
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('extend.title')}
      answer={t('extend.save')}
      onAnswer={() => void save()}
      onClose={onClose}
      save={extend}
      draft={draft}
    >
      <p>{t('extend.now', { date: formatLong(trajectory.planned_end_on, language) })}</p>
      <SelectField
        className="form-short"
        label={t('extend.months')}
        value={String(months)}
        onChange={(value) => setMonths(Number(value))}
        problem={problemOf(extend.failure, 'months') ?? problemOf(extend.failure, 'planned_end_on')}
        choices={choices
          .filter((count) => trajectory.months + count <= mostMonths || count === 1)
          .map((count) => ({ value: String(count), label: t('extend.month', { count }) }))}
      />
      <p aria-live="polite">{t('extend.newEnd', { date: newEnd })}</p>
      <TextField
        label={t('extend.reason')}
        optional
        value={reason}
        onChange={setReason}
        problem={problemOf(extend.failure, 'reason')}
      />
    </AskToSave>
  )
}
