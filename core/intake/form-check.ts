/** What is wrong with the office's changes, before they are kept. Field names say where: `own.own_3.options`. */
import type { FormChanges, FormOption, OwnOption, OwnQuestion } from '../api/intake-form.ts'
import type { FieldError } from '../api/errors.ts'
import { findQuestion } from './definition.ts'
import type { StoredForm } from './form.ts'
import type { IntakeDefinition } from './types.ts'

/** Fewest and most options of each type; for rows its columns, for a scale its points. */
export const optionRoom: { readonly [T in OwnQuestion['type']]?: readonly [number, number] } = {
  choice: [2, 40],
  multiple: [2, 40],
  scale: [2, 10],
  rows: [1, 6],
}

/**
 * The problems of these changes; none: they can be kept. An own question that is not in use any more has to stay
 * right too, because papers and older answers are drawn with it.
 * @param earlier the versions before: a key never gets another type, because answers stand under it.
 */
export function formProblems(
  def: IntakeDefinition,
  changes: FormChanges,
  earlier: readonly StoredForm[],
): FieldError[] {
  const problems: FieldError[] = []
  for (const [key, options] of Object.entries(changes.options)) {
    const question = findQuestion(def, key)
    if (question === null || !('options' in question)) continue
    const known = question.type === 'grid' ? [] : question.options
    problems.push(...optionProblems(`options.${key}`, options, known))
  }
  const types = new Map<string, string>()
  for (const form of earlier) for (const own of form.changes.own) types.set(own.key, own.type)
  const seen = new Set<string>()
  for (const own of changes.own) {
    const field = `own.${own.key}`
    const section = def.sections.find((one) => one.key === own.section)
    if (seen.has(own.key) || (types.get(own.key) ?? own.type) !== own.type)
      problems.push({ field: `${field}.type`, problem: 'name_taken' })
    seen.add(own.key)
    if (section === undefined || section.ownPage)
      problems.push({ field: `${field}.section`, problem: 'required' })
    if (own.question.trim() === '') problems.push({ field: `${field}.question`, problem: 'required' })
    problems.push(...ownOptionProblems(own))
    if (own.type === 'number' && own.max <= own.min)
      problems.push({ field: `${field}.max`, problem: 'number_range' })
  }
  return problems
}

function optionProblems(
  field: string,
  options: readonly FormOption[],
  builtIn: readonly string[],
): FieldError[] {
  const problems: FieldError[] = []
  if (options.length < 2) problems.push({ field, problem: 'too_few_options' })
  if (new Set(options.map((option) => option.key)).size < options.length)
    problems.push({ field, problem: 'same_words' })
  for (const option of options) {
    const empty = option.label === null ? !builtIn.includes(option.key) : option.label.trim() === ''
    if (empty) problems.push({ field: `${field}.${option.key}`, problem: 'required' })
  }
  return [...problems, ...twice(field, options)]
}

function ownOptionProblems(own: OwnQuestion): FieldError[] {
  const room = optionRoom[own.type]
  if (room === undefined) return []
  const field = `own.${own.key}.options`
  const problems: FieldError[] = []
  if (own.options.length < room[0]) problems.push({ field, problem: 'too_few_options' })
  if (own.options.length > room[1]) problems.push({ field, problem: 'too_long' })
  for (const option of own.options)
    if (option.label.trim() === '') problems.push({ field: `${field}.${option.key}`, problem: 'required' })
  return [...problems, ...twice(field, own.options)]
}

/** Two options that read the same cannot be told apart. */
function twice(field: string, options: readonly (FormOption | OwnOption)[]): FieldError[] {
  const seen = new Set<string>()
  return options.flatMap(({ key, label }) => {
    const read = label?.trim().toLocaleLowerCase('nl') ?? ''
    if (read === '') return []
    const known = seen.has(read)
    seen.add(read)
    return known ? [{ field: `${field}.${key}`, problem: 'same_words' as const }] : []
  })
}

/** As they are kept: without white around words, and without what does not belong to the type. */
export function tidyChanges(changes: FormChanges): FormChanges {
  return {
    ...changes,
    own: changes.own.map((own) => ({
      ...own,
      question: own.question.trim(),
      hint: own.hint.trim(),
      reason: own.reason.trim(),
      unit: own.type === 'number' ? own.unit.trim() : '',
      options: optionRoom[own.type] ? own.options.map(trimmed) : [],
    })),
    options: Object.fromEntries(
      Object.entries(changes.options).map(([key, options]) => [key, options.map(trimmed)]),
    ),
  }
}

const trimmed = <T extends { label: string | null }>(option: T): T => ({
  ...option,
  label: option.label?.trim() ?? null,
})
