/** The message under a field: a sign and what to do. */
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'

export function FieldMessage({ problem }: { problem: FieldProblem }) {
  const { t } = useTranslation('problems')
  return (
    <span className="field-message">
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <span>{t(problem)}</span>
    </span>
  )
}

/** What every field has around it. `optional` puts "(niet verplicht)" behind the label. */
export type FieldProps = {
  label: string
  hint?: string | undefined
  optional?: boolean
  problem?: FieldProblem | null
}

/** Mantine's label, description and error for those. */
export function useFieldParts({ label, hint, optional, problem }: FieldProps) {
  const { t } = useTranslation('common')
  return {
    label: optional ? `${label} ${t('optional')}` : label,
    ...(hint ? { description: hint } : {}),
    ...(problem ? { error: <FieldMessage problem={problem} /> } : {}),
  }
}
