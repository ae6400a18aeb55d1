/** What an answer's control gets, whatever the type of its question. */
import type { Answer } from '#core/api/people.ts'
import type { Question } from '#core/intake/definition.ts'

export type Value = Answer['value']
export type AnswerProps<Q extends Question> = {
  question: Q
  labelId: string
  value: Value
  onChange: (value: Value) => void
}

export const asList = (value: Value): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
