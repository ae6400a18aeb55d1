/** A date that is typed, as people type it: 3-2-90, 03021990, 3 feb 1990. Read when the field is left. */
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import { parseTypedDate } from '#core/calendar/parse-date.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { useFieldParts, type FieldProps } from './problem.tsx'

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`; with `partial` also `YYYY-MM` or `YYYY`. null when empty. */
  value: string | null
  /** Called when the field is left with a date that is understood, or empty. */
  onChange: (value: string | null) => void
  onBlur?: () => void
  /** `YYYY-MM-DD`: what two figures for a year mean, and what lies in the future. */
  today: string
  partial?: boolean
  /** Whether empty is a problem here. */
  required?: boolean
  id?: string
  className?: string
  autoFocus?: boolean
}

/** As it is shown: 3-2-1990 typed becomes 03-02-1990; of a partial date only what is known. */
export function shownDate(value: string | null): string {
  if (!value) return ''
  if (value.length === 10) return formatShort(value)
  const [year, month] = value.split('-')
  return month ? `${month}-${year}` : (year ?? '')
}

export function DateField({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  onBlur,
  today,
  partial = false,
  required = false,
  ...rest
}: DateFieldProps) {
  const { t } = useTranslation('common')
  const [text, setText] = useState(() => shownDate(value))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => {
    setText(shownDate(value))
    setOwn(null)
  }, [value])

  function leave(): void {
    const typed = text.trim()
    if (typed === shownDate(value)) setOwn(null)
    else if (typed === '') {
      setOwn(required ? 'required' : null)
      if (!required) onChange(null)
    } else {
      const read = parseTypedDate(typed, { today, partial })
      setOwn(read.ok ? null : read.problem)
      if (read.ok) {
        setText(shownDate(read.value))
        if (read.value !== value) onChange(read.value)
      }
    }
    onBlur?.()
  }

  // So that a form with a button does not leave out a date that nobody understood: forms/submit.ts.
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setCustomValidity(own ?? ''), [own])

  const parts = useFieldParts({ label, hint: hint ?? t('dateHint'), optional, problem: own ?? problem })
  return (
    <TextInput
      {...parts}
      {...rest}
      ref={input}
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setOwn(null)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
