import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

type Typed = { coachId: number; purpose: string }

/** Another coach, or other words for what the trajectory is for. */
export function AgreedDialog({
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
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const save = useCommand(client.trajectories.setAgreed)
  const [typed, setTyped] = useState<Typed | null>(null)
  const now = typed ?? { coachId: trajectory.coach_id, purpose: trajectory.purpose }
  const draft = useDraft(`agreed:${trajectory.id}`, { typed }, (left) => setTyped(left.typed), { on: opened })
  // Who left is no choice any more, but stays in sight where nobody else was chosen yet.
  const coaches = staff.filter((one) => one.active || one.id === trajectory.coach_id)

  async function submit(): Promise<void> {
    const answer = await save.run({ id: trajectory.id, coach_id: now.coachId, purpose: now.purpose.trim() })
    if (!answer) return
    draft.clear()
    toast({ text: t('change.saved'), changeSetId: answer.changeSetId })
    setTyped(null)
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('change.title')}
      answer={t('change.save')}
      onAnswer={() => void submit()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <SelectField
        className="form-short"
        label={t('page.coach')}
        value={String(now.coachId)}
        onChange={(value) => setTyped({ ...now, coachId: Number(value) })}
        choices={
          coaches.length > 0
            ? coaches.map((one) => ({ value: String(one.id), label: one.name }))
            : [{ value: String(trajectory.coach_id), label: trajectory.coachName }]
        }
      />
      <AreaField
        label={t('agreed.purpose')}
        hint={t('agreed.purposeHint')}
        optional
        value={now.purpose}
        onChange={(purpose) => setTyped({ ...now, purpose })}
        problem={problemOf(save.failure, 'purpose')}
      />
    </AskToSave>
  )
}
