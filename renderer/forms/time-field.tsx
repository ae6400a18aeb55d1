/** A time of day that is typed: 9, 9.30, 9:30, 0930. Read when the field is left. */
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { FieldMessage } from './problem.tsx'
import { parseTypedTime, shownTime } from './typed-time.ts'

/** `context` goes before the label for screen readers: "Ochtend van". `value`: minutes since midnight. */
export function TimeField({
  label,
  context,
  value,
  onChange,
  problem = null,
}: {
  label: string
  context?: string
  value: number
  onChange: (minutes: number) => void
  problem?: FieldProblem | null
}) {
  const { t } = useTranslation('trajectory')
  const [text, setText] = useState(() => shownTime(value))
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setText(shownTime(value))
    setWrong(false)
  }, [value])
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setCustomValidity(wrong ? 'time_not_understood' : ''), [wrong])
  function leave(): void {
    const minutes = parseTypedTime(text)
    setWrong(minutes === null)
    if (minutes === null) return
    setText(shownTime(minutes))
    if (minutes !== value) onChange(minutes)
  }
  const shown = wrong ? 'time_not_understood' : problem
  return (
    <TextInput
      ref={input}
      label={label}
      {...(context === undefined ? {} : { 'aria-label': `${context} ${label}` })}
      title={t('agreed.timeHint')}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      {...(shown ? { error: <FieldMessage problem={shown} /> } : {})}
    />
  )
}
