import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { PasswordField, TextField } from '../../forms/text-field.tsx'
import { Message } from '../../ui/message.tsx'
import { Step } from './step-rail.tsx'
import type { StepProps } from './setup-screen.tsx'

/** As the service asks it: service/features/settings.ts. */
const shortestPassword = 8

export function StaffStep({ form, change, next, back }: StepProps) {
  const { t } = useTranslation('setup')
  const [again, setAgain] = useState('')
  const [name, setName] = useState<FieldProblem | null>(null)
  const [password, setPassword] = useState<FieldProblem | null>(null)
  const [differs, setDiffers] = useState(false)
  const { staff } = form
  const set = (part: Partial<typeof staff>) => change({ staff: { ...staff, ...part } })

  function go(): void {
    const noName = staff.name.trim() === ''
    const short = staff.password.length < shortestPassword
    const other = staff.password !== again
    setName(noName ? 'required' : null)
    setPassword(short ? 'password_too_short' : null)
    setDiffers(!short && other)
    if (!noName && !short && !other) next()
    else document.getElementById(noName ? 'staff-name' : short ? 'staff-password' : 'staff-again')?.focus()
  }
  return (
    <Step title={t('staff.title')} lead={t('staff.lead')} onNext={go} onBack={back}>
      <div className="form">
        <TextField
          id="staff-name"
          label={t('staff.name')}
          value={staff.name}
          problem={name}
          onChange={(value) => set({ name: value })}
          autoComplete="name"
          noSpelling
          autoFocus
        />
        <TextField
          label={t('staff.functionTitle')}
          hint={t('staff.functionHint')}
          optional
          value={staff.function_title}
          onChange={(function_title) => set({ function_title })}
        />
        <PasswordField
          id="staff-password"
          label={t('staff.password')}
          hint={t('staff.passwordHint')}
          showLabel={t('staff.show')}
          autoComplete="new-password"
          value={staff.password}
          problem={password}
          onChange={(value) => set({ password: value })}
        />
        <PasswordField
          id="staff-again"
          label={t('staff.again')}
          showLabel={t('staff.show')}
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
        />
        {differs && <Message live title={t('staff.differs')} />}
      </div>
    </Step>
  )
}
