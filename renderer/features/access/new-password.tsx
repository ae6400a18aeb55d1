/** Choosing a password, typed twice. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { PasswordField } from '../../forms/text-field.tsx'
import { Message } from '../../ui/message.tsx'

/** As the service asks it: service/features/settings.ts. */
const shortestPassword = 8

export type NewPassword = {
  value: string
  fields: { password: string; again: string; problem: FieldProblem | null; differs: boolean }
  set: (part: { password?: string; again?: string }) => void
  /** The password when it is good; otherwise null, with the reason shown and the cursor there. */
  ready: () => string | null
  forget: () => void
}

export function useNewPassword(): NewPassword {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const [differs, setDiffers] = useState(false)
  return {
    value: password,
    fields: { password, again, problem, differs },
    set(part) {
      if (part.password !== undefined) setPassword(part.password)
      if (part.again !== undefined) setAgain(part.again)
      setProblem(null)
      setDiffers(false)
    },
    ready() {
      const short = password.length < shortestPassword
      const other = !short && password !== again
      setProblem(short ? 'password_too_short' : null)
      setDiffers(other)
      if (!short && !other) return password
      document.getElementById(short ? 'new-password' : 'new-password-again')?.focus()
      return null
    },
    forget() {
      setPassword('')
      setAgain('')
    },
  }
}

export function NewPasswordFields({
  choice,
  problem = null,
  autoFocus = false,
}: {
  choice: NewPassword
  /** What the service says of it. */
  problem?: FieldProblem | null
  autoFocus?: boolean
}) {
  const { t } = useTranslation('keeping')
  const { fields, set } = choice
  return (
    <>
      <PasswordField
        id="new-password"
        label={t('password.new')}
        hint={t('password.newHint')}
        showLabel={t('password.show')}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={fields.password}
        onChange={(password) => set({ password })}
        problem={fields.problem ?? problem}
      />
      <PasswordField
        id="new-password-again"
        label={t('password.again')}
        showLabel={t('password.show')}
        autoComplete="new-password"
        value={fields.again}
        onChange={(again) => set({ again })}
      />
      {fields.differs && <Message live title={t('password.differs')} />}
    </>
  )
}
