import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { PhoneField, PostcodeField } from '../../forms/checked-fields.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { Step } from './step-rail.tsx'
import type { StepProps } from './setup-screen.tsx'

export function OfficeStep({ form, change, next, onHaveFile }: StepProps & { onHaveFile: () => void }) {
  const { t } = useTranslation(['setup', 'keeping'])
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const { office } = form
  const set = (part: Partial<typeof office>) => change({ office: { ...office, ...part } })
  function go(): void {
    if (office.name.trim() !== '') return next()
    setProblem('required')
    document.getElementById('office-name')?.focus()
  }
  return (
    <Step title={t('office.title')} lead={t('office.lead')} onNext={go}>
      <div className="form">
        <TextField
          id="office-name"
          label={t('office.name')}
          value={office.name}
          problem={problem}
          onChange={(name) => {
            setProblem(null)
            set({ name })
          }}
          autoComplete="organization"
          autoFocus
        />
        <div className="form-row">
          <TextField
            label={t('office.street')}
            optional
            value={office.street}
            onChange={(street) => set({ street })}
          />
          <TextField
            label={t('office.houseNumber')}
            optional
            value={office.house_number}
            onChange={(house_number) => set({ house_number })}
          />
        </div>
        <div className="form-row">
          <PostcodeField
            label={t('office.postcode')}
            optional
            value={office.postcode}
            onChange={(postcode) => set({ postcode })}
          />
          <TextField
            label={t('office.city')}
            optional
            value={office.city}
            onChange={(city) => set({ city })}
          />
        </div>
        <PhoneField
          className="form-short"
          label={t('office.phone')}
          optional

          value={office.phone}
          onChange={(phone) => set({ phone })}
        />
        <p>
          {t('keeping:signIn.haveFile')}{' '}
          <UnstyledButton className="link" onClick={onHaveFile}>
            {t('keeping:signIn.haveFileAction')}
          </UnstyledButton>
        </p>
      </div>
    </Step>
  )
}
