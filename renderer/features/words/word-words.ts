/** Names of days for the screens of the words. */
import type { TFunction } from 'i18next'
import { formatDayMonth } from '#core/calendar/dates.ts'
import { feastOf } from '#core/words/fits.ts'

/** "Sinterklaas", "12 maart", "10 dagen na Pasen"; '' for a word of any day. */
export function fitsName(t: TFunction<'words'>, fits: string, lang: 'nl' | 'en'): string {
  const feast = feastOf(fits)
  if (feast !== null) return t(`feast.${feast}`)
  if (/^\d/u.test(fits)) return formatDayMonth(`2024-${fits}`, lang) // a year with a 29 February
  const days = Number(/[+-]\d+/u.exec(fits)?.[0] ?? 0)
  if (days === 0) return ''
  return t(days > 0 ? 'fromEaster' : 'beforeEaster', { days: Math.abs(days) })
}

/** A typed day of the year, "5-12", as `12-05`; what is no day stays as it is, for the message. */
export function typedDay(text: string): string {
  const found = /^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*$/u.exec(text)
  return found ? `${(found[2] ?? '').padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}` : `? ${text}`
}

/** The other way round: `12-05` as "5-12". */
export function shownDay(fits: string): string {
  const found = /^(\d{2})-(\d{2})$/u.exec(fits)
  return found ? `${Number(found[2])}-${Number(found[1])}` : ''
}
