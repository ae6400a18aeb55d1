/** The intake as a whole: which version, how far it is, what is still needed, and whether an answer fits. */
import type { FieldProblem } from '../api/errors.ts'
import type { Answer } from '../api/intake.ts'
import { isDate } from '../calendar/dates.ts'
import { dayPartKey, intakeDayParts } from './types.ts'
import type { Column, IntakeDefinition, Question, Section } from './types.ts'
import { version1 } from './version-1.ts'
import { version2 } from './version-2.ts'

export type * from './types.ts'
export { dayPartKey, intakeDayParts } from './types.ts'

const versions: ReadonlyMap<number, IntakeDefinition> = new Map([
  [version1.version, version1],
  [version2.version, version2],
])

/** The version that a new intake gets. */
export const currentVersion = 2
/** All versions that were ever asked, newest first. */
export const allVersions: readonly number[] = [...versions.keys()].toSorted((a, b) => b - a)

/** The definition of this version; an intake keeps the one it was started with. RangeError for an unknown one. */
export function definition(version: number): IntakeDefinition {
  const found = versions.get(version)
  if (found === undefined) throw new RangeError('no such intake version')
  return found
}

/** The question with this key, or null. */
export function findQuestion(def: IntakeDefinition, key: string): Question | null {
  for (const section of def.sections)
    for (const question of section.questions) if (question.key === key) return question
  return null
}

export type SectionState = 'todo' | 'busy' | 'done'

/**
 * `done` when every needed question is settled and nothing waits for "later"; a section with no needed
 * question is done when all of it is settled. A section with a page of its own is always done.
 */
export function sectionState(section: Section, answers: readonly Answer[]): SectionState {
  if (section.ownPage) return 'done'
  const given = byKey(answers)
  const touched = section.questions.filter((q) => given.has(q.key))
  if (touched.length === 0) return 'todo'
  const needed = section.questions.filter((q) => q.needed || isReasonWanted(q, given))
  const settled = (needed.length > 0 ? needed : section.questions).every((q) => isSettled(given.get(q.key)))
  const waiting = touched.some((q) => given.get(q.key)?.noAnswer === 'later')
  return settled && !waiting ? 'done' : 'busy'
}

/**
 * The needed questions without an answer or a reason for none ("later" is no reason), in order. Why the advice
 * differs from the wish is needed where it does.
 */
export function missingForFinish(
  def: IntakeDefinition,
  answers: readonly Answer[],
): { section: string; question: string }[] {
  const given = byKey(answers)
  return def.sections.flatMap((section) =>
    section.questions
      .filter((q) => (q.needed || isReasonWanted(q, given)) && !isSettled(given.get(q.key)))
      .map((q) => ({ section: section.key, question: q.key })),
  )
}

/** How many questions have an answer or a reason for none, and how many there are: "12 van 40". */
export function intakeProgress(
  def: IntakeDefinition,
  answers: readonly Answer[],
): { answered: number; total: number } {
  const given = byKey(answers)
  const questions = def.sections.flatMap((section) => section.questions)
  return { answered: questions.filter((q) => isSettled(given.get(q.key))).length, total: questions.length }
}

/** Advice that is not what somebody wishes needs its reason. */
function isReasonWanted(question: Question, given: ReadonlyMap<string, Answer>): boolean {
  const fits = given.get('advice_fits')?.value
  return question.key === 'advice_differs' && (fits === 'no' || fits === 'partly')
}

function byKey(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  return new Map(answers.map((answer) => [answer.question, answer]))
}

function isSettled(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  return answer.noAnswer === null ? !isEmptyAnswer(answer.value) : answer.noAnswer !== 'later'
}

/** Nothing filled in: null, only spaces, an empty list, a grid or table without a word. */
export function isEmptyAnswer(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isEmptyAnswer)
  return typeof value === 'object' && Object.values(value).every(isEmptyAnswer)
}

/** As in core/api/fields.ts: `shortText` and `longText`. */
const SHORT = 500
const LONG = 20_000

/**
 * What is wrong with this answer, or null. `value` has the shape that core/intake/types.ts names per type.
 * An empty answer is `required`: store no answer at all instead. So is a value of another shape, which only
 * a slip in the program can send.
 */
export function validateAnswer(question: Question, value: unknown): FieldProblem | null {
  if (isEmptyAnswer(value)) return 'required'
  switch (question.type) {
    case 'text':
      return textProblem(value, SHORT)
    case 'longText':
      return textProblem(value, LONG)
    case 'number':
      return numberProblem(value, question.min, question.max)
    case 'scale':
      return numberProblem(value, 1, question.points)
    case 'date':
      return dateProblem(value, question.partial)
    case 'choice':
      return oneOf(question.options, value)
    case 'yesNoUnknown':
      return oneOf(['yes', 'no', 'unknown'], value)
    case 'multiple':
      return someOf(question.options, value)
    case 'dayParts':
      return someOf(allDayParts, value)
    case 'grid':
      return gridProblem(question.items, question.options, value)
    case 'rows':
      return rowsProblem(question.columns, question.maxRows, value)
  }
}

const allDayParts = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  intakeDayParts.map((part) => dayPartKey(day, part)),
)

function textProblem(value: unknown, longest: number): FieldProblem | null {
  if (typeof value !== 'string') return 'required'
  return value.length > longest ? 'too_long' : null
}

function numberProblem(value: unknown, min: number, max: number): FieldProblem | null {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max
    ? null
    : 'number_range'
}

function dateProblem(value: unknown, partial: boolean): FieldProblem | null {
  if (typeof value !== 'string') return 'date_not_understood'
  if (isDate(value)) return null
  if (partial && (/^[12]\d{3}$/.test(value) || isDate(`${value}-01`))) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date_impossible' : 'date_not_understood'
}

function oneOf(options: readonly string[], value: unknown): FieldProblem | null {
  return typeof value === 'string' && options.includes(value) ? null : 'required'
}

function someOf(options: readonly string[], value: unknown): FieldProblem | null {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return 'required'
  return value.every((item) => oneOf(options, item) === null) ? null : 'required'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function gridProblem(
  items: readonly string[],
  options: readonly string[],
  value: unknown,
): FieldProblem | null {
  if (!isRecord(value)) return 'required'
  const fits = Object.entries(value).every(
    ([item, option]) => items.includes(item) && oneOf(options, option) === null,
  )
  return fits ? null : 'required'
}

function rowsProblem(columns: readonly Column[], maxRows: number, value: unknown): FieldProblem | null {
  if (!Array.isArray(value)) return 'required'
  if (value.length > maxRows) return 'too_many'
  for (const row of value) {
    if (!isRecord(row)) return 'required'
    for (const [key, cell] of Object.entries(row)) {
      const column = columns.find((c) => c.key === key)
      if (column === undefined) return 'required'
      if (isEmptyAnswer(cell)) continue
      const problem = column.type === 'text' ? textProblem(cell, SHORT) : oneOf(column.options, cell)
      if (problem !== null) return problem
    }
  }
  return null
}
