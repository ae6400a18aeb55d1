import { useEffect, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'

/** A whole number. What does not fit stays in the field, with the message, and is not saved. */
export function NumberField({
  label,
  hint,
  suffix,
  least,
  most,
  value,
  onChange,
  onBlur,
  problem,
}: {
  label: string
  hint: string
  suffix: string
  least: number
  most: number
  value: number
  onChange: (value: number) => void
  onBlur: () => void
  problem: FieldProblem | null
}) {
  const [text, setText] = useState(String(value))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(String(value)), [value])
  return (
    <TextField
      className="form-short"
      label={label}
      hint={hint}
      inputMode="numeric"
      noSpelling
      suffix={suffix}
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setText(next)
        setOwn(null)
      }}
      onBlur={() => {
        const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1
        const fits = number >= least && number <= most
        setOwn(fits ? null : 'number_range')
        if (fits && number !== value) onChange(number)
        onBlur()
      }}
    />
  )
}
