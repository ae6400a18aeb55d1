/** Moments and sizes in words, as the clock on the wall has them. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween, formatLong } from '#core/calendar/dates.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** `YYYY-MM-DD` on the wall. */
export function dayOf(moment: string): string {
  const at = new Date(moment)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** `say(moment)`: "18 november 2026 om 14.32 uur"; with today, nearer days have a word of their own. */
export function useMoments(): {
  say: (moment: string) => string
  age: (moment: string, today: string) => string
  size: (bytes: number) => string
} {
  const { t, i18n } = useTranslation('keeping')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const time = useCallback(
    (moment: string) => {
      const at = new Date(moment)
      return `${two(at.getHours())}${lang === 'nl' ? '.' : ':'}${two(at.getMinutes())}`
    },
    [lang],
  )
  const say = useCallback(
    (moment: string) => t('moment.at', { date: formatLong(dayOf(moment), lang), time: time(moment) }),
    [t, lang, time],
  )
  const age = useCallback(
    (moment: string, today: string) => {
      const days = daysBetween(dayOf(moment), today)
      if (days === 0) return t('moment.today', { time: time(moment) })
      if (days === 1) return t('moment.yesterday', { time: time(moment) })
      return say(moment)
    },
    [t, say, time],
  )
  const size = useCallback(
    (bytes: number) => {
      const shown = (n: number, digits: number) =>
        n.toLocaleString(lang, { maximumFractionDigits: digits, minimumFractionDigits: digits })
      return bytes < 1_000_000
        ? t('size.kb', { n: shown(Math.max(1, bytes / 1000), 0) })
        : t('size.mb', { n: shown(bytes / 1_000_000, 1) })
    },
    [t, lang],
  )
  return { say, age, size }
}
