import { useEffect, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from './text-field.tsx'

/** A number that is typed as text: how it is shown, and what the text says. */
export interface TypedValue<T> {
  readonly show: (value: T) => string
  /** `undefined`: it is none, or one that does not fit. */
  readonly read: (text: string) => T | undefined
}

/** What does not fit stays in the field, with the message, and is not saved. */
export function TypedValueField<T>({
  show,
  read,
  value,
  onChange,
  onBlur,
  problem = null,
  inputMode = 'numeric',
  ...words
}: TypedValue<T> & {
  label: string
  hint?: string
  suffix: string
  value: T
  onChange: (value: T) => void
  onBlur: () => void
  problem?: FieldProblem | null
  inputMode?: 'numeric' | 'text'
}) {
  const shown = show(value)
  const [text, setText] = useState(shown)
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(shown), [shown])
  return (
    <TextField
      className="form-short"
      {...words}
      inputMode={inputMode}
      noSpelling
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setText(next)
        setOwn(null)
      }}
      onBlur={() => {
        const typed = read(text.trim())
        setOwn(typed === undefined ? 'number_range' : null)
        if (typed !== undefined && typed !== value) onChange(typed)
        onBlur()
      }}
    />
  )
}
