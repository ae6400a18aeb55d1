import { useTranslation } from 'react-i18next'
import { phase as phases } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

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
  const { today } = useOffice()
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `phase:${trajectory.id}`,
    start: {
      phase: trajectory.phase,
      since: (today < trajectory.starts_on ? trajectory.starts_on : today) as string | null,
    },
    call: client.trajectories.setPhase,
    opened,
    onClose,
  })
  const said = t('phase.saved', { phase: t(`enums:phase.${fields.phase}`) })
  return (
    <AskToSave
      {...dialog}
      title={t('phase.title')}
      answer={t('phase.save')}
      onAnswer={() => void send({ id: trajectory.id, ...fields }, said)}
    >
      <ChoiceField
        label={t('phase.label')}
        value={fields.phase}
        onChange={(phase) => type({ phase })}
        problem={problemOf(failure, 'phase')}
        choices={phases.options.map((value) => ({ value, label: t(`enums:phase.${value}`) }))}
      />
      <DateField
        className="form-short"
        label={t('phase.since')}
        today={today}
        required
        value={fields.since}
        onChange={(since) => type({ since })}
        problem={problemOf(failure, 'since')}
      />
    </AskToSave>
  )
}
