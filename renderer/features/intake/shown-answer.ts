/** An answer in words, for where it is only read. */
import type { Question } from '#core/intake/definition.ts'
import type { FormWords } from '#core/intake/form-words.ts'
import { weekdayName } from '#core/calendar/dates.ts'
import { shownDate } from '../../forms/date-field.tsx'
import { asChoices, asList, asRows, asText, type Value } from './answer.ts'

/** One line each; none where there is no answer. `dayPart` gives the word of a part of the day. */
export function answerLines(
  question: Question,
  value: Value,
  words: FormWords,
  language: 'nl' | 'en',
  dayPart: (part: string) => string,
): string[] {
  const { key } = question
  const one = (text: string): string[] => (text === '' ? [] : [text])
  switch (question.type) {
    case 'text':
    case 'longText':
      return asText(value).split('\n')
    case 'number':
      return one([asText(value), words.unit(key, question.unit)].filter(Boolean).join(' '))
    case 'date':
      return one(shownDate(asText(value)))
    case 'choice':
    case 'scale':
      return asText(value) === '' ? [] : [words.option(key, asText(value))]
    case 'yesNoUnknown':
      return asText(value) === '' ? [] : [words.yesNo(asText(value))]
    case 'multiple':
      return one(
        asList(value)
          .map((option) => words.option(key, option))
          .join(', '),
      )
    case 'dayParts':
      return one(
        asList(value)
          .map((part) => {
            const [day = '1', name = ''] = part.split('-')
            return `${weekdayName(Number(day), language)} ${dayPart(name)}`
          })
          .join(', '),
      )
    case 'grid': {
      const chosen = asChoices(value)
      return question.items
        .filter((item) => chosen[item])
        .map((item) => `${words.item(key, item)}: ${words.option(key, chosen[item] ?? '')}`)
    }
    case 'rows':
      return asRows(value).map((row) =>
        question.columns
          .filter((column) => row[column.key])
          .map((column) =>
            column.type === 'choice'
              ? words.columnOption(key, column.key, row[column.key] ?? '')
              : (row[column.key] ?? ''),
          )
          .join(', '),
      )
  }
}
