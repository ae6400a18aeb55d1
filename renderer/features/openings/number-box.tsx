/** A whole number in a small box. What is no such number stays as typed, with what to do under it. */
import { useEffect, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'

export function NumberBox({
  id,
  label,
  hint,
  value,
  onChange,
  onBlur,
  problem,
  least = 1,
  most,
  needed = false,
  autoFocus = false,
  onWrong,
}: {
  id?: string
  label: string
  hint?: string
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: () => void
  problem: FieldProblem | null
  least?: number
  most: number
  /** Empty is a problem. */
  needed?: boolean
  autoFocus?: boolean
  /** Whether what stands in the box is no such number now. */
  onWrong?: (wrong: boolean) => void
}) {
  const [text, setText] = useState(() => shown(value))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(shown(value)), [value])
  return (
    <TextField
      {...(id ? { id } : {})}
      label={label}
      {...(hint ? { hint } : {})}
      optional={!needed}
      noSpelling
      inputMode="numeric"
      autoFocus={autoFocus}
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setText(next)
        const typed = next.trim()
        const number = Number(typed)
        const wrong = typed === '' ? needed : !Number.isInteger(number) || number < least || number > most
        setOwn(wrong ? (typed === '' ? 'required' : 'number_range') : null)
        onWrong?.(wrong)
        if (!wrong) onChange(typed === '' ? null : number)
      }}
      {...(onBlur ? { onBlur } : {})}
    />
  )
}

const shown = (value: number | null) => (value === null ? '' : String(value))
