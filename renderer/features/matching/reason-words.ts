/** A reason as a sentence, and where it points. */
import { useTranslation } from 'react-i18next'
import type { MatchReason, PersonField } from '#core/api/matching.ts'
import type { LessonPart } from '#core/api/fields.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { useDayParts } from '../trajectory/day-words.ts'
import type { WorkWords } from '../openings/work-words.ts'

/** Words for half-days as keys: "1-morning". */
export function usePartWords(): (keys: readonly string[]) => string {
  const words = useDayParts()
  return (keys) =>
    words(keys.map((key) => ({ weekday: Number(key.slice(0, 1)), part: key.slice(2) as LessonPart })))
}

export function useReasonWords(words: WorkWords): (reason: MatchReason) => string {
  const { t } = useTranslation(['matching', 'enums'])
  const { language } = useOffice()
  const days = usePartWords()

  function wordOf({ rule, params: { key = '' } }: MatchReason): string {
    if (rule === 'sector') return words.sector(key)
    if (rule === 'surroundings') return t(`opening.surroundingsWord.${key as 'both'}`).toLowerCase()
    if (rule === 'company') return t(`opening.companyWord.${key as 'both'}`).toLowerCase()
    return rule === 'advice' ? t(`enums:placementKind.${key as 'job'}`).toLowerCase() : ''
  }

  return (reason) => {
    const { said, params } = reason
    const { parts = [], lessons = [], placed = [], item = '', key = '', minutes = 0, date } = params
    const values = {
      parts: days(parts),
      needed: params.needed,
      most: params.most,
      minutes,
      hours: formatHours(minutes, language),
      item: words.item(item),
      licence: words.licence(key),
      word: wordOf(reason),
      level: params.level,
      asked: params.asked,
      date: date === undefined ? '' : formatShort(date),
    }
    if (said !== 'parts_few') return t(`said.${said}`, values)
    const taken = [
      lessons.length > 0 ? t('said.parts_lessons', { parts: days(lessons) }) : '',
      placed.length > 0 ? t('said.parts_placed', { parts: days(placed) }) : '',
    ].filter(Boolean)
    const first = parts.length === 0 ? t('said.parts_none') : t('said.parts_few', values)
    return taken.length === 0 ? first : `${first} (${taken.join('; ')})`
  }
}

/** In which section of the intake each question stands. */
const sectionOf: Partial<Record<PersonField, string>> = {
  available: 'abilities',
  hours_per_day: 'abilities',
  days_per_week: 'abilities',
  travel_minutes: 'abilities',
  body_work: 'abilities',
  driving: 'education',
  sectors: 'wishes',
  inside_outside: 'wishes',
  alone_together: 'wishes',
  advice: 'conclusion',
}
const pageOf: Partial<Record<PersonField, string>> = {
  language: 'meting',
  schedule: 'dagen',
  placements: '',
  trajectory: 'traject',
  address: 'gegevens',
}

/** The address, behind the #, of the field that a reason rests on: the person's, or else the opening's. */
export function addressOf(
  { person, opening }: Pick<MatchReason, 'person' | 'opening'>,
  ids: { participantId: number; openingId: number },
): string {
  if (person === null) return `/aanbod/${ids.openingId}${opening === null ? '' : `?veld=${opening}`}`
  const start = `/deelnemers/${ids.participantId}`
  const section = sectionOf[person]
  if (section !== undefined) return `${start}/intake?deel=${section}&vraag=${person}`
  const page = pageOf[person] ?? ''
  return page === '' ? start : `${start}/${page}${person === 'address' ? '?veld=postcode' : ''}`
}
