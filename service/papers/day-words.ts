/** The words of the papers of the days. */
import type { TFunction } from 'i18next'
import { formatLong, formatWeekdayLong } from '#core/calendar/dates.ts'
import { createI18n, type Language } from '#core/i18n/index.ts'

export interface DayWords {
  readonly language: Language
  readonly t: TFunction<'papers'>
  readonly enums: TFunction<'enums'>
  /** "Woensdag 18 november 2026". */
  readonly day: (day: string) => string
  /** "9.00–12.30". Minutes since midnight. */
  readonly time: (from: number, until: number) => string
}

const made = new Map<Language, DayWords>()

export function dayWords(language: Language): DayWords {
  const known = made.get(language)
  if (known) return known
  const i18n = createI18n(language)
  const clock = (minute: number): string =>
    `${Math.floor(minute / 60)}${language === 'nl' ? '.' : ':'}${String(minute % 60).padStart(2, '0')}`
  const words: DayWords = {
    language,
    t: i18n.getFixedT(language, 'papers'),
    enums: i18n.getFixedT(language, 'enums'),
    day: (day) => {
      const weekday = formatWeekdayLong(day, language).split(/\s/u)[0] ?? ''
      return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatLong(day, language)}`
    },
    time: (from, until) => `${clock(from)}–${clock(until)}`,
  }
  made.set(language, words)
  return words
}
