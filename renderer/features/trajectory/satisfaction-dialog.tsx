import { useTranslation } from 'react-i18next'
import { satisfactionSchema, type TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { SatisfactionFields } from './satisfaction-fields.tsx'

/** What both said of a trajectory that has ended: also when the answer comes weeks later, or was put down wrongly. */
export function SatisfactionDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('trajectory')
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `satisfied:${trajectory.id}`,
    start: satisfactionSchema.parse(trajectory),
    call: client.trajectories.setSatisfaction,
    opened,
    onClose,
  })
  return (
    <AskToSave
      {...dialog}
      title={t('satisfied.title')}
      answer={t('satisfied.save')}
      onAnswer={() => void send({ id: trajectory.id, ...fields }, t('satisfied.saved'))}
    >
      <SatisfactionFields value={fields} onChange={type} failure={failure} />
    </AskToSave>
  )
}
