/** A time of day that is typed: 9, 9.30, 9:30, 0930. Read when the field is left. */
import { TextInput } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { shownTime } from '#core/calendar/times.ts'
import { FieldMessage } from './problem.tsx'
import { parseTypedTime } from './typed-time.ts'

/** `context` goes before the label for screen readers: "Ochtend van". `value`: minutes since midnight. */
export function TimeField({
  label,
  context,
  value,
  onChange,
  end = false,
  problem = null,
}: {
  label: string
  context?: string
  value: number
  onChange: (minutes: number) => void
  /** The time until which: may be 24.00. */
  end?: boolean
  problem?: FieldProblem | null
}) {
  const { t } = useTranslation('trajectory')
  const [text, setText] = useState(() => shownTime(value))
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const chosenAgain = useRef(false)
  useEffect(() => {
    setText(shownTime(value))
    setWrong(false)
    chosenAgain.current = document.activeElement === input.current
  }, [value])
  // Another field moved this time while the cursor had just come in: typing goes on replacing the whole of it.
  useLayoutEffect(() => {
    if (chosenAgain.current) input.current?.select()
    chosenAgain.current = false
  }, [text])
  useEffect(() => input.current?.setCustomValidity(wrong ? 'time_not_understood' : ''), [wrong])
  function leave(): void {
    const minutes = parseTypedTime(text, { end })
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
      onChange={(event) => {
        chosenAgain.current = false
        setText(event.currentTarget.value)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
      {...(shown ? { error: <FieldMessage problem={shown} /> } : {})}
    />
  )
}
