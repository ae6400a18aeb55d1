/** Hours a week, typed as people write them; read when the field is left. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'
import { parseHours, shownHours } from './hours.ts'

export function HoursField({
  id,
  label,
  value,
  onChange,
  onBlur,
  problem = null,
}: {
  id?: string
  label: string
  value: number | null
  onChange: (minutes: number | null) => void
  onBlur?: () => void
  problem?: FieldProblem | null
}) {
  const { t, i18n } = useTranslation('places')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const [text, setText] = useState(() => shownHours(value, lang))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(shownHours(value, lang)), [value, lang])
  return (
    <TextField
      {...(id ? { id } : {})}
      label={label}
      optional
      noSpelling
      inputMode="text"
      suffix={t('form.hoursSuffix')}
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setOwn(null)
        setText(next)
      }}
      onBlur={() => {
        const read = parseHours(text)
        setOwn(read.ok ? null : read.problem)
        if (read.ok && read.value !== value) onChange(read.value)
        onBlur?.()
      }}
    />
  )
}
