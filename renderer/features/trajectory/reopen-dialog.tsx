import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

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
  const toast = useToast()
  const reopen = useCommand(client.trajectories.reopen)
  const { planned_end_on } = trajectory
  const [ends, setEnds] = useState<string | null>(planned_end_on >= today ? planned_end_on : null)
  const [missing, setMissing] = useState(false)
  const draft = useDraft(`reopen:${trajectory.id}`, { ends }, (left) => setEnds(left.ends), { on: opened })

  async function submit(): Promise<void> {
    setMissing(!ends)
    if (!ends) return
    const answer = await reopen.run({ id: trajectory.id, planned_end_on: ends })
    if (!answer) return
    draft.clear()
    toast({ text: t('reopen.saved'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('reopen.title')}
      answer={t('reopen.save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={reopen}
      draft={draft}
    >
      <p>{t('reopen.text')}</p>
      <DateField
        className="form-short"
        label={t('reopen.ends')}
        today={today}
        required
        value={ends}
        onChange={(day) => {
          setMissing(false)
          setEnds(day)
        }}
        problem={missing ? 'required' : problemOf(reopen.failure, 'planned_end_on')}
      />
    </AskToSave>
  )
}
