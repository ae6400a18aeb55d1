/** The intake: an answer to every question of the definition as it stands now, of the shape that it asks. */
import { currentVersion, dayPartKey, definition } from '#core/intake/definition.ts'
import type { Question, Section } from '#core/intake/definition.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import {
  anyText,
  jobs,
  jobYears,
  longAnswers,
  schoolSubjects,
  schoolYears,
  shortAnswers,
} from './texts/intake.ts'

type AnswerRow = Omit<PracticeRows['intake_answer'], 'intake_id'>

export interface Talk {
  readonly person: Person
  /** Day of the talk. */
  readonly day: string
  /** Only the first half of the sections is asked. */
  readonly half: boolean
}

export function answerIntake(talk: Talk, random: Random): AnswerRow[] {
  const { sections } = definition(currentVersion)
  const asked = talk.half ? sections.slice(0, Math.ceil(sections.length / 2)) : sections
  return asked.flatMap((section: Section) =>
    section.questions.flatMap((question) => answer(question, talk, random)),
  )
}

function answer(question: Question, talk: Talk, random: Random): AnswerRow[] {
  const { key } = question
  if (question.sensitive && random.chance(0.08))
    return [{ question: key, value: null, no_answer: 'declined' }]
  // Why the advice differs from the wish is asked wherever it does.
  if (!question.needed && key !== 'advice_differs' && random.chance(0.12))
    return random.chance(0.4) ? [{ question: key, value: null, no_answer: 'unknown' }] : []
  const value = valueOf(question, talk, random)
  return value === null ? [] : [{ question: key, value: JSON.stringify(value), no_answer: null }]
}

/** A value of the question's own shape; null leaves it open. */
function valueOf(question: Question, talk: Talk, random: Random): unknown {
  const { key } = question
  const { origin } = talk.person
  switch (question.type) {
    case 'text':
      if (key === 'best_language') return random.chance(0.4) ? 'Nederlands' : origin.language
      if (key === 'mother_tongue') return origin.language
      if (key === 'other_languages') return origin.otherLanguages || null
      return random.pick(shortAnswers[key] ?? [anyText])
    case 'longText':
      return random.pick(longAnswers[key] ?? [anyText])
    case 'number':
      return Math.min(question.max, Math.max(question.min, 5 * random.int(1, 9)))
    case 'scale':
      return Math.min(question.points, random.int(2, 4))
    case 'date':
      if (key === 'pip_on') return null // stands with the civic integration of this person
      return question.partial ? String(random.int(2016, Number(talk.day.slice(0, 4)) - 1)) : talk.day
    case 'choice':
      return random.pick(question.options)
    case 'yesNoUnknown':
      return random.pick(['yes', 'no', 'no', 'unknown'])
    case 'multiple':
      return random.some(question.options, random.int(1, 3))
    case 'dayParts':
      return random
        .some([1, 2, 3, 4, 5], random.int(2, 4))
        .flatMap((day) => [dayPartKey(day, 'morning'), dayPartKey(day, 'afternoon')])
    case 'grid':
      return Object.fromEntries(
        question.items.map((item) => [
          item,
          random.weighted([
            [question.options[0], 6],
            [question.options[1], 3],
            [question.options.at(-1), 1],
          ]),
        ]),
      )
    case 'rows': {
      const count = random.int(1, Math.min(2, question.maxRows))
      return Array.from({ length: count }, () => rowOf(question, origin.country, random))
    }
  }
}

function rowOf(question: Extract<Question, { type: 'rows' }>, country: string, random: Random) {
  const [job, tasks] = random.pick(jobs)
  const words: Record<string, string> = {
    country,
    job,
    tasks,
    subject: random.pick(schoolSubjects),
    years: random.pick(question.key === 'jobs' ? jobYears : schoolYears),
  }
  return Object.fromEntries(
    question.columns.map((column) => [
      column.key,
      column.type === 'choice' ? random.pick(column.options) : (words[column.key] ?? anyText),
    ]),
  )
}
