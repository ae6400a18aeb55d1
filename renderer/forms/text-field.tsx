/** Plain text fields: one line, many lines, a password. Typing is never refused. */
import { PasswordInput, TextInput, Textarea } from '@mantine/core'
import { useId, type HTMLInputAutoCompleteAttribute, type KeyboardEvent } from 'react'
import { useFieldParts, type FieldProps } from './problem.tsx'

type Text = {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
}

export type TextFieldProps = FieldProps &
  Text & {
    /** The `id` of the input, for links from a summary. */
    id?: string
    /** Text in another language or script: the direction follows what is typed. */
    anyScript?: boolean
    /** The language of what is typed, when it is not that of the screen. */
    lang?: string
    /** A name, a number, a code: not for the spelling checker. */
    noSpelling?: boolean
    autoComplete?: HTMLInputAutoCompleteAttribute
    inputMode?: 'text' | 'numeric' | 'tel' | 'email'
    list?: readonly string[]
    autoFocus?: boolean
    className?: string
    onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
    suffix?: string
  }

/** `list`: earlier values to choose from; anything else may be typed. */
export function TextField({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  onBlur,
  anyScript,
  noSpelling,
  list,
  suffix,
  lang,
  autoComplete = 'off',
  ...rest
}: TextFieldProps) {
  const parts = useFieldParts({ label, hint, optional, problem })
  const listId = useId()
  return (
    <>
      <TextInput
        {...parts}
        {...rest}
        {...(onBlur ? { onBlur } : {})}
        {...(anyScript ? { dir: 'auto' } : {})}
        {...(lang ? { lang } : {})}
        {...(noSpelling ? { spellCheck: false } : {})}
        {...(list ? { list: listId } : {})}
        {...(suffix
          ? { rightSection: <span className="field-suffix">{suffix}</span>, rightSectionWidth: 'auto' }
          : {})}
        autoComplete={autoComplete}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {list && (
        <datalist id={listId}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  )
}

export type AreaFieldProps = FieldProps &
  Text & {
    id?: string
    rows?: number
    maxRows?: number
    placeholder?: string
    className?: string
    autoFocus?: boolean
  }

/** Grows with what is typed, from `rows` to `maxRows`. */
export function AreaField({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  onBlur,
  rows = 2,
  maxRows = 14,
  ...rest
}: AreaFieldProps) {
  const parts = useFieldParts({ label, hint, optional, problem })
  return (
    <Textarea
      {...parts}
      {...rest}
      {...(onBlur ? { onBlur } : {})}
      autosize
      minRows={rows}
      maxRows={maxRows}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export function PasswordField({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  autoComplete = 'current-password',
  autoFocus = false,
  showLabel,
  id,
}: FieldProps &
  Text & {
    id?: string
    autoComplete?: HTMLInputAutoCompleteAttribute
    autoFocus?: boolean
    showLabel: string
  }) {
  const parts = useFieldParts({ label, hint, optional, problem })
  return (
    <PasswordInput
      {...parts}
      {...(id ? { id } : {})}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': showLabel, tabIndex: 0 }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
