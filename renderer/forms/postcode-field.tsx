/** A Dutch postcode: any spacing and case is taken, and rewritten when the field is left. */
import { useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { normalisePostcode } from '#core/fields/postcode.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** Something else than a Dutch postcode is kept as typed, with the message under it. */
export function PostcodeField({ value, onChange, onBlur, problem = null, ...rest }: TextFieldProps) {
  const [own, setOwn] = useState<FieldProblem | null>(null)
  return (
    <TextField
      {...rest}
      noSpelling
      value={value}
      problem={own ?? problem}
      onChange={(next) => {
        setOwn(null)
        onChange(next)
      }}
      onBlur={() => {
        if (value.trim() !== '') {
          const read = normalisePostcode(value)
          setOwn(read.ok ? null : read.problem)
          if (read.ok && read.value !== value) onChange(read.value)
        }
        onBlur?.()
      }}
    />
  )
}
