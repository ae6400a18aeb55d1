/** Short ways to write a definition down. */
import type { Question, Section } from './types.ts'

export type Flags = Partial<Pick<Question, 'needed' | 'sensitive' | 'coachOnly'>>

export const needed: Flags = { needed: true }
export const sensitive: Flags = { sensitive: true }
export const coachOnly: Flags = { coachOnly: true }

export const flags = (given: Flags) => ({ needed: false, sensitive: false, coachOnly: false, ...given })
export const text = (key: string, given: Flags = {}): Question => ({ key, type: 'text', ...flags(given) })
export const long = (key: string, given: Flags = {}): Question => ({ key, type: 'longText', ...flags(given) })
export const yesNo = (key: string, given: Flags = {}): Question => ({
  key,
  type: 'yesNoUnknown',
  ...flags(given),
})
export const date = (key: string, partial: boolean, given: Flags = {}): Question => ({
  key,
  type: 'date',
  partial,
  ...flags(given),
})
export const choice = (key: string, options: readonly string[], given: Flags = {}): Question => ({
  key,
  type: 'choice',
  options,
  ...flags(given),
})
export const multiple = (key: string, options: readonly string[], given: Flags = {}): Question => ({
  key,
  type: 'multiple',
  options,
  ...flags(given),
})
export const dayParts = (key: string, given: Flags = {}): Question => ({
  key,
  type: 'dayParts',
  ...flags(given),
})
export const scale = (key: string, points: number, given: Flags = {}): Question => ({
  key,
  type: 'scale',
  points,
  ...flags(given),
})

export const section = (key: string, questions: readonly Question[]): Section => ({
  key,
  ownPage: false,
  questions,
})
/** What has a page of its own in the program. */
export const ownPage = (key: string): Section => ({ key, ownPage: true, questions: [] })
