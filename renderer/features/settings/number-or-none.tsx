import { useEffect, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'

/** A whole number, or nothing. What does not fit stays in the field, with the message, and is not saved. */
export function NumberOrNone({
  label,
  hint,
  suffix,
  least,
  most,
  value,
  onChange,
  onBlur,
}: {
  label: string
  hint: string
  suffix: string
  least: number
  most: number
  value: number | null
  onChange: (value: number | null) => void
  onBlur: () => void
}) {
  const [text, setText] = useState(value === null ? '' : String(value))
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  useEffect(() => setText(value === null ? '' : String(value)), [value])
  return (
    <TextField
      className="form-short"
      label={label}
      hint={hint}
      inputMode="numeric"
      noSpelling
      suffix={suffix}
      value={text}
      problem={problem}
      onChange={(next) => {
        setText(next)
        setProblem(null)
      }}
      onBlur={() => {
        const typed = text.trim()
        const number = typed === '' ? null : /^\d{1,3}$/.test(typed) ? Number(typed) : -1
        const fits = number === null || (number >= least && number <= most)
        setProblem(fits ? null : 'number_range')
        if (fits && number !== value) onChange(number)
        onBlur()
      }}
    />
  )
}
