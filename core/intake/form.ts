/**
 * The form that is asked: a built-in definition with the office's changes. The staff form, the participant's view
 * and both papers draw from what `resolve` gives, so a question is in all of them or in none.
 */
import type { FormChanges, OwnQuestion } from '../api/intake-form.ts'
import type { Answer } from '../api/intake.ts'
import { allVersions, definition, isEmptyAnswer } from './definition.ts'
import type { IntakeDefinition, Question, Section } from './types.ts'

/** Words that the office gave. Where there is none, the built-in words of i18n `intake` are meant. */
export type OwnWords = {
  question?: string
  hint?: string
  reason?: string
  unit?: string
  options?: { readonly [option: string]: string }
  columns?: { readonly [column: string]: string }
}

/** A question that is not in the form any more but has an answer: shown, and never asked or changed. */
export type FormerQuestion = { readonly section: string; readonly question: Question }

/** Plain data. As a definition it fits every function of definition.ts. */
export type ResolvedForm = IntakeDefinition & {
  /** Of the table intake_form; null: the built-in form as it is. */
  readonly formId: number | null
  /** Short name of this version, printed on paper: `2` or `2.5`. */
  readonly code: string
  /** By question. */
  readonly ownWords: { readonly [question: string]: OwnWords }
  readonly former: readonly FormerQuestion[]
}

/** A version of the form as it is stored. */
export type StoredForm = {
  readonly id: number
  readonly base_version: number
  readonly changes: FormChanges
}

export const noChanges: FormChanges = { sectionsOff: [], questionsOff: [], options: {}, own: [] }

/** What `changes` make of this definition. Keys in them that the definition does not have are passed over. */
export function resolve(def: IntakeDefinition, changes: FormChanges, formId: number | null): ResolvedForm {
  const ownWords: Record<string, OwnWords> = {}
  const sections = def.sections
    .filter((section) => !changes.sectionsOff.includes(section.key))
    .map((section) => resolveSection(section, changes, ownWords))
    .filter((section) => section.ownPage || section.questions.length > 0)
  const code = formId === null ? String(def.version) : `${def.version}.${formId}`
  return { version: def.version, formId, code, sections, ownWords, former: [] }
}

/** The form of an intake: `stored` null is the built-in one. RangeError for an unknown version. */
export function formOf(version: number, stored: StoredForm | null): ResolvedForm {
  if (stored === null) return resolve(definition(version), noChanges, null)
  return resolve(definition(stored.base_version), stored.changes, stored.id)
}

function resolveSection(section: Section, changes: FormChanges, ownWords: Record<string, OwnWords>): Section {
  const asked = section.questions.filter((question) => !changes.questionsOff.includes(question.key))
  const builtIn = new Set(section.questions.map((question) => question.key))
  const mine = changes.own.filter((own) => own.section === section.key && !own.off)
  const after = (key: string): Question[] =>
    mine
      .filter((own) => own.after === key)
      .map((own) => {
        ownWords[own.key] = wordsOfOwn(own)
        return questionOf(own)
      })
  const lost = mine.filter((own) => own.after !== '' && !builtIn.has(own.after)).map((own) => own.after)
  const questions = [
    ...after(''),
    ...section.questions.flatMap((question) => [
      ...(asked.includes(question) ? [withOptions(question, changes, ownWords)] : []),
      ...after(question.key),
    ]),
    // What it came after is not in this version any more.
    ...[...new Set(lost)].flatMap(after),
  ]
  return { key: section.key, ownPage: section.ownPage, questions }
}

function withOptions(question: Question, changes: FormChanges, ownWords: Record<string, OwnWords>): Question {
  const given = changes.options[question.key]
  if (given === undefined || (question.type !== 'choice' && question.type !== 'multiple')) return question
  const known = given.filter((option) => option.label !== null || question.options.includes(option.key))
  if (known.length === 0) return question
  const labels = known.flatMap((option) => (option.label === null ? [] : [[option.key, option.label]]))
  if (labels.length > 0)
    ownWords[question.key] = { options: Object.fromEntries(labels) as Record<string, string> }
  return { ...question, options: known.map((option) => option.key) }
}

