import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { satisfactionSchema, type Satisfaction, type TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
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
  const toast = useToast()
  const save = useCommand(client.trajectories.setSatisfaction)
  const [typed, setTyped] = useState<Satisfaction | null>(null)
  const now = typed ?? satisfactionSchema.parse(trajectory)
  const draft = useDraft(`satisfied:${trajectory.id}`, { typed }, (left) => setTyped(left.typed), {
    on: opened,
  })

  async function submit(): Promise<void> {
    const answer = await save.run({ id: trajectory.id, ...now })
    if (!answer) return
    draft.clear()
    toast({ text: t('satisfied.saved'), changeSetId: answer.changeSetId })
    setTyped(null)
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('satisfied.title')}
      answer={t('satisfied.save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <SatisfactionFields value={now} onChange={setTyped} failure={save.failure} />
    </AskToSave>
  )
}
