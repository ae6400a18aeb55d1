/**
 * Postcode, telephone, e-mail: any way of typing is taken, and rewritten when the field is left. What does not
 * look right is kept as typed, with a message under it: nothing is ever refused.
 */
import { useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { normaliseEmail } from '#core/fields/email.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { normalisePostcode } from '#core/fields/postcode.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

type Read = (text: string) => { ok: true; value: string } | { ok: false; problem: FieldProblem }

function CheckedField({
  read,
  value,
  onChange,
  onBlur,
  problem = null,
  ...rest
}: TextFieldProps & { read: Read }) {
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
          const found = read(value)
          setOwn(found.ok ? null : found.problem)
          if (found.ok && found.value !== value) onChange(found.value)
        }
        onBlur?.()
      }}
    />
  )
}

export function PostcodeField(props: TextFieldProps) {
  return <CheckedField {...props} read={normalisePostcode} />
}

export function PhoneField(props: TextFieldProps) {
  return <CheckedField {...props} inputMode="tel" read={normalisePhone} />
}

export function EmailField(props: TextFieldProps) {
  return <CheckedField {...props} inputMode="email" read={normaliseEmail} />
}
