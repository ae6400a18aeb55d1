import type { FieldProblem } from '#core/api/errors.ts'
import { TypedValueField } from './typed-value-field.tsx'

type Props<T> = {
  label: string
  hint: string
  suffix: string
  least: number
  most: number
  value: T
  onChange: (value: T) => void
  onBlur: () => void
  problem?: FieldProblem | null
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : -1
  return number >= least && number <= most ? number : undefined
}

/** A whole number. */
export function NumberField({ least, most, ...field }: Props<number>) {
  return <TypedValueField {...field} show={String} read={(text) => wholeNumber(text, least, most)} />
}

/** A whole number, or nothing. */
export function NumberOrNone({ least, most, ...field }: Props<number | null>) {
  return (
    <TypedValueField
      {...field}
      show={(value) => (value === null ? '' : String(value))}
      read={(text) => (text === '' ? null : wholeNumber(text, least, most))}
    />
  )
}
