import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endKind, outflow as outflows, type EndKind, type Outflow } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
import { nobodyAsked, SatisfactionFields } from './satisfaction-fields.tsx'

export function EndDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation(['trajectory', 'enums', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const end = useCommand(client.trajectories.end)
  const [endedOn, setEndedOn] = useState<string | null>(today)
  const [outflow, setOutflow] = useState<Outflow | ''>('')
  const [kind, setKind] = useState<EndKind | ''>('')
  const [reason, setReason] = useState('')
  const [discussedWith, setDiscussedWith] = useState('')
  const [discussedOn, setDiscussedOn] = useState<string | null>(null)
  const [satisfaction, setSatisfaction] = useState(nobodyAsked)
  const [missing, setMissing] = useState(false)
  const draft = useDraft(
    `trajectory-end:${trajectory.id}`,
    { endedOn, outflow, kind, reason, discussedWith, discussedOn, satisfaction },
    (left) => {
      setEndedOn(left.endedOn)
      setOutflow(left.outflow)
      setKind(left.kind)
      setReason(left.reason)
      setDiscussedWith(left.discussedWith)
      setDiscussedOn(left.discussedOn)
      setSatisfaction({ ...nobodyAsked, ...left.satisfaction })
    },
    { on: opened },
  )

  async function save(): Promise<void> {
    setMissing(outflow === '' || kind === '')
    if (!endedOn || outflow === '' || kind === '') return
    const answer = await end.run({
      id: trajectory.id,
      ended_on: endedOn,
      outflow,
      end_kind: kind,
      end_reason: reason,
      end_discussed_with: discussedWith,
      end_discussed_on: discussedOn,
      satisfaction,
    })
    if (!answer) return
    draft.clear()
    toast({ text: t('end.saved'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened={opened}
      title={t('end.title')}
      answer={t('end.save')}
      onAnswer={() => void save()}
      onClose={onClose}
      save={end}
      draft={draft}
    >
      <p>{t('end.text')}</p>
      <DateField
        className="form-short"
        label={t('end.endedOn')}
        today={today}
        value={endedOn}
        onChange={setEndedOn}
        required
        problem={problemOf(end.failure, 'ended_on')}
      />
      <SelectField<EndKind | ''>
        label={t('end.kind')}
        value={kind}
        onChange={setKind}
        problem={missing && kind === '' ? 'required' : null}
        choices={[
          { value: '', label: t('common:choose') },
          ...endKind.options.map((value) => ({ value, label: t(`enums:endKind.${value}`) })),
        ]}
      />
      <SelectField<Outflow | ''>
        label={t('end.outflow')}
        value={outflow}
        onChange={setOutflow}
        problem={missing && outflow === '' ? 'required' : null}
        choices={[
          { value: '', label: t('common:choose') },
          ...outflows.options.map((value) => ({ value, label: t(`enums:outflow.${value}`) })),
        ]}
      />
      <AreaField
        label={t('end.reason')}
        optional
        value={reason}
        onChange={setReason}
        problem={problemOf(end.failure, 'end_reason')}
      />
      <div className="form-row">
        <TextField
          label={t('end.discussedWith')}
          optional
          value={discussedWith}
          onChange={setDiscussedWith}
          problem={problemOf(end.failure, 'end_discussed_with')}
        />
        <DateField
          label={t('end.discussedOn')}
          optional
          today={today}
          value={discussedOn}
          onChange={setDiscussedOn}
          problem={problemOf(end.failure, 'end_discussed_on')}
        />
      </div>
      <fieldset className="trajectory-satisfied">
        <legend>{t('satisfied.title')}</legend>
        <p className="dim">{t('satisfied.later')}</p>
        <SatisfactionFields value={satisfaction} onChange={setSatisfaction} failure={end.failure} />
      </fieldset>
    </AskToSave>
  )
}
