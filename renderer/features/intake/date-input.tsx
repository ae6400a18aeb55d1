/** A date as it is typed; half a date is kept as a draft, and read when the field is left. */
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTypedDate } from '#core/calendar/parse-date.ts'
import type { DateQuestion } from '#core/intake/definition.ts'
import { shownDate } from '../../forms/date-field.tsx'
import { useOffice } from '../../office/office.ts'
import type { AnswerProps, Value } from './answer.ts'

const isStored = (text: string): boolean => /^\d{4}(-\d{2}){0,2}$/.test(text)
const shown = (value: Value): string => {
  const text = typeof value === 'string' ? value : ''
  return isStored(text) ? shownDate(text) : text
}

export function DateInput({ question, labelId, value, onChange, onHold, large }: AnswerProps<DateQuestion>) {
  const { t } = useTranslation(['common', 'conversation'])
  const { today } = useOffice()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => shown(value))
  /** Typed since it was read last. */
  const touched = useRef(false)
  const { partial } = question

  function read(typed: string): Value {
    if (typed === '') return null
    const found = parseTypedDate(typed, { today, partial })
    return found.ok ? found.value : typed
  }
  useEffect(() => {
    if (touched.current) return
    setText(shown(value))
    if (typeof value !== 'string' || isStored(value)) return
    // Half typed when the program stopped: read when the field is left, and now if nobody is in it.
    if (document.activeElement === box.current) {
      touched.current = true
      return
    }
    const found = parseTypedDate(value, { today, partial })
    if (found.ok) onChange(found.value)
    // oxlint-disable-next-line react/exhaustive-deps -- only another value
  }, [value])

  function leave(): void {
    const typed = text.trim()
    const next = read(typed)
    setText(shown(next))
    if (!touched.current) return
    touched.current = false
    onChange(next)
  }
  return (
    <TextInput
      ref={box}
      aria-labelledby={labelId}
      className={large ? 'view-box view-box-short' : 'question-date'}
      placeholder={partial ? t('conversation:dateOrYear') : t('conversation:date')}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        touched.current = true
        setText(event.currentTarget.value)
        onHold(event.currentTarget.value || null)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
