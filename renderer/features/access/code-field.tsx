/** The recovery code, as it stands on the paper: seven groups of four. What was typed wrong stays. */
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'
import './access.css'

export function inGroups(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  return (bare.match(/.{1,4}/g) ?? []).join(' ')
}

export function CodeField({
  id,
  label,
  value,
  onChange,
  problem = null,
  autoFocus = false,
  hint,
}: {
  id?: string
  label?: string
  value: string
  onChange: (value: string) => void
  problem?: FieldProblem | null
  autoFocus?: boolean
  hint?: string
}) {
  const { t } = useTranslation('keeping')
  return (
    <TextField
      {...(id ? { id } : {})}
      label={label ?? t('restore.code.label')}
      hint={hint ?? t('restore.code.hint')}
      className="code-field"
      noSpelling
      autoFocus={autoFocus}
      value={value}
      onChange={(typed) => onChange(inGroups(typed))}
      problem={problem}
    />
  )
}
