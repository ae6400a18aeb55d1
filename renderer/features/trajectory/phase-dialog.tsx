import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { phase as phases } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export function PhaseDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const toast = useToast()
  const move = useCommand(client.trajectories.setPhase)
  const { today } = useOffice()
  const [phase, setPhase] = useState(trajectory.phase)
  const [since, setSince] = useState<string | null>(
    today < trajectory.starts_on ? trajectory.starts_on : today,
  )

  async function save(): Promise<void> {
    const answer = await move.run({ id: trajectory.id, phase, since })
    if (!answer) return
    toast({
      text: t('phase.saved', { phase: t(`enums:phase.${phase}`) }),
      changeSetId: answer.changeSetId,
    })
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('phase.title')}
      answer={t('phase.save')}
      onAnswer={() => void save()}
      onClose={onClose}
      save={move}
    >
      <ChoiceField
        label={t('phase.label')}
        value={phase}
        onChange={setPhase}
        problem={problemOf(move.failure, 'phase')}
        choices={phases.options.map((value) => ({ value, label: t(`enums:phase.${value}`) }))}
      />
      <DateField
        className="form-short"
        label={t('phase.since')}
        today={today}
        required
        value={since}
        onChange={setSince}
        problem={problemOf(move.failure, 'since')}
      />
    </AskToSave>
  )
}
