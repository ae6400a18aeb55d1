/** The small words of a letter: dates, lists, hours and names, in the language of the letter. */
import type { TFunction } from 'i18next'
import { formatHours } from '../attendance/totals.ts'
import { formatDayMonth, formatLong, formatNarrow } from '../calendar/dates.ts'
import { createI18n, type Language } from '../i18n/index.ts'
import { quickT } from '../i18n/quick.ts'
import { runningName, type NameParts } from '../names/name.ts'
import type { LetterFacts } from './facts.ts'

export interface Words {
  readonly t: TFunction<'letter'>
  readonly language: Language
  /** "22 november 2026", held together by hard spaces so that a line never ends in the middle of it. */
  date(day: string): string
  /** "22 november". */
  dayMonth(day: string): string
  /** "22 nov". */
  shortDay(day: string): string
  /** "november". */
  month(day: string): string
  /** "24 augustus tot 13 november 2026": the year once when both have the same. */
  span(from: string, to: string): { from: string; to: string }
  /** "a, b en c". */
  list(items: readonly string[]): string
  /** "7,5 uur", with a hard space. `minutes` are whole minutes. */
  hours(minutes: number): string
  /** "7,5". */
  number(minutes: number): string
}

const made = new Map<Language, Words>()

/** The words of a language; made once, because a batch of letters asks for them again and again. */
export function wordsOf(language: Language): Words {
  const known = made.get(language)
  if (known) return known
  const t = quickT(createI18n(language), language, 'letter')
  const words: Words = {
    t,
    language,
    date: (day) => hard(formatLong(day, language)),
    dayMonth: (day) => hard(formatDayMonth(day, language)),
    shortDay: (day) => hard(formatNarrow(day, language).split(/\s/u).slice(1).join(' ')),
    month: (day) => formatDayMonth(day, language).split(/\s/u).slice(1).join(' '),
    span: (from, to) => ({
      from: hard(
        from.slice(0, 4) === to.slice(0, 4) ? formatDayMonth(from, language) : formatLong(from, language),
      ),
      to: hard(formatLong(to, language)),
    }),
    list: (items) =>
      items.length < 2
        ? (items[0] ?? '')
        : `${items.slice(0, -1).join(', ')} ${t('and')} ${items[items.length - 1] ?? ''}`,
    hours: (minutes) => hard(t('hours', { hours: formatHours(minutes, language) })),
    number: (minutes) => formatHours(minutes, language),
  }
  made.set(language, words)
  return words
}

/** Spaces that do not break a line. */
export const hard = (text: string): string => text.replaceAll(' ', '\u00a0')

/** First letter in upper case, for the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Typed text as paragraphs: every line with something in it is one. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replaceAll(/[\t ]+/gu, ' ').trim())
    .filter((line) => line !== '')
}

/** A text ends like a sentence: a point is added where the writer left it out. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?…:;”"')]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

/** How the letter speaks about the participant. */
export interface Person {
  /** "mevrouw El Khatib", inside a sentence. */
  readonly name: string
  /** "Mevrouw El Khatib", at its start. */
  readonly Name: string
  /** "zij" or "hij"; the name where no form of address was chosen. */
  readonly they: string
}

export function personOf(facts: Pick<LetterFacts, 'participant'>, words: Words): Person {
  const name = runningName(facts.participant, words.language)
  const form = facts.participant.form_of_address
  return { name, Name: capital(name), they: form === 'none' ? name : words.t(`they.${form}`) }
}

/** A case manager as the rules for names want one. */
export function caseManagerParts(manager: NonNullable<LetterFacts['caseManager']>): NameParts {
  return {
    given_names: '',
    call_name: '',
    initials: manager.initials,
    prefix: manager.prefix,
    surname: manager.surname,
    partner_prefix: '',
    partner_surname: '',
    name_use: 'own',
    form_of_address: manager.form_of_address,
  }
}

/** A case manager that a letter can be addressed to: somebody with a name. */
export function hasName(manager: LetterFacts['caseManager']): boolean {
  return manager !== null && manager.surname.trim() !== ''
}
