/** Changing the office's form, step by step. Everything gives new changes and leaves the given ones as they were. */
import type { FormChanges, FormOption, OwnQuestion, OwnQuestionType } from '../api/intake-form.ts'
import { everything } from './form.ts'
import type { ChoiceQuestion, IntakeDefinition, MultipleQuestion } from './types.ts'

const toggled = (keys: readonly string[], key: string): string[] =>
  keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]

export const toggleSection = (changes: FormChanges, key: string): FormChanges => ({
  ...changes,
  sectionsOff: toggled(changes.sectionsOff, key),
})

/** A built-in question or an own one. */
export function toggleQuestion(changes: FormChanges, key: string): FormChanges {
  if (!changes.own.some((own) => own.key === key))
    return { ...changes, questionsOff: toggled(changes.questionsOff, key) }
  return { ...changes, own: changes.own.map((own) => (own.key === key ? { ...own, off: !own.off } : own)) }
}

export const isOff = (changes: FormChanges, key: string): boolean =>
  changes.questionsOff.includes(key) || changes.own.some((own) => own.key === key && own.off)

/** In its place when it was there, else behind the others. */
export function putOwn(changes: FormChanges, own: OwnQuestion): FormChanges {
  const known = changes.own.some((one) => one.key === own.key)
  return {
    ...changes,
    own: known ? changes.own.map((one) => (one.key === own.key ? own : one)) : [...changes.own, own],
  }
}

export const removeOwn = (changes: FormChanges, key: string): FormChanges => ({
  ...changes,
  own: changes.own.filter((own) => own.key !== key),
})

/** The keys of a section in the order of the form, with what is switched off. */
export function orderOf(def: IntakeDefinition, changes: FormChanges, section: string): string[] {
  const found = everything(def, changes, null).sections.find((one) => one.key === section)
  return found?.questions.map((question) => question.key) ?? []
}

/** An own question one place up (-1) or down (1) in its section; the same changes where it cannot go further. */
export function moveOwn(def: IntakeDefinition, changes: FormChanges, key: string, by: -1 | 1): FormChanges {
  const own = changes.own.find((one) => one.key === key)
  if (own === undefined) return changes
  const order = orderOf(def, changes, own.section)
  const at = order.indexOf(key)
  const neighbour = order[at + by]
  if (neighbour === undefined) return changes
  const rest = changes.own.filter((one) => one.key !== key)
  const other = rest.findIndex((one) => one.key === neighbour)
  if (other >= 0) {
    // Two own questions behind the same built-in one: their order in the list is what counts.
    const before = by === -1 ? other : other + 1
    return { ...changes, own: [...rest.slice(0, before), own, ...rest.slice(before)] }
  }
  if (by === 1) return { ...changes, own: [{ ...own, after: neighbour }, ...rest] }
  const isOwn = (one: string) => changes.own.some((each) => each.key === one)
  const after = order.slice(0, at - 1).findLast((one) => !isOwn(one)) ?? ''
  return { ...changes, own: [...rest, { ...own, after }] }
}

/** All options of a built-in question, as the office has them now. */
export function optionsOf(
  changes: FormChanges,
  question: ChoiceQuestion | MultipleQuestion,
): readonly FormOption[] {
  return changes.options[question.key] ?? question.options.map((key) => ({ key, label: null }))
}

/** Sets the options of a built-in question. As they were built in: no change at all. */
export function putOptions(
  changes: FormChanges,
  question: ChoiceQuestion | MultipleQuestion,
  options: readonly FormOption[],
): FormChanges {
  const { [question.key]: _before, ...others } = changes.options
  const same =
    options.length === question.options.length &&
    options.every(({ key, label }, n) => label === null && key === question.options[n])
  return { ...changes, options: same ? others : { ...others, [question.key]: [...options] } }
}

/** The first number that no own question and no own option has, here or before (`from`). */
export function nextNumber(changes: FormChanges, from: number): number {
  const keys = [
    ...changes.own.flatMap((own) => [own.key, ...own.options.map((option) => option.key)]),
    ...Object.values(changes.options).flatMap((options) => options.map((option) => option.key)),
  ]
  const numbers = keys.flatMap((key) => /^own_(\d+)$/.exec(key)?.[1] ?? []).map(Number)
  return Math.max(from, 1 + Math.max(0, ...numbers))
}

/** A new own question, at the end of a section. */
export function newOwn(
  def: IntakeDefinition,
  section: string,
  number: number,
  type: OwnQuestionType = 'text',
): OwnQuestion {
  const builtIn = def.sections.find((one) => one.key === section)?.questions ?? []
  return {
    key: `own_${number}`,
    section,
    after: builtIn.at(-1)?.key ?? '',
    type,
    question: '',
    hint: '',
    reason: '',
    needed: false,
    coachOnly: false,
    off: false,
    options: [],
    min: 0,
    max: 100,
    unit: '',
    partial: true,
  }
}
