/** What was answered, by type of question. A value that does not fit its question is printed as it is. */
import type { Answer } from '#core/api/intake.ts'
import { formatLong, formatPartial } from '#core/calendar/dates.ts'
import { dayPartKey, isEmptyAnswer, type Question } from '#core/intake/definition.ts'
import type { FormWords } from '#core/intake/form-words.ts'
import type { Unprintable } from '../letters/lines.ts'
import { ANSWER, GIVEN, NOT_GIVEN, WIDE } from './measures.ts'
import { textRows, type Row } from './pieces.ts'
import { dayRows, gridRows, isWide } from './room.ts'
import { tableRows } from './tables.ts'
import type { PaperWords } from './words.ts'

export function givenRows(
  question: Question,
  answer: Answer | undefined,
  words: FormWords,
  paper: PaperWords,
  unprintable: Unprintable,
): Row[] {
  const quiet = (text: string) => textRows(text, NOT_GIVEN, ANSWER, unprintable)
  if (answer?.noAnswer) return quiet(paper.noAnswer[answer.noAnswer])
  if (answer === undefined || isEmptyAnswer(answer.value)) return quiet(paper.t('paper.open'))
  const table = tableOf(question, answer.value, words, paper, unprintable)
  if (table) return table
  return textRows(inWords(question, answer.value, words, paper), GIVEN, ANSWER, unprintable)
}

/** Whether what was answered goes under the question. */
export function isWideAnswer(question: Question, answer: Answer | undefined, words: FormWords): boolean {
  if (answer === undefined || answer.noAnswer !== null || !isWide(question, words)) return false
  return question.type === 'grid' ? isChoices(answer.value) : recordsOf(answer.value) !== null
}

const isChoices = (value: Answer['value']): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Value = Answer['value']

function recordsOf(value: Value): Record<string, string>[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const rows = value.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? Object.fromEntries(
          Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : null,
  )
  return rows.includes(null) ? null : (rows as Record<string, string>[]).filter((row) => !isEmptyAnswer(row))
}

function tableOf(
  question: Question,
  value: Value,
  words: FormWords,
  paper: PaperWords,
  unprintable: Unprintable,
): Row[] | null {
  const mark = paper.t('paper.mark')
  if (question.type === 'dayParts' && Array.isArray(value)) {
    const chosen = new Set(value)
    return dayRows(
      (day, part) => ({ text: chosen.has(dayPartKey(day, part)) ? mark : '' }),
      paper,
      unprintable,
    )
  }
  if (question.type === 'grid' && isChoices(value))
    return gridRows(
      question,
      words,
      (item, option) => ({ text: value[item] === option ? mark : '' }),
      unprintable,
    )
  const records = question.type === 'rows' ? recordsOf(value) : null
  if (question.type !== 'rows' || records === null) return null
  const { columns, key } = question
  return tableRows(
    {
      x: WIDE.x,
      widths: columns.map(() => WIDE.width / columns.length),
      head: columns.map((column) => words.column(key, column.key)),
      rows: records.map((record) =>
        columns.map((column) => {
          const cell = record[column.key] ?? ''
          const known = column.type === 'choice' && column.options.includes(cell)
          return { text: known ? words.columnOption(key, column.key, cell) : cell }
        }),
      ),
      named: false,
    },
    unprintable,
  )
}

/** The answer as text; each option of several on a line of its own. */
export function inWords(question: Question, value: Value, words: FormWords, paper: PaperWords): string {
  const { key } = question
  const plain = typeof value === 'string' ? value : JSON.stringify(value)
  switch (question.type) {
    case 'number':
      return `${plain} ${words.unit(key, question.unit)}`.trim()
    case 'date':
      return dateInWords(plain, paper)
    case 'choice':
      return typeof value === 'string' ? words.option(key, value) : plain
    case 'yesNoUnknown':
      return typeof value === 'string' ? words.yesNo(value) : plain
    case 'scale':
      return typeof value === 'number' ? `${value}. ${words.option(key, String(value))}` : plain
    case 'multiple':
      return Array.isArray(value)
        ? value
            .map((one) => (typeof one === 'string' ? words.option(key, one) : JSON.stringify(one)))
            .join('\n')
        : plain
    default:
      return plain
  }
}

function dateInWords(value: string, paper: PaperWords): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return formatLong(value, paper.language, { hardSpaces: true })
  return /^\d{4}(-\d{2})?$/u.test(value) ? formatPartial(value) : value
}
