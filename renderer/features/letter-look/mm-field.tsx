/** A measure in millimetres with one decimal at most; kept in tenths. What does not fit stays in the field, unsaved. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'
import type { AutosaveField } from '../../forms/use-autosave.ts'

const shown = (tenths: number): string => String(tenths / 10).replace('.', ',')

export function MmField({
  label,
  hint,
  least,
  most,
  value,
  onChange,
  onBlur,
  problem,
}: AutosaveField<number> & { label: string; hint?: string; least: number; most: number }) {
  const { t } = useTranslation('letterLook')
  const [text, setText] = useState(shown(value))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(shown(value)), [value])
  return (
    <TextField
      className="form-short"
      label={label}
      hint={hint}
      inputMode="text"
      noSpelling
      suffix={t('head.mm')}
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setText(next)
        setOwn(null)
      }}
      onBlur={() => {
        const typed = text.trim().replace('−', '-').replace(',', '.')
        const tenths = /^-?\d{1,3}(\.\d)?$/.test(typed) ? Math.round(Number(typed) * 10) : Number.NaN
        const fits = tenths >= least && tenths <= most
        setOwn(fits ? null : 'number_range')
        if (fits && tenths !== value) onChange(tenths)
        onBlur()
      }}
    />
  )
}
