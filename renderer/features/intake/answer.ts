/** What an answer's control gets, whatever the type of its question. */
import type { FieldProblem } from '#core/api/errors.ts'
import type { Answer } from '#core/api/intake.ts'
import { parseTypedDate } from '#core/calendar/parse-date.ts'
import type { Question } from '#core/intake/definition.ts'

export type Value = Answer['value']
export type AnswerProps<Q extends Question> = {
  question: Q
  labelId: string
  value: Value
  onChange: (value: Value) => void
  /** Half typed: kept as a draft only. */
  onHold: (value: Value) => void
  /** On the participant's view. */
  large?: boolean
}

export const asList = (value: Value): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

export const asText = (value: Value): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** A number where it is one; otherwise as typed, so that the message comes under it and nothing is lost. */
export function numberOrText(typed: string): Value {
  const text = typed.trim()
  if (text === '') return null
  return /^-?\d{1,6}$/.test(text) ? Number(text) : typed
}

export function asChoices(value: Value): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export function asRows(value: Value): Record<string, string>[] {
  if (!Array.isArray(value)) return []
  return value.map((row) => asChoices(row as Value))
}

/** What to say under the field: of a date as it was typed, the office cannot tell 31 February from no date at all. */
export function shownProblem(
  question: Question,
  value: Value,
  problem: FieldProblem | null,
  today: string,
): FieldProblem | null {
  if (problem === null || question.type !== 'date' || typeof value !== 'string') return problem
  const read = parseTypedDate(value, { today, partial: question.partial })
  return read.ok ? problem : read.problem
}
