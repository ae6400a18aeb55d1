import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { weeksIn } from '#core/calendar/terms.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

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
  const toast = useToast()
  const save = useCommand(client.trajectories.setDates)
  const [typed, setTyped] = useState<{ starts: string | null; ends: string | null } | null>(null)
  const [reason, setReason] = useState('')
  const starts = typed ? typed.starts : trajectory.starts_on
  const ends = typed ? typed.ends : trajectory.planned_end_on
  const draft = useDraft(
    `dates:${trajectory.id}`,
    { typed, reason },
    (left) => {
      setTyped(left.typed)
      setReason(left.reason)
    },
    { on: opened },
  )

  async function submit(): Promise<void> {
    if (!starts || !ends) return
    const answer = await save.run({ id: trajectory.id, starts_on: starts, planned_end_on: ends, reason })
    if (!answer) return
    draft.clear()
    toast({ text: t('dates.saved'), changeSetId: answer.changeSetId })
    setTyped(null)
    setReason('')
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('dates.title')}
      answer={t('dates.save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <DateField
        className="form-short"
        label={t('dates.starts')}
        today={today}
        required
        value={starts}
        onChange={(day) => setTyped({ starts: day, ends })}
        problem={problemOf(save.failure, 'starts_on')}
      />
      <DateField
        className="form-short"
        label={t('dates.ends')}
        today={today}
        required
        value={ends}
        onChange={(day) => setTyped({ starts, ends: day })}
        problem={problemOf(save.failure, 'planned_end_on')}
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
        onChange={setReason}
        problem={problemOf(save.failure, 'reason')}
      />
    </AskToSave>
  )
}
