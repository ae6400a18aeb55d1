/** The Dutch words of the question in the participant's view, and those of the second language where they exist. */
import { createContext, useContext, useMemo } from 'react'
import { weekdayName } from '#core/calendar/dates.ts'
import { createI18n } from '#core/i18n/index.ts'
import {
  directionOf,
  isChecked,
  participantShared,
  participantWords,
  type ParticipantLanguage,
} from '#core/i18n/participant/index.ts'
import { viewWords } from '#core/i18n/participant/view.ts'
import { formWords } from '#core/intake/form-words.ts'
import type { ResolvedForm } from '#core/intake/form.ts'

/** The same word twice: in Dutch, and '' or in the language of the participant. */
export type Pair = { nl: string; other: string }

export type ViewText = {
  language: ParticipantLanguage | null
  direction: 'ltr' | 'rtl'
  checked: boolean
  question: Pair
  hint: Pair
  option: (key: string) => Pair
  item: (key: string) => Pair
  column: (key: string) => Pair
  columnOption: (column: string, key: string) => Pair
  unit: (unit: string) => Pair
  yesNo: (key: 'yes' | 'no' | 'unknown') => Pair
  reason: (key: 'unknown' | 'declined') => Pair
  day: (day: number) => Pair
  part: (key: 'morning' | 'afternoon' | 'evening') => Pair
  next: Pair
  previous: Pair
}

const dutch = createI18n('nl')

export function useViewText(form: ResolvedForm, key: string, language: ParticipantLanguage | null): ViewText {
  return useMemo(() => viewText(form, key, language), [form, key, language])
}

function viewText(form: ResolvedForm, key: string, chosen: ParticipantLanguage | null): ViewText {
  const nl = formWords(form, 'nl')
  const built = chosen === null ? null : participantWords(chosen, key)
  // Words of the office itself are there in Dutch only; half a screen in two languages helps nobody.
  const question = form.ownWords[key]?.question === undefined ? built : null
  const language = question === null ? null : chosen
  const own = form.ownWords[key]?.options ?? {}
  // The same: another hint or reason of the office is not what the built-in words say.
  const help =
    form.ownWords[key]?.hint === undefined && form.ownWords[key]?.reason === undefined
      ? [question?.hint, question?.reason].filter(Boolean).join(' ')
      : ''
  const shared = language === null ? null : participantShared(language)
  const view = language === null ? null : viewWords[language]
  const pair = (words: string, other: string | undefined): Pair => ({ nl: words, other: other ?? '' })
  return {
    language,
    direction: language === null ? 'ltr' : directionOf(language),
    checked: language === null || isChecked(language),
    question: pair(nl.question(key), question?.question),
    hint: pair([nl.hint(key), nl.reason(key)].filter(Boolean).join(' '), help),
    option: (option) =>
      pair(nl.option(key, option), own[option] === undefined ? question?.options?.[option] : ''),
    item: (item) => pair(nl.item(key, item), question?.items?.[item]),
    column: (column) => pair(nl.column(key, column), question?.columns?.[column]),
    columnOption: (column, option) =>
      pair(nl.columnOption(key, column, option), question?.columnOptions?.[column]?.[option]),
    unit: (unit) => pair(nl.unit(key, unit), shared?.units?.[unit]),
    yesNo: (answer) => pair(nl.yesNo(answer), shared?.yesNo?.[answer]),
    reason: (reason) => pair(dutch.t(`conversation:view.${reason}`), shared?.noAnswer?.[reason]),
    day: (day) => pair(weekdayName(day, 'nl'), view?.days[day - 1]),
    part: (part) => pair(dutch.t(`enums:dayPart.${part}`), view?.parts[part]),
    next: pair(dutch.t('conversation:view.next'), view?.next),
    previous: pair(dutch.t('conversation:view.previous'), view?.previous),
  }
}

const TextContext = createContext<ViewText | null>(null)
export const TextProvider = TextContext.Provider
export function useText(): ViewText {
  const text = useContext(TextContext)
  if (!text) throw new Error('words of the participant outside the view')
  return text
}
