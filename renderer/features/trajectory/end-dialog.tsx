import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endKind, outflow as outflows, type EndKind, type Outflow } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useAskToSave } from '../../forms/use-ask-to-save.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
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
  const { fields, type, send, failure, dialog } = useAskToSave({
    form: `trajectory-end:${trajectory.id}`,
    start: {
      ended_on: today as string | null,
      outflow: '' as Outflow | '',
      end_kind: '' as EndKind | '',
      end_reason: '',
      end_discussed_with: '',
      end_discussed_on: null as string | null,
      satisfaction: nobodyAsked,
    },
    call: client.trajectories.end,
    opened,
    onClose,
  })
  const { ended_on, outflow, end_kind } = fields
  const [missing, setMissing] = useState(false)

  async function submit(): Promise<void> {
    setMissing(outflow === '' || end_kind === '')
    if (!ended_on || outflow === '' || end_kind === '') return
    await send({ ...fields, id: trajectory.id, ended_on, outflow, end_kind }, t('end.saved'))
  }
  return (
    <AskToSave {...dialog} title={t('end.title')} answer={t('end.save')} onAnswer={() => void submit()}>
      <p>{t('end.text')}</p>
      <DateField
        className="form-short"
        label={t('end.endedOn')}
        today={today}
        value={ended_on}
        onChange={(day) => type({ ended_on: day })}
        required
        problem={problemOf(failure, 'ended_on')}
      />
      <SelectField<EndKind | ''>
        label={t('end.kind')}
        value={end_kind}
        onChange={(kind) => type({ end_kind: kind })}
        problem={missing && end_kind === '' ? 'required' : null}
        choices={[
          { value: '', label: t('common:choose') },
          ...endKind.options.map((value) => ({ value, label: t(`enums:endKind.${value}`) })),
        ]}
      />
      <SelectField<Outflow | ''>
        label={t('end.outflow')}
        value={outflow}
        onChange={(way) => type({ outflow: way })}
        problem={missing && outflow === '' ? 'required' : null}
        choices={[
          { value: '', label: t('common:choose') },
          ...outflows.options.map((value) => ({ value, label: t(`enums:outflow.${value}`) })),
        ]}
      />
      <AreaField
        label={t('end.reason')}
        optional
        value={fields.end_reason}
        onChange={(text) => type({ end_reason: text })}
        problem={problemOf(failure, 'end_reason')}
      />
      <div className="form-row">
        <TextField
          label={t('end.discussedWith')}
          optional
          value={fields.end_discussed_with}
          onChange={(text) => type({ end_discussed_with: text })}
          problem={problemOf(failure, 'end_discussed_with')}
        />
        <DateField
          label={t('end.discussedOn')}
          optional
          today={today}
          value={fields.end_discussed_on}
          onChange={(day) => type({ end_discussed_on: day })}
          problem={problemOf(failure, 'end_discussed_on')}
        />
      </div>
      <fieldset className="trajectory-satisfied">
        <legend>{t('satisfied.title')}</legend>
        <p className="dim">{t('satisfied.later')}</p>
        <SatisfactionFields
          value={fields.satisfaction}
          onChange={(satisfaction) => type({ satisfaction })}
          failure={failure}
        />
      </fieldset>
    </AskToSave>
  )
}
