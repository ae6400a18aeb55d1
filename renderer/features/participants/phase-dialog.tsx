import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { phase as phases } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
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
  const { t } = useTranslation(['people', 'enums'])
  const toast = useToast()
  const move = useCommand(client.trajectories.setPhase)
  const [phase, setPhase] = useState(trajectory.phase)

  async function save(): Promise<void> {
    const answer = await move.run({ id: trajectory.id, phase })
    if (!answer) return
    toast({
      text: t('phaseChange.saved', { phase: t(`enums:phase.${phase}`) }),
      changeSetId: answer.changeSetId,
    })
    onClose()
  }
  return (
    <Ask
      opened={opened}
      title={t('phaseChange.title')}
      answer={t('phaseChange.save')}
      onAnswer={() => void save()}
      onClose={onClose}
      busy={move.busy}
    >
      <ChoiceField
        label={t('phaseChange.label')}
        value={phase}
        onChange={setPhase}
        choices={phases.options.map((value) => ({ value, label: t(`enums:phase.${value}`) }))}
      />
      {move.failure && <FailureMessage failure={move.failure} />}
    </Ask>
  )
}
