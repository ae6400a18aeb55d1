/** What was agreed: days, hours, guidance, money, insurance; and all of it on one sheet of paper. */
import { useTranslation } from 'react-i18next'
import type { Inputs } from '#core/api/contract.ts'
import { jobForm, placementInsurance } from '#core/api/placement-fields.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { PhoneField } from '../../forms/checked-fields.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { AgreementPaper } from './agreement-paper.tsx'
import { EndProposal } from './end-proposal.tsx'
import { HalfDays } from './half-days.tsx'
import { HoursField } from './hours-field.tsx'
import type { OpenPlacement } from './place-dialog.tsx'
import { useLook, Warnings } from './warnings.tsx'

export function PlaceAgreed({ open }: { open: OpenPlacement }) {
  const { t } = useTranslation(['placing', 'places'])
  const { today } = useOffice()
  const { placement } = open
  const save = (fields: Inputs['placements']['save']['fields']) =>
    client.placements.save({ id: placement.id, fields })
  const starts = useAutosave('starts_on', placement.starts_on, (value) => save({ starts_on: value }))
  const ends = useAutosave('expected_end_on', placement.expected_end_on, (value) =>
    save({ expected_end_on: value }),
  )
  const parts = useAutosave('parts', placement.parts, (value) => save({ parts: value }))
  const hours = useAutosave('minutes_per_week', placement.minutes_per_week, (value) =>
    save({ minutes_per_week: value }),
  )
  const days = useAutosave('days', placement.days, (value) => save({ days: value }))
  const supervisor = useAutosave('supervisor', placement.supervisor, (value) => save({ supervisor: value }))
  const phone = useAutosave('supervisor_phone', placement.supervisor_phone, (value) =>
    save({ supervisor_phone: value }),
  )
  const allowance = useAutosave('allowance', placement.allowance, (value) => save({ allowance: value }))
  const insurance = useAutosave('insurance', placement.insurance, (value) => save({ insurance: value }))
  const job = useAutosave('job_form', placement.job_form, (value) => save({ job_form: value }))
  const agreedOn = useAutosave('agreed_on', placement.agreed_on, (value) => save({ agreed_on: value }))
  const look = useLook({
    participantId: placement.participant_id,
    openingId: placement.opening_id,
    placementId: placement.id,
    starts_on: starts.value,
    expected_end_on: ends.value,
    parts: parts.value,
    minutes_per_week: hours.value,
  })
  return (
    <>
      <div className="form-row">
        <DateField label={t('places:form.starts')} optional today={today} {...starts} />
        <DateField label={t('places:form.expectedEnd')} optional today={today} {...ends} />
      </div>
      <EndProposal look={look} value={ends.value} onTake={ends.onChange} />
      <HalfDays value={parts.value} onChange={parts.onChange} />
      <Warnings warnings={look?.warnings ?? []} />
      <div className="form-row">
        <HoursField label={t('places:form.hours')} {...hours} />
        <TextField label={t('days.remark')} optional {...days} />
      </div>
      <div className="form-row">
        <TextField label={t('places:form.supervisor')} optional {...supervisor} />
        <PhoneField label={t('field.supervisorPhone')} optional {...phone} />
      </div>
      <div className="form-row">
        <TextField label={t('field.allowance')} hint={t('field.allowanceHint')} optional {...allowance} />
        <SelectField
          label={t('field.insurance')}
          choices={placementInsurance.options.map((value) => ({
            value,
            label: t(`insurance.${value === '' ? 'unknown' : value}`),
          }))}
          {...insurance}
        />
      </div>
      {placement.kind === 'job' && (
        <SelectField
          className="form-short"
          label={t('field.jobForm')}
          choices={jobForm.options.map((value) => ({
            value,
            label: t(`jobForm.${value === '' ? 'unknown' : value}`),
          }))}
          {...job}
        />
      )}
      <AgreementPaper open={open}>
        <DateField
          className="form-short"
          label={t('field.agreedOn')}
          hint={t('field.agreedOnHint')}
          optional
          today={today}
          {...agreedOn}
        />
      </AgreementPaper>
    </>
  )
}
