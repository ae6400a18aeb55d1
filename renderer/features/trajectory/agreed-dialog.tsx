import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'

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
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `agreed:${trajectory.id}`,
    start: { coachId: trajectory.coach_id, purpose: trajectory.purpose },
    call: client.trajectories.setAgreed,
    opened,
    onClose,
  })
  // Who left is no choice any more, but stays in sight where nobody else was chosen yet.
  const coaches = staff.filter((one) => one.active || one.id === trajectory.coach_id)

  const { coachId, purpose } = fields
  return (
    <AskToSave
      {...dialog}
      title={t('change.title')}
      answer={t('change.save')}
      onAnswer={() =>
        void send({ id: trajectory.id, coach_id: coachId, purpose: purpose.trim() }, t('change.saved'))
      }
    >
      <SelectField
        className="form-short"
        label={t('page.coach')}
        value={String(coachId)}
        onChange={(value) => type({ coachId: Number(value) })}
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
        value={purpose}
        onChange={(text) => type({ purpose: text })}
        problem={problemOf(failure, 'purpose')}
      />
    </AskToSave>
  )
}
