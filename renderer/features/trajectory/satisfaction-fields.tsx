/** How satisfied the participant and the case manager are, each with the day on which they were asked. */
import { useTranslation } from 'react-i18next'
import type { Satisfaction } from '#core/api/programme.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf, type Failure } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

const both = ['participant', 'case_manager'] as const
const points = ['1', '2', '3', '4', '5'] as const
type Point = (typeof points)[number] | ''

export const nobodyAsked: Satisfaction = {
  participant_satisfaction: null,
  participant_asked_on: null,
  case_manager_satisfaction: null,
  case_manager_asked_on: null,
}

export function SatisfactionFields({
  value,
  onChange,
  failure,
}: {
  value: Satisfaction
  onChange: (value: Satisfaction) => void
  failure: Failure | null
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { today } = useOffice()
  return both.map((who) => (
    <div key={who} className="form-row">
      <SelectField<Point>
        label={t(`satisfied.${who}`)}
        value={points.find((one) => one === String(value[`${who}_satisfaction`])) ?? ''}
        onChange={(point) =>
          onChange({ ...value, [`${who}_satisfaction`]: point === '' ? null : Number(point) })
        }
        choices={[
          { value: '', label: t('satisfied.none') },
          ...points.map((one) => ({ value: one, label: t(`enums:satisfaction.${one}`) })),
        ]}
      />
      <DateField
        label={t(`satisfied.${who}On`)}
        today={today}
        value={value[`${who}_asked_on`]}
        onChange={(on) => onChange({ ...value, [`${who}_asked_on`]: on })}
        problem={problemOf(failure, `${who}_asked_on`)}
      />
    </div>
  ))
}