/** The question as all forms understand it. */
export function questionOf(own: OwnQuestion): Question {
  const { key, needed, coachOnly } = own
  const flags = { key, needed, coachOnly, sensitive: own.reason.trim() !== '' }
  const options = own.options.map((option) => option.key)
  switch (own.type) {
    case 'choice':
    case 'multiple':
      return { ...flags, type: own.type, options }
    case 'scale':
      return { ...flags, type: 'scale', points: own.options.length }
    case 'number':
      return { ...flags, type: 'number', min: own.min, max: own.max, unit: 'own' }
    case 'date':
      return { ...flags, type: 'date', partial: own.partial }
    case 'rows':
      return {
        ...flags,
        type: 'rows',
        maxRows: 12,
        columns: options.map((column) => ({ key: column, type: 'text' })),
      }
    case 'text':
    case 'longText':
    case 'yesNoUnknown':
    case 'dayParts':
      return { ...flags, type: own.type }
  }
}

function wordsOfOwn(own: OwnQuestion): OwnWords {
  const { question, hint, reason, unit } = own
  const labels =
    own.type === 'scale'
      ? own.options.map((option, index) => [String(index + 1), option.label])
      : own.options.map((option) => [option.key, option.label])
  const map = Object.fromEntries(labels) as Record<string, string>
  return { question, hint, reason, unit, ...(own.type === 'rows' ? { columns: map } : { options: map }) }
}

/**
 * The form with all that was answered: a question that is not asked any more, and an option that is not offered any
 * more, come back from the older forms (newest first; the built-in versions are looked through after them). So what
 * was once answered is always shown, and saving a list of options never drops one.
 */
export function withAnswered(
  form: ResolvedForm,
  answers: readonly Answer[],
  older: readonly StoredForm[],
): ResolvedForm {
  const sources = [
    ...older.map((one) => allOf(definition(one.base_version), one)),
    ...allVersions.map((version) => allOf(definition(version), null)),
  ]
  const ownWords: Record<string, OwnWords> = { ...form.ownWords }
  const former: FormerQuestion[] = []
  const given = new Map(answers.map((answer) => [answer.question, answer]))
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      const answer = given.get(question.key)
      given.delete(question.key)
      return answer ? withChosen(question, answer, sources, ownWords) : question
    }),
  }))
  for (const answer of given.values()) {
    if (answer.noAnswer === null && isEmptyAnswer(answer.value)) continue
    for (const source of sources) {
      const section = source.sections.find((one) => one.questions.some((q) => q.key === answer.question))
      const question = section?.questions.find((one) => one.key === answer.question)
      if (!section || !question) continue
      const words = source.ownWords[answer.question]
      if (words) ownWords[answer.question] = words
      former.push({
        section: section.key,
        question: { ...withChosen(question, answer, sources, ownWords), needed: false },
      })
      break
    }
  }
  return { ...form, sections, ownWords, former }
}

/** Everything of a version, also what is switched off in it. */
export function everything(def: IntakeDefinition, changes: FormChanges, formId: number | null): ResolvedForm {
  const own = changes.own.map((one) => ({ ...one, off: false }))
  return resolve(def, { ...changes, sectionsOff: [], questionsOff: [], own }, formId)
}

const allOf = (def: IntakeDefinition, stored: StoredForm | null): ResolvedForm =>
  everything(def, stored?.changes ?? noChanges, stored?.id ?? null)

/** The question with the options that were chosen and are not offered any more, at the end. */
function withChosen(
  question: Question,
  answer: Answer,
  sources: readonly ResolvedForm[],
  ownWords: Record<string, OwnWords>,
): Question {
  if (question.type !== 'choice' && question.type !== 'multiple') return question
  const chosen = (Array.isArray(answer.value) ? answer.value : [answer.value]).filter(
    (one): one is string => typeof one === 'string' && one !== '' && !question.options.includes(one),
  )
  if (chosen.length === 0) return question
  const labels: Record<string, string> = {}
  for (const option of chosen)
    for (const source of sources) {
      const label = source.ownWords[question.key]?.options?.[option]
      if (label !== undefined) {
        labels[option] = label
        break
      }
    }
  const words = ownWords[question.key]
  ownWords[question.key] = { ...words, options: { ...labels, ...words?.options } }
  return { ...question, options: [...question.options, ...chosen] }
}

/** The number of each question on paper: the order of typing a paper form in is that of the screen. */
export function questionNumbers(form: Pick<ResolvedForm, 'sections'>): ReadonlyMap<string, number> {
  const keys = form.sections.flatMap((section) => section.questions.map((question) => question.key))
  return new Map(keys.map((key, index) => [key, index + 1]))
}
